import { sql } from 'drizzle-orm'
import { isWorkingDay, weekday, workingDaysBetween } from '../../../core/calendar/calendar.ts'
import { readCalendar, today } from '../../../core/calendar/reading.ts'
import { notifyMany, type Told } from '../../../core/notify/notify.ts'
import type { Scope } from '../../../core/scope.ts'
import { noteLearning } from '../learning/events.ts'
import { pauseForLeave } from './leave.ts'

/** The marks of the plan (R6), in working days from the day something is due. */
export type Mark = 'before-5' | 'before-1' | 'after-1' | 'after-3' | 'after-10'

/** Which mark has been passed. @param left working days until it is due, negative behind it */
export function markOf(left: number): Mark | undefined {
  if (left <= -10) return 'after-10'
  if (left <= -3) return 'after-3'
  if (left < 0) return 'after-1'
  if (left <= 1) return 'before-1'
  return left <= 5 ? 'before-5' : undefined
}

type Due = {
  id: string
  userId: string
  courseId: string
  code: string
  dueOn: string
  reminded: string | null
  departmentId: string | null
}

/** The hour of the company's day, from which on people are told. */
const firstHour = 9

const hourOf = ({ company, now }: Scope): number =>
  Number(
    new Intl.DateTimeFormat('en', {
      ...{ timeZone: company.timeZone, hour: 'numeric', hourCycle: 'h23' },
    }).format(now()),
  )

/**
 * Reminds of what is due, once a working day at the most, all of it in one note for each person;
 * from the third working day behind it their lead hears too, and on Mondays the sponsor how many.
 */
export async function remindLearners(scope: Scope): Promise<void> {
  const calendar = await readCalendar(scope)
  const now = today(scope)
  await pauseForLeave(scope, calendar)
  if (hourOf(scope) < firstHour || !isWorkingDay(calendar, now)) return
  const due = await scope.db.execute<Due>(sql`
    select a.id, a.user_id as "userId", a.course_id as "courseId", c.code, a.due_on::text as "dueOn",
      a.reminded, u.department_id as "departmentId"
    from training.assignments a
    join training.courses c on c.company_id = a.company_id and c.id = a.course_id
    join core.users u on u.company_id = a.company_id and u.id = a.user_id and u.disabled_at is null
    where a.company_id = ${scope.company.id} and a.status in ('assigned', 'in_progress')
      and a.due_on < ${now}::date + 10
    order by a.due_on, a.id limit 2000`)
  const fresh = due.flatMap((one) => {
    const mark = markOf(workingDaysBetween(calendar, now, one.dueOn))
    return mark && mark !== one.reminded ? [{ ...one, mark }] : []
  })
  const leads = await readLeads(scope)
  const late = due.filter(({ dueOn }) => workingDaysBetween(calendar, now, dueOn) <= -10)
  await notifyMany(scope, [
    ...digest(fresh, ({ userId }) => [userId]),
    ...digest(
      fresh.filter(({ mark }) => mark === 'after-3'),
      ({ departmentId }) => leads.get(departmentId ?? '') ?? [],
      'training.escalated',
    ),
    ...(weekday(now) === 1 && hourOf(scope) === firstHour ? await forSponsors(scope, late) : []),
  ])
  if (fresh.length === 0) return
  const marks = fresh.map(({ id, mark }) => ({ id, mark }))
  await scope.db.execute(sql`
    update training.assignments a set reminded = m.mark
    from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m (id uuid, mark text)
    where a.company_id = ${scope.company.id} and a.id = m.id`)
  await noteLearning(
    scope,
    fresh.map(({ code, userId, departmentId, mark }) => ({
      kind: mark.startsWith('after')
        ? ('assignment.overdue' as const)
        : ('assignment.reminded' as const),
      ...{ object: code, userId, departmentId, data: { mark } },
    })),
  )
}

/** One note for each person, about the first of what it is about, with how many there are. */
function digest(
  due: readonly (Due & { mark?: Mark })[],
  whom: (one: Due) => readonly string[],
  kind?: `training.${string}`,
): Told[] {
  const all = new Map<string, (Due & { mark?: Mark })[]>()
  for (const one of due)
    for (const person of whom(one)) all.set(person, [...(all.get(person) ?? []), one])
  return [...all].flatMap(([person, own]) => {
    const [first] = own
    if (!first) return []
    const late = own.some(({ mark }) => mark?.startsWith('after'))
    return {
      ...{ person, kind: kind ?? (late ? 'training.overdue' : 'training.reminded') },
      ...{ about: { object: 'training.course', recordId: first.courseId } },
      data: { count: own.length },
    }
  })
}

/** Who leads each department, or the nearest above it that somebody leads. */
async function readLeads(scope: Scope): Promise<Map<string, string[]>> {
  const rows = await scope.db.execute<{ id: string; parent: string | null; leads: string[] }>(sql`
    select d.id, d.parent_id as parent, coalesce((select json_agg(u.id) from core.users u
      join core.user_roles r on r.company_id = u.company_id and r.user_id = u.id and r.role = 'lead'
      where u.company_id = d.company_id and u.department_id = d.id and u.disabled_at is null),
      '[]') as leads
    from core.departments d where d.company_id = ${scope.company.id}`)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const leadsOf = (id: string | null, steps = 0): string[] => {
    const row = id ? byId.get(id) : undefined
    if (!row || steps > rows.length) return []
    return row.leads.length > 0 ? row.leads : leadsOf(row.parent, steps + 1)
  }
  return new Map(rows.map(({ id }) => [id, leadsOf(id)]))
}

/** How many are ten working days late, for whoever answers for the rollout; no names (R17). */
async function forSponsors(scope: Scope, late: readonly Due[]): Promise<Told[]> {
  if (late.length === 0) return []
  const sponsors = await scope.db.execute<{ id: string }>(sql`
    select u.id from core.users u join core.user_roles r on r.company_id = u.company_id
      and r.user_id = u.id and r.role = 'sponsor'
    where u.company_id = ${scope.company.id} and u.disabled_at is null`)
  return digest(late, () => sponsors.map(({ id }) => id), 'training.late')
}
