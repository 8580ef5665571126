import { sql } from 'drizzle-orm'
import type { Module, Role } from '../../core/module.ts'
import type { Scope } from '../../core/scope.ts'
import { usualWeights } from './formula.ts'
import type { Agreement } from './schema.ts'

/** Roles in the order in which the one expects more of a person than those behind it. */
export const working: readonly Role[] = ['member', 'lead', 'admin', 'sponsor', 'trainer']

/** Which share of their working days people of a role have something to do here (7.4). */
const usualDays: Agreement['days'] = {
  member: 0.8,
  lead: 0.4,
  admin: 0.4,
  sponsor: 0.4,
  trainer: 0.4,
}

/** What is expected until a company agrees on something else. */
export const usualAgreement = (modules: readonly Module[]): Agreement => ({
  days: usualDays,
  weekly: Object.fromEntries(
    modules.flatMap(({ id, adoption }) => (adoption ? [[id, adoption.process.weekly]] : [])),
  ),
  weights: usualWeights,
})

/** What holds now. Modules that came later than the agreement expect what is usual. */
export async function readAgreement(
  { db, company }: Scope,
  modules: readonly Module[],
): Promise<{ version: number; agreement: Agreement }> {
  const usual = usualAgreement(modules)
  const [row] = await db.execute<{ version: number; agreement: Agreement }>(sql`
    select version, agreement from flags.adoption_agreements
    where company_id = ${company.id} order by version desc limit 1`)
  if (!row) return { version: 0, agreement: usual }
  const { version, agreement } = row
  return { version, agreement: { ...agreement, weekly: { ...usual.weekly, ...agreement.weekly } } }
}

/** The largest of what the roles of a person ask of them; 0 where none asks anything. */
export const most = (expected: Partial<Record<Role, number>>, roles: readonly Role[]): number =>
  Math.max(0, ...roles.map((role) => expected[role] ?? 0))
