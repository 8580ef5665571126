import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Part } from '../../../core/db/together.ts'
import { type Cursor, cutPage, type Page, pageOf, type Sort } from '../../../core/records/paging.ts'
import { findSubjects, type Reference, type Subject } from '../../../core/records/subjects.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { today } from './days.ts'
import { tasks } from './schema.ts'
import { viewTasks } from './tasks.ts'

export const taskViews = ['mine', 'team', 'done'] as const
export type TaskView = (typeof taskViews)[number]

export type TaskRow = {
  id: string
  sortedBy: string
  title: string
  dueOn: string
  owner: string | null
  object: string | null
  recordId: string | null
  done: boolean
  /** Whether this person may finish and change it. */
  mine: boolean
}

export type TaskList = { page: Page<TaskRow>; subjects: ReadonlyMap<string, Subject> }

const pageSize = 50

const columns = ({ company, user }: Scope) => sql`
  tasks.id, tasks.title, tasks.due_on::text as "dueOn", tasks.object,
  tasks.record_id as "recordId", tasks.done_at is not null as done,
  tasks.owner_id = ${user.id} or tasks.created_by = ${user.id} as mine,
  (select u.name from core.users u
    where u.company_id = ${company.id} and u.id = tasks.owner_id) as owner`

const live = ({ company }: Scope) =>
  sql`tasks.company_id = ${company.id} and tasks.archived_at is null`

const byDay: Sort = { column: tasks.dueOn, cast: 'date' }

/** Open tasks by day, what is late first; or what one has done, the latest first. */
export async function readTaskList(
  registry: Registry,
  scope: Scope,
  view: TaskView,
  cursor: Cursor | undefined,
): Promise<TaskList> {
  const looks: Record<TaskView, { whose: SQL; sort: Sort }> = {
    mine: { whose: sql`tasks.owner_id = ${scope.user.id} and tasks.done_at is null`, sort: byDay },
    team: { whose: sql`${within(scope, viewTasks, tasks)} and tasks.done_at is null`, sort: byDay },
    done: {
      whose: sql`tasks.owner_id = ${scope.user.id} and tasks.done_at is not null`,
      sort: { column: tasks.doneAt, cast: 'timestamptz' },
    },
  }
  const { whose, sort } = looks[view]
  const { condition, order } = pageOf(sort, tasks.id, view === 'done' ? 'desc' : 'asc', cursor)
  const rows = await scope.db.execute<TaskRow>(sql`
    select ${columns(scope)}, ${sort.column}::text as "sortedBy" from ${tasks}
    where ${live(scope)} and ${whose} and ${condition}
    order by ${order} limit ${pageSize + 1}`)
  const page = cutPage(rows, pageSize, cursor)
  return { page, subjects: await findSubjects(registry, scope, referencesOf(page.rows)) }
}

const referencesOf = (rows: readonly TaskRow[]): Reference[] =>
  rows.flatMap(({ object, recordId }) => (object && recordId ? [{ object, recordId }] : []))

/** The open tasks of a record, the next one first. The caller has made sure that it may be seen. */
export const nextTasks = (scope: Scope, { object, recordId }: Reference): Part<TaskRow> => ({
  query: sql`
    select ${columns(scope)}, '' as "sortedBy" from ${tasks}
    where ${live(scope)} and tasks.done_at is null
      and tasks.object = ${object} and tasks.record_id = ${recordId}
    order by tasks.due_on, tasks.id limit 5`,
})

export type DueTasks = TaskList & { late: number; now: number }

/** What waits for somebody today: how many are late and due, and the first of them. */
export async function readDue(registry: Registry, scope: Scope, limit: number): Promise<DueTasks> {
  const day = today(scope)
  const due = sql`${live(scope)} and tasks.done_at is null and tasks.owner_id = ${scope.user.id}
    and tasks.due_on <= ${day}`
  const [rows, [counts]] = await Promise.all([
    scope.db.execute<TaskRow>(sql`
      select ${columns(scope)}, '' as "sortedBy" from ${tasks} where ${due}
      order by tasks.due_on, tasks.id limit ${limit}`),
    scope.db.execute<{ late: number; now: number }>(sql`
      select count(*) filter (where due_on < ${day})::int as late,
        count(*) filter (where due_on = ${day})::int as now
      from (select due_on from ${tasks} where ${due} limit 1000) as due`),
  ])
  const subjects = await findSubjects(registry, scope, referencesOf(rows))
  return { page: { rows }, subjects, late: counts?.late ?? 0, now: counts?.now ?? 0 }
}
