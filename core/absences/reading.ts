import { type SQL, sql } from 'drizzle-orm'
import { shiftDay } from '../calendar/calendar.ts'
import { today } from '../calendar/reading.ts'
import type { Scope } from '../scope.ts'

export const manageAbsences = 'core.absences.manage'

export type Absence = { id: string; userId: string; name: string; from: string; to: string }

/** People whose absences somebody keeps: everybody's, or those of their departments. */
export const keptPeople = ({ user }: Pick<Scope, 'user'>): SQL => {
  const reach = user.reach.get(manageAbsences) ?? 'none'
  if (reach === 'all') return sql`true`
  if (reach === 'tree') return sql`u.department_id = any(${sql.param(user.treeIds)}::uuid[])`
  return reach === 'department' ? sql`u.department_id = ${user.departmentId}` : sql`false`
}

/** Absences that are not over yet, and those of the last quarter, of people one keeps them for. */
export const readAbsences = (scope: Scope): Promise<Absence[]> =>
  scope.db.execute<Absence>(sql`
    select a.id, a.user_id as "userId", u.name, a.from_day::text as "from", a.to_day::text as "to"
    from core.absences a join core.users u on u.company_id = a.company_id and u.id = a.user_id
    where a.company_id = ${scope.company.id} and a.archived_at is null
      and a.to_day >= ${shiftDay(today(scope), -90)} and ${keptPeople(scope)}
    order by a.to_day desc, u.name, a.id limit 200`)

/** Whether somebody is away on a day from one to another, both included: ISO days. */
export const awayBetween = (
  { company }: Pick<Scope, 'company'>,
  person: SQL,
  from: string,
  to = from,
): SQL => sql`exists (select from core.absences where company_id = ${company.id}
  and user_id = ${person} and archived_at is null
  and from_day <= ${to}::date and to_day >= ${from}::date)`

/** The days on which one is away oneself and that are not over yet, the next ones first. */
export const readMyAbsences = (scope: Scope): Promise<Pick<Absence, 'from' | 'to'>[]> =>
  scope.db.execute<Pick<Absence, 'from' | 'to'>>(sql`
    select from_day::text as "from", to_day::text as "to" from core.absences
    where company_id = ${scope.company.id} and user_id = ${scope.user.id}
      and archived_at is null and to_day >= ${today(scope)}
    order by from_day, id limit 20`)

/**
 * Who is away on which days of a period, for whoever reckons with people's time: what is due, who
 * can be asked, who counts. Days are ISO days, both ends included; people who are never away are
 * left out.
 */
export async function readAway(
  { db, company }: Pick<Scope, 'db' | 'company'>,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await db.execute<{ person: string; days: string[] }>(sql`
    select a.user_id as person, array_agg(distinct d.day::date::text) as days
    from core.absences a
    cross join lateral generate_series(greatest(a.from_day, ${from}::date)::timestamp,
      least(a.to_day, ${to}::date)::timestamp, interval '1 day') as d(day)
    where a.company_id = ${company.id} and a.archived_at is null
      and a.to_day >= ${from} and a.from_day <= ${to}
    group by a.user_id`)
  return new Map(rows.map(({ person, days }) => [person, new Set(days)]))
}
