import { sql } from 'drizzle-orm'
import type { Scope } from '../../core/scope.ts'
import { type Group, groupOf } from './formula.ts'
import type { Made } from './schema.ts'

/** One person's index as it was last measured. */
export type PersonIndex = {
  id: string
  name: string
  departmentId: string | null
  departmentName: string | null
  value: number
  parts: Made
  dormant: boolean
}

export type Latest = { at: Date; agreement: number; people: PersonIndex[] }

/**
 * Everybody's index in a module, or in all modules together (`''`), as last measured.
 * @returns undefined before the first time
 */
export async function readLatest(scope: Scope, module: string): Promise<Latest | undefined> {
  const company = scope.company.id
  const rows = await scope.db.execute<PersonIndex & { at: Date; agreement: number }>(sql`
    select s.at, s.agreement, s.user_id as id, u.name, s.department_id as "departmentId",
      d.name as "departmentName", s.value, s.parts, s.dormant
    from flags.adoption_snapshots s
    join core.users u on u.company_id = s.company_id and u.id = s.user_id
    left join core.departments d on d.company_id = s.company_id and d.id = s.department_id
    where s.company_id = ${company} and s.module = ${module}
      and s.at = (select max(at) from flags.adoption_snapshots where company_id = ${company})
    order by s.value, u.name, s.user_id`)
  const [first] = rows
  return first && { at: first.at, agreement: first.agreement, people: rows.map(plain) }
}

const plain = ({
  at: _,
  agreement: __,
  ...person
}: PersonIndex & { at: Date; agreement: number }) => person

/** Fewer people than this could be told apart in a number about all of them (R17, R22). */
export const fewest = 4

export type DepartmentIndex = { id: string | null; name: string | null } & Group

/** The departments of what was measured, in the order of their names. */
export function byDepartment(people: readonly PersonIndex[]): DepartmentIndex[] {
  const groups = Map.groupBy(people, ({ departmentId }) => departmentId)
  return [...groups]
    .map(([id, members]) => ({ id, name: members[0]?.departmentName ?? null, ...groupOf(members) }))
    .sort((one, other) => (one.name ?? '').localeCompare(other.name ?? '', 'zh'))
}

/**
 * Which departments' numbers have to stay hidden from whoever may not see their people: those of too
 * few, and if they are too few together, the next smallest as well, or a difference would tell.
 */
export function hidden(
  departments: readonly { id: string | null; people: number }[],
): Set<string | null> {
  const rising = departments.toSorted((one, other) => one.people - other.people)
  const kept = new Set<string | null>()
  let people = 0
  for (const department of rising) {
    if (department.people >= fewest && (people === 0 || people >= fewest)) break
    kept.add(department.id)
    people += department.people
  }
  return kept
}

/** A point of a trend: what was measured last in a week. `value` null when too few were measured. */
export type Point = { at: Date; value: number | null; people: number }

const weeks = 26

/**
 * How the index of these people, or of one, went over half a year; oldest first.
 * @param who ids of departments, or of one person; everybody when left out
 */
export async function readTrend(
  scope: Scope,
  module: string,
  who: { departments?: readonly (string | null)[]; person?: string; least?: number } = {},
): Promise<Point[]> {
  const { departments, person, least = 1 } = who
  const only = person
    ? sql`user_id = ${person}`
    : departments
      ? sql`department_id = any(${sql.param(departments.filter((id) => id !== null))}::uuid[])`
      : sql`true`
  const rows = await scope.db.execute<{ at: Date; value: number; people: number }>(sql`
    select distinct on (week) at, value, people
    from (select at, date_trunc('week', at at time zone ${scope.company.timeZone}) as week,
        avg(value) as value, count(*)::int as people
      from flags.adoption_snapshots
      where company_id = ${scope.company.id} and module = ${module} and ${only}
        and at > ${scope.now()}::timestamptz - make_interval(weeks => ${weeks})
      group by at) measured
    order by week, at desc`)
  return rows.map(({ at, value, people }) => ({
    at,
    people,
    value: people >= least ? Number(value) : null,
  }))
}
