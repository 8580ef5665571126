import type { Context } from 'hono'
import { readDirectory } from '../../../core/access/directory.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import { onceKey } from '../../../core/http/once.ts'
import type { Site } from '../../../core/http/site.ts'
import { drawConflict } from '../../../core/records/conflict.tsx'
import { lastSaved } from '../../../core/records/history.ts'
import { findSubjects, type Subject } from '../../../core/records/subjects.ts'
import { printDate } from '../../../core/values/date.ts'
import { contactsTaskText } from './messages.ts'
import { type Task, type TaskInput, taskObject } from './tasks.ts'
import { TaskFormPage } from './views/task-form.tsx'

/** What a task is about, if the reader may see it. */
export async function aboutOf(
  c: Context<Site>,
  { object, recordId }: Task,
): Promise<Subject | undefined> {
  if (!object || !recordId) return undefined
  const { scope, product } = c.var
  return (await findSubjects(product.registry, scope, [{ object, recordId }])).get(recordId)
}

type Drawn = { task?: Task; subject?: Subject; raw: Raw; errors?: Errors; version?: number }

/** Draws the form of a task: new, edit and error alike. */
export async function drawTaskForm(c: Context<Site>, drawn: Drawn): Promise<Response> {
  const { scope } = c.var
  const t = contactsTaskText(scope.locale)
  const { colleagues } = await readDirectory(scope)
  const page = (
    <TaskFormPage
      {...{ scope, colleagues, ...drawn }}
      once={drawn.task ? undefined : onceKey(drawn.raw)}
    />
  )
  return c.render(page, {
    title: drawn.task ? t.editTitle : t.add,
    status: drawn.errors ? 422 : 200,
  })
}

/** Somebody changed the task meanwhile: both sides, field by field. */
export async function drawTaskConflict(
  c: Context<Site>,
  task: Task,
  yours: TaskInput,
): Promise<Response> {
  const { scope } = c.var
  const t = contactsTaskText(scope.locale)
  const { colleagues } = await readDirectory(scope)
  const day = (iso: string) => printDate(iso, scope.locale)
  const name = (id: string | null) => colleagues.find((one) => one.id === id)?.name ?? ''
  return drawConflict(c, {
    title: task.title || t.plainNext,
    action: `/contacts/tasks/${task.id}`,
    fields: [
      { name: 'title', label: t.name, theirs: task.title, yours: yours.title },
      { name: 'dueOn', label: t.dueOn, theirs: day(task.dueOn), yours: day(yours.dueOn) },
      {
        ...{ name: 'owner', label: t.assignee },
        ...{ theirs: task.ownerId ?? '', yours: yours.ownerId ?? '' },
        shown: { theirs: name(task.ownerId), yours: name(yours.ownerId) },
      },
    ],
    version: task.version,
    ...(await lastSaved(scope, taskObject, task.id)),
  })
}
