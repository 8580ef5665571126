import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { newId } from '../../../core/db/id.ts'
import { tell } from '../../../core/events.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { notify } from '../../../core/notify/notify.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import type { Reference } from '../../../core/records/subjects.ts'
import { addToTimeline } from '../../../core/records/timeline.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { tasks } from './schema.ts'

export const taskObject = 'contacts.task'
export const viewTasks = 'contacts.tasks.view'
export const editTasks = 'contacts.tasks.edit'

/** What is to be done, by which day, by whom. An empty title is a plain next follow-up. */
export type TaskInput = { title: string; dueOn: string; ownerId: string | null }

export type Task = TaskInput & {
  id: string
  version: number
  object: string | null
  recordId: string | null
  doneAt: Date | null
}

const departmentOf = (scope: Scope, person: string | null) => sql`
  (select u.department_id from core.users u
    where u.company_id = ${scope.company.id} and u.id = ${person})`

const open = (scope: Scope) =>
  sql`company_id = ${scope.company.id} and done_at is null and archived_at is null`

/** Whom a task is given to is told, unless they gave it to themselves. */
const tellGiven = (scope: Scope, id: string, about: Reference | null, task: TaskInput) =>
  notify(
    scope,
    task.ownerId ? [task.ownerId] : [],
    'contacts.task-given',
    about ?? { recordId: id },
    {
      title: task.title,
      dueOn: task.dueOn,
    },
  )

/**
 * Plans a task, on a record or on none. The caller has made sure that the record may be changed,
 * and that who is to do it may see it.
 */
export async function planTask(
  scope: Scope,
  registry: Registry,
  about: Reference | null,
  task: TaskInput,
): Promise<string> {
  const id = newId()
  const { title, dueOn, ownerId } = task
  const { object = null, recordId = null } = about ?? {}
  await Promise.all([
    scope.db.execute(sql`
      insert into ${tasks} (company_id, id, object, record_id, title, due_on, created_by, owner_id,
        department_id)
      values (${scope.company.id}, ${id}, ${object}, ${recordId}, ${title}, ${dueOn}, ${scope.actorId},
        ${ownerId}, ${departmentOf(scope, ownerId)})`),
    recordAudit(scope, {
      action: 'created',
      object: taskObject,
      recordId: id,
      after: { about: object, record: recordId, ...task },
    }),
    tell(registry, scope, 'contacts.task.planned', { id, object, record: recordId }),
    tellGiven(scope, id, about, task),
    // The next step of a follow-up is told with the follow-up itself.
    about &&
      title !== '' &&
      addToTimeline(scope, about.object, about.recordId, 'contacts.task-planned', { title, dueOn }),
  ])
  return id
}

/**
 * Marks the plain next follow-ups of a record that one had planned for oneself as done.
 * @returns the days they were planned for, the first one first
 */
export async function fulfilNext(scope: Scope, { object, recordId }: Reference): Promise<string[]> {
  const done = await scope.db.execute<{ dueOn: string }>(sql`
    update ${tasks} set done_at = now(), done_by = ${scope.user.id}, version = version + 1,
      updated_at = now()
    where ${open(scope)} and object = ${object} and record_id = ${recordId}
      and owner_id = ${scope.user.id} and title = '' returning due_on::text as "dueOn"`)
  return done.map(({ dueOn }) => dueOn).sort()
}

/**
 * Reads a task to change it: one's own, one that one gave, or as far as the permission reaches.
 * @throws Refusal 404 else
 */
export async function readTask(scope: Scope, id: string): Promise<Task> {
  const { company, user } = scope
  const [task] = await scope.db.execute<Task>(sql`
    select id, version, object, record_id as "recordId", title, due_on::text as "dueOn",
      owner_id as "ownerId", done_at as "doneAt"
    from ${tasks} where company_id = ${company.id} and id = ${id} and archived_at is null
      and (owner_id = ${user.id} or created_by = ${user.id} or ${within(scope, editTasks, tasks)})`)
  if (!task) throw notFound()
  return task
}

const referenceOf = ({ object, recordId }: Task): Reference | null =>
  object && recordId ? { object, recordId } : null

/** Changes a task as read with `version`. @returns conflict when it was changed since */
export async function saveTask(
  scope: Scope,
  task: Task,
  version: number,
  now: TaskInput,
): Promise<'saved' | 'unchanged' | 'conflict'> {
  const { id, title, dueOn, ownerId } = task
  if (task.version !== version) return 'conflict'
  const changed = differences({ title, dueOn, ownerId }, now)
  if (!changed) return 'unchanged'
  const saved = await scope.db.execute(sql`
    update ${tasks} set title = ${now.title}, due_on = ${now.dueOn}, owner_id = ${now.ownerId},
      department_id = ${departmentOf(scope, now.ownerId)}, version = version + 1, updated_at = now(),
      reminded_at = case when due_on = ${now.dueOn} and owner_id is not distinct from ${now.ownerId}
        then reminded_at end
    where company_id = ${scope.company.id} and id = ${id} and version = ${version} returning id`)
  if (saved.length === 0) return 'conflict'
  await recordAudit(scope, { action: 'changed', object: taskObject, recordId: id, ...changed })
  if (now.ownerId !== ownerId) await tellGiven(scope, id, referenceOf(task), now)
  return 'saved'
}

/** Marks a task as done, or as open again; one that is so already stays as it is. */
export async function markTask(
  scope: Scope,
  registry: Registry,
  task: Task,
  deed: 'done' | 'reopened',
): Promise<void> {
  if ((task.doneAt !== null) === (deed === 'done')) return
  const { id, title } = task
  const about = referenceOf(task)
  const by = deed === 'done' ? sql`now(), done_by = ${scope.actorId}` : sql`null, done_by = null`
  await Promise.all([
    scope.db.execute(sql`
      update ${tasks} set done_at = ${by}, version = version + 1, updated_at = now()
      where company_id = ${scope.company.id} and id = ${id}`),
    recordAudit(scope, { action: deed, object: taskObject, recordId: id }),
    tell(registry, scope, `contacts.task.${deed}`, { id, ...about }),
    about && addToTimeline(scope, about.object, about.recordId, `contacts.task-${deed}`, { title }),
  ])
}

/** Takes a task out of sight; the audit trail keeps what it was. */
export async function removeTask(scope: Scope, { id, title, dueOn, ownerId }: Task): Promise<void> {
  await Promise.all([
    scope.db.execute(sql`
      update ${tasks} set archived_at = now(), version = version + 1, updated_at = now()
      where company_id = ${scope.company.id} and id = ${id}`),
    recordAudit(scope, {
      action: 'removed',
      object: taskObject,
      recordId: id,
      before: { title, dueOn, ownerId },
    }),
  ])
}
