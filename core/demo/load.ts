import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type Acting, asPerson } from '../access/as-person.ts'
import { createCompany, findCompany } from '../access/companies.ts'
import { readDepartments } from '../access/department-tree.ts'
import { asOperator } from '../access/operator.ts'
import { queueJob } from '../jobs.ts'
import { measureSoon } from '../quality/job.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { bring, isBrought } from './bring.ts'
import { hasNotes, markRisks, planVisits, readListed } from './diary.ts'
import { readFiles, readFirstVisits } from './files.ts'
import { addressOf, firmName, otherRegions, people } from './firm.ts'
import { hasBegun, openStepByStep } from './rollout.ts'
import { addStaff } from './staff.ts'

/** Who brings a list of their own, and its name. */
const visitors = [
  ['陈禾', '浙江江西首批走访.csv'],
  ['何雨桐', '江苏安徽福建首批走访.csv'],
  ['黎思安', '广东广西首批走访.csv'],
] as const

/**
 * Founds the firm of the demo, if it is not there.
 * @param password for everybody
 * @returns its id, and whether it is new
 */
export async function foundFirm(
  { pool }: Pick<Acting, 'pool'>,
  password: string,
): Promise<{ company: string; isNew: boolean }> {
  const known = await findCompany(pool, firmName)
  if (known) return { company: known, isNew: false }
  const [first] = people
  const admin = { adminName: first.name, adminEmail: addressOf(first), password }
  const founded = await createCompany(
    pool,
    { name: firmName, locale: 'zh-CN', ...admin },
    randomUUID(),
  )
  return { company: founded.company, isNew: true }
}

/**
 * Fills the firm step by step: each is done once, so that a start which was interrupted is gone on
 * with, and what people changed since stays as it is.
 */
export async function fillFirm(product: Acting, company: string): Promise<void> {
  const firm = openFirm(product, company)
  if (await firm.lacks(async (scope) => (await readDepartments(scope)).length > 1))
    await firm.operate(addStaff)
  if (await firm.lacks(hasBegun)) await firm.operate(openStepByStep)
  for (const file of await readFiles())
    if (await firm.lacks((scope) => isBrought(scope, file.name)))
      await bring(product, company, await firm.idOf(otherRegions), file)
  for (const [name, fileName] of visitors)
    if (await firm.lacks((scope) => isBrought(scope, fileName)))
      await bring(product, company, await firm.idOf(name), await readFirstVisits(name, fileName))
  if (await firm.lacks(hasNotes)) {
    for (const [name] of visitors) {
      const owner = await firm.idOf(name)
      // Not everybody may export the list; who leads the department may.
      const chosen = await firm.as(otherRegions, (scope) =>
        readListed(product.registry, scope, { level: 'A', owner }),
      )
      await firm.as(name, (scope) => planVisits(scope, chosen))
    }
    await firm.as(otherRegions, (scope) => markRisks(product.registry, scope))
    await firm.operate((scope) => workThroughTheNight(product.registry, scope))
  }
}

/** What is done each night is done at once, so that its pages have something to show. */
async function workThroughTheNight({ modules }: Registry, scope: Scope): Promise<void> {
  await measureSoon(scope)
  for (const { name, cron } of modules.flatMap(({ jobs = [] }) => jobs))
    if (cron) await queueJob(scope.db, name, {})
}

function openFirm(product: Acting, company: string) {
  const request = randomUUID()
  const operate = <T>(work: (scope: Scope) => Promise<T>) =>
    asOperator(product, company, request, work)
  const idOf = async (name: string): Promise<string> => {
    const [found] = await operate(({ db }) =>
      db.execute<{ id: string }>(sql`
        select id from core.users where company_id = ${company} and name = ${name}`),
    )
    return found?.id ?? ''
  }
  return {
    operate,
    idOf,
    lacks: async (has: (scope: Scope) => Promise<boolean>) => !(await operate(has)),
    as: async <T>(name: string, work: (scope: Scope) => Promise<T>) =>
      asPerson(product, company, await idOf(name), request, work),
  }
}
