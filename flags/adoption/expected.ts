import type { Member } from '../../core/access/members.ts'
import { type Calendar, isWorkingDay, shiftDay } from '../../core/calendar/calendar.ts'
import type { Snapshot } from '../snapshot.ts'

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

/**
 * Since when somebody has a module, by the rows that open it for them; undefined when none does.
 * @returns an ISO moment
 */
export function openSince(
  { audiences, departments }: Pick<Snapshot, 'audiences' | 'departments'>,
  member: Pick<Member, 'id' | 'roles' | 'departmentKeys'>,
  module: string,
): string | undefined {
  const keys = new Map(departments.map(({ id, key }) => [id, key]))
  return audiences
    .filter((row) => row.module === module)
    .filter((row) => {
      if (row.kind === 'department')
        return member.departmentKeys.includes(keys.get(row.department) ?? '')
      if (row.kind === 'person') return row.person === member.id
      if (row.kind === 'role') return member.roles.some((role) => role === row.role)
      return true
    })
    .map(({ since }) => since)
    .sort()
    .at(0)
}
