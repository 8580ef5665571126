import { addPerson } from '../../core/access/add-person.ts'
import { createCompany } from '../../core/access/companies.ts'
import { addDepartment } from '../../core/access/departments.ts'
import { asOperator } from '../../core/access/operator.ts'
import { hashPassword } from '../../core/auth/password.ts'
import type { Role } from '../../core/module.ts'
import type { Product } from '../../core/product.ts'
import type { Scope } from '../../core/scope.ts'
import { fill, seedsOf } from '../../core/seed/fill.ts'
import { makeChinesePerson } from '../../core/seed/people.ts'
import { seeded } from '../../core/seed/random.ts'
import { openModule } from '../../flags/audience.ts'

/** The firm everything is measured in, and the people who do it. */
export const firm = {
  name: '循序测速有限公司',
  password: 'a fairly long benchmark password',
  admin: 'amy@bench.example',
  lead: 'lin@bench.example',
  member: 'emil@bench.example',
} as const

export const usualAccounts = 100_000

/** How many of each kind that modules can make; of what is set up a firm has a few, of the rest 10,000. */
const sizes: Record<string, number> = {
  contacts: 100_000,
  deals: 50_000,
  tickets: 50_000,
  pools: 8,
  targets: 42,
  mailboxes: 3,
}

/** Of all else there are so many at most where it is accounts alone that grow. */
const fewBeside = 1_000

/** Founds the firm: eight departments of five people, every module open, all the records. */
export async function foundFirm(
  product: Pick<Product, 'pool' | 'registry'>,
  accounts: number,
): Promise<void> {
  const { company } = await createCompany(
    product.pool,
    {
      name: firm.name,
      locale: 'zh-CN',
      adminName: '陈爱米',
      adminEmail: firm.admin,
      password: firm.password,
    },
    'bench',
  )
  await asOperator(product, company, 'bench', async (scope) => {
    await addStaff(scope)
    for (const module of product.registry.modules)
      await openModule(scope, module, [{ kind: 'everyone', variant: 'write' }], 'To be measured')
  })
  const most = accounts === usualAccounts ? Number.POSITIVE_INFINITY : fewBeside
  for (const [kind, seed] of seedsOf(product.registry.modules)) {
    const size = kind === 'accounts' ? accounts : Math.min(most, sizes[kind] ?? 10_000)
    await fill(product, company, seed, size, 1)
  }
}

async function addStaff(scope: Scope): Promise<void> {
  const random = seeded(8)
  const hash = await hashPassword(firm.password)
  const add = (name: string, email: string, departmentId: string, role: Role) =>
    addPerson(
      scope,
      { name, email, phone: null, departmentId, roles: [role], champion: false, locale: null },
      hash,
    )
  for (let department = 1; department <= 8; department++) {
    const made = await addDepartment(scope, {
      name: `销售${department}部`,
      key: `sales-${department}`,
    })
    if ('errors' in made)
      throw new Error(`No department ${department}: ${Object.values(made.errors)}`)
    if (department === 1) {
      await add('林岚', firm.lead, made.id, 'lead')
      await add('艾米尔', firm.member, made.id, 'member')
    }
    for (let person = 1; person <= 4; person++)
      await add(
        makeChinesePerson(random).name,
        `p${department}${person}@bench.example`,
        made.id,
        person === 1 && department > 1 ? 'lead' : 'member',
      )
  }
}
