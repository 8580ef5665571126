import { sql } from 'drizzle-orm'
import type { Member } from '../../core/access/members.ts'
import { type Calendar, isWorkingDay, shiftDay } from '../../core/calendar/calendar.ts'
import type { Scope } from '../../core/scope.ts'
import { rulingRows } from '../ruling.ts'
import type { Audience, Department } from '../snapshot.ts'

/** Calendar days in which a newcomer, or somebody a module was just opened for, counts nowhere (R5). */
export const graceDays = 14

/** Working days from one day up to and with another one; those in `away` are none. */
export function workingDays(
  calendar: Calendar,
  from: string,
  to: string,
  away: ReadonlySet<string> = new Set(),
): number {
  let count = 0
  for (let day = from; day <= to; day = shiftDay(day, 1))
    if (isWorkingDay(calendar, day) && !away.has(day)) count++
  return count
}

/** Who had a module from a moment on, as the history of its changes tells it; oldest first. */
export type Opening = { module: string; at: Date; audiences: Audience[] }

export const readOpenings = ({ db, company }: Scope): Promise<Opening[]> =>
  db.execute<Opening>(sql`
    select module, at, after->'audiences' as audiences from flags.changes
    where company_id = ${company.id} order by id`)

/**
 * Since when somebody has had a module without a break; undefined when they have it not. A module
 * that goes from its pilot to all, or is stopped for a while, has been theirs all along.
 */
export function openSince(
  openings: readonly Opening[],
  departments: readonly Department[],
  member: Pick<Member, 'id' | 'roles' | 'departmentId'>,
): Date | undefined {
  let since: Date | undefined
  for (const { at, audiences } of openings)
    since = isOpenFor(audiences, departments, member) ? (since ?? at) : undefined
  return since
}

/** Whether rows open a module for somebody, as far as they name them. */
function isOpenFor(
  audiences: readonly Audience[],
  departments: readonly Department[],
  { id, roles, departmentId }: Pick<Member, 'id' | 'roles' | 'departmentId'>,
): boolean {
  const ruling = rulingRows(audiences, departments).get(departmentId ?? '')
  if (ruling && ruling.state !== 'off') return true
  return audiences.some((row) => {
    if (row.kind === 'person') return row.person === id
    if (row.kind === 'role') return roles.some((role) => role === row.role)
    return row.kind !== 'department'
  })
}
