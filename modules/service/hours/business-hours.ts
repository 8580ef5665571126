import { and, eq, sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { reckonAnew } from '../clocks/anew.ts'
import type { HoursInput } from './form.ts'
import type { Hours } from './reading.ts'
import { businessHours } from './schema.ts'

export const hoursObject = 'service.business-hours'

const unlessThere = { target: [businessHours.companyId, businessHours.departmentId] }

/**
 * Says when a department answers, or the company.
 * @returns its id; undefined when that was said already
 */
export async function addHours(scope: Scope, input: HoursInput): Promise<string | undefined> {
  const id = newId()
  const [made] = await scope.db
    .insert(businessHours)
    .values({ companyId: scope.company.id, id, ...input })
    .onConflictDoNothing(unlessThere)
    .returning({ id: businessHours.id })
  if (!made) return undefined
  await recordAudit(scope, { action: 'created', object: hoursObject, recordId: id, after: input })
  await reckonAnew(scope)
  return id
}

const one = ({ company }: Scope, id: string) =>
  and(eq(businessHours.companyId, company.id), eq(businessHours.id, id))

/** Changes business hours. @returns conflict when somebody changed them meanwhile */
export async function changeHours(
  scope: Scope,
  old: Hours,
  version: number,
  { week, onHolidays }: HoursInput,
): Promise<'changed' | 'conflict'> {
  const changed = await scope.db
    .update(businessHours)
    .set({ week, onHolidays, updatedAt: sql`now()`, version: sql`${businessHours.version} + 1` })
    .where(and(one(scope, old.id), eq(businessHours.version, version)))
    .returning({ id: businessHours.id })
  if (changed.length === 0) return 'conflict'
  const before = { week: old.week, onHolidays: old.onHolidays }
  await recordAudit(scope, {
    ...{ action: 'changed', object: hoursObject, recordId: old.id },
    ...differences<Record<string, unknown>>(before, { week, onHolidays }),
  })
  await reckonAnew(scope)
  return 'changed'
}

/** Takes business hours back; those of the department above hold again. @throws Refusal 404 */
export async function dropHours(scope: Scope, id: string): Promise<void> {
  const [before] = await scope.db.delete(businessHours).where(one(scope, id)).returning()
  if (!before) throw notFound()
  const { departmentId, week, onHolidays } = before
  await recordAudit(scope, {
    ...{ action: 'removed', object: hoursObject, recordId: id },
    before: { departmentId, week, onHolidays },
  })
  await reckonAnew(scope)
}
