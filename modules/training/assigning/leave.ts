import { sql } from 'drizzle-orm'
import { readAway } from '../../../core/absences/reading.ts'
import {
  addWorkingDays,
  type Calendar,
  isWorkingDay,
  shiftDay,
} from '../../../core/calendar/calendar.ts'
import type { Scope } from '../../../core/scope.ts'

/** No leave moves a day further than this. */
const mostDays = 366

/**
 * The day something is due once leave has paused it (R5): as many working days later as somebody was
 * away between when it was given and that day.
 * @param first the day it would be due without any leave
 */
export function pausedDue(
  calendar: Calendar,
  from: string,
  first: string,
  away: ReadonlySet<string>,
): string {
  const lost = [...away].filter((day) => day > from && isWorkingDay(calendar, day))
  const last = shiftDay(first, mostDays)
  let due = first
  for (;;) {
    const until = due
    const days = lost.filter((day) => day <= until).length
    const next = days === 0 ? first : addWorkingDays(calendar, first, days)
    if (next === due || next > last) return due
    due = next
  }
}

type Open = { id: string; userId: string; from: string; first: string; dueOn: string }

/** Moves what is due by the leave that was written down since, and back where it was taken back. */
export async function pauseForLeave(scope: Scope, calendar: Calendar): Promise<void> {
  const open = await scope.db.execute<Open>(sql`
    select a.id, a.user_id as "userId", a.due_on::text as "dueOn",
      coalesce(a.due_first, a.due_on)::text as first,
      coalesce(a.due_from, (a.assigned_at at time zone ${scope.company.timeZone})::date)::text
        as from
    from training.assignments a
    where a.company_id = ${scope.company.id} and a.status in ('assigned', 'in_progress')
      and a.due_on is not null and (a.due_first is not null
        or exists (select from core.absences l where l.company_id = a.company_id
          and l.user_id = a.user_id and l.archived_at is null))
    order by a.id limit 5000`)
  const [days, ends] = [open.map(({ from }) => from), open.map(({ first }) => first)]
  const [start, end] = [days.toSorted()[0], ends.toSorted().at(-1)]
  if (!start || !end) return
  const away = await readAway(scope, start, shiftDay(end, mostDays))
  const moved = open.flatMap(({ id, userId, from, first, dueOn }) => {
    const due = pausedDue(calendar, from, first, away.get(userId) ?? new Set())
    return due === dueOn ? [] : [{ id, first, due }]
  })
  await scope.db.execute(sql`
    update training.assignments a set due_on = m.due, due_first = m.first, reminded = null,
      updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m (id uuid, first date, due date)
    where a.company_id = ${scope.company.id} and a.id = m.id`)
}
