import { sql } from 'drizzle-orm'
import type { Person } from '../../../core/access/person.ts'
import type { Role } from '../../../core/module.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { discountLimits } from './schema.ts'

/** What roles give without asking until a company says otherwise, in per cent. */
const usual: Partial<Record<Role, string>> = { admin: '100', lead: '20', member: '10' }

/** The roles that write quotes. */
export const discounting = ['member', 'lead', 'admin'] as const satisfies readonly Role[]

export type Limits = Partial<Record<Role, string>>

/** The highest discount of each role, in per cent as decimal text. */
export async function readLimits({ db, company }: Scope): Promise<Limits> {
  const rows = await db.execute<{ role: Role; percent: string }>(sql`
    select role, trim_scale(percent)::text as percent from ${discountLimits}
    where company_id = ${company.id}`)
  return { ...usual, ...Object.fromEntries(rows.map(({ role, percent }) => [role, percent])) }
}

/** The highest discount that somebody gives without asking: that of the role that may most. */
export const limitOf = ({ roles }: Pick<Person, 'roles'>, limits: Limits): number =>
  Math.max(0, ...roles.map((role) => Number(limits[role] ?? 0)))

/** Says how much a role may give. */
export async function setLimit(scope: Scope, role: Role, percent: string): Promise<void> {
  const before = (await readLimits(scope))[role]
  if (Number(before) === Number(percent)) return
  await scope.db.execute(sql`
    insert into ${discountLimits} (company_id, role, percent)
    values (${scope.company.id}, ${role}, ${percent})
    on conflict (company_id, role) do update set percent = excluded.percent,
      version = discount_limits.version + 1, updated_at = now()`)
  await recordAudit(scope, {
    action: 'changed',
    object: 'sales.discount-limit',
    recordId: role,
    before: { percent: before },
    after: { percent },
  })
}
