import { sql } from 'drizzle-orm'
import { withinPlaces } from '../../../core/access/within.ts'
import { today } from '../../../core/calendar/reading.ts'
import { notFound } from '../../../core/http/refusal.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Cared } from '../assigning/changing.ts'
import type { Texts } from '../courses/content.ts'
import type { Status } from '../learning/schema.ts'
import { follow } from '../permissions.ts'

/** How far a department is with a course; `valid` hold it now, waived ones are left out. */
export type Cell = {
  departmentId: string | null
  department: string | null
  courseId: string
  code: string
  titles: Texts
  assigned: number
  valid: number
  late: number
}

/** The latest assignment of each person and course, with whether it holds now. */
const latest = (scope: Scope) => sql`
  select distinct on (a.user_id, a.course_id) a.id, a.user_id, a.course_id, a.status, a.due_on,
    a.mandatory, u.name, u.department_id, d.name as department, c.code, c.titles,
    exists (select from training.completions x where x.company_id = a.company_id
      and x.user_id = a.user_id and x.course_id = a.course_id and x.revoked_at is null
      and (x.valid_until is null or x.valid_until >= ${today(scope)})) as valid
  from training.assignments a
  join core.users u on u.company_id = a.company_id and u.id = a.user_id and u.disabled_at is null
  left join core.departments d on d.company_id = u.company_id and d.id = u.department_id
  join training.courses c on c.company_id = a.company_id and c.id = a.course_id
    and c.archived_at is null
  where a.company_id = ${scope.company.id} and a.status not in ('superseded', 'waived')
  order by a.user_id, a.course_id, a.cycle desc`

/** That an assignment is open and its day has passed. */
export const isLate = (scope: Scope) =>
  sql`(status in ('assigned', 'in_progress', 'failed') and due_on < ${today(scope)})`

/** Department by course. It tells of nobody by name; small groups are hidden where it is drawn. */
export const readCells = (scope: Scope): Promise<Cell[]> =>
  scope.db.execute<Cell>(sql`
    select department_id as "departmentId", department, course_id as "courseId", code, titles,
      count(*)::int as assigned, count(*) filter (where valid)::int as valid,
      count(*) filter (where ${isLate(scope)} and not valid)::int as late
    from (${latest(scope)}) as l
    group by department_id, department, course_id, code, titles
    order by department nulls last, code limit 2000`)

/** One person and one course. */
export type Line = Cared & {
  name: string
  department: string | null
  titles: Texts
  status: Status
  valid: boolean
  late: boolean
  /** A tour of the course was not followed but read as text. */
  tourRead: boolean
}

export type Wanted = {
  department?: string | undefined
  course?: string | undefined
  late?: boolean
}

const inReach = (scope: Scope) =>
  withinPlaces(scope, follow, { ownerId: sql`user_id`, departmentId: sql`department_id` })

const columns = (scope: Scope) => sql`
  id, user_id as "userId", course_id as "courseId", code, titles, name, department, status,
  due_on::text as "dueOn", valid, (${isLate(scope)} and not valid) as late,
  exists (select from training.progress p where p.company_id = ${scope.company.id}
    and p.assignment_id = l.id and p.way = 'read') as "tourRead"`

/** The people behind a cell, as far as the caller may follow them; who is late stands first. */
export const readLines = (scope: Scope, { department, course, late }: Wanted): Promise<Line[]> =>
  scope.db.execute<Line>(sql`
    select ${columns(scope)} from (${latest(scope)}) as l
    where ${inReach(scope)}
      ${department === undefined ? sql`` : department === '' ? sql`and department_id is null` : sql`and department_id = ${department}`}
      ${course ? sql`and course_id = ${course}` : sql``}
      ${late ? sql`and ${isLate(scope)} and not valid` : sql``}
    order by (${isLate(scope)} and not valid) desc, name, code limit 1000`)

/**
 * The people of the department whose champion the caller is, with how far each is (R17); who is late
 * stands first. @throws Refusal 404 for whoever is the champion of none
 */
export async function readOwnDepartment(scope: Scope): Promise<Line[]> {
  const { user } = scope
  if (!(await isChampion(scope))) throw notFound()
  return scope.db.execute<Line>(sql`
    select ${columns(scope)} from (${latest(scope)}) as l
    where department_id = ${user.departmentId} and user_id <> ${user.id}
    order by (${isLate(scope)} and not valid) desc, name, code limit 1000`)
}

/** Whether somebody is the champion of a department. */
export async function isChampion({ db, company, user }: Scope): Promise<boolean> {
  if (!user.departmentId) return false
  const rows = await db.execute(sql`
    select from core.users where company_id = ${company.id} and id = ${user.id}
      and champion_since is not null`)
  return rows.length > 0
}

/** @throws Refusal 404 when there is no such assignment, or its person is out of reach */
export async function readLine(scope: Scope, id: string): Promise<Line> {
  const [row] = await scope.db.execute<Line>(sql`
    select ${columns(scope)} from (${latest(scope)}) as l where ${inReach(scope)} and id = ${id}`)
  if (!row) throw notFound()
  return row
}
