import { Hono } from 'hono'
import { readDirectory } from '../../../core/access/directory.ts'
import { allow } from '../../../core/http/allow.ts'
import { readForm } from '../../../core/http/form.ts'
import { once } from '../../../core/http/once.ts'
import { ownPath } from '../../../core/http/own-path.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { readCursor } from '../../../core/records/paging.ts'
import { changeableSubject } from '../../../core/records/subjects.ts'
import { printDate } from '../../../core/values/date.ts'
import { contactsTaskText } from './messages.ts'
import { readTaskList, type TaskView, taskViews } from './reading.ts'
import { readTaskForm } from './task-form.ts'
import { aboutOf, drawTaskConflict, drawTaskForm } from './task-pages.tsx'
import {
  editTasks,
  markTask,
  planTask,
  readTask,
  removeTask,
  saveTask,
  viewTasks,
} from './tasks.ts'
import { TasksPage } from './views/task-list.tsx'

/** Tasks: what is to be done, and the form of one. */
export const taskRoutes = new Hono<Site>()

const view = allow(viewTasks)
const edit = allow(editTasks)
const place = '/contacts/tasks'

taskRoutes.get('/', view, async (c) => {
  const { scope, product } = c.var
  const views = taskViews.filter(
    (one) => one !== 'team' || scope.user.reach.get(viewTasks) !== 'own',
  )
  const wanted = c.req.query('view') as TaskView
  const shown = views.includes(wanted) ? wanted : 'mine'
  const cursor = readCursor(new URL(c.req.url).searchParams)
  const list = await readTaskList(product.registry, scope, shown, cursor)
  const page = <TasksPage scope={scope} view={shown} views={views} list={list} />
  return c.render(page, { title: contactsTaskText(scope.locale).title })
})

taskRoutes.get('/new', edit, async (c) => {
  const { object, record } = c.req.query()
  const { scope, product } = c.var
  const subject = object
    ? await changeableSubject(product.registry, scope, object, record)
    : undefined
  return drawTaskForm(c, { subject, raw: {} })
})

taskRoutes.post('/', edit, async (c) => {
  const { scope, product } = c.var
  const { registry } = product
  const { raw } = await readForm(c)
  const subject = raw.object
    ? await changeableSubject(registry, scope, raw.object, raw.record)
    : undefined
  const about = subject ?? null
  const { input, errors } = await readTaskForm(
    scope,
    registry,
    await readDirectory(scope),
    about,
    raw,
  )
  if (Object.keys(errors).length > 0) return drawTaskForm(c, { subject, raw, errors })
  const to = subject?.href ?? place
  await once(scope, raw, async () => {
    await planTask(scope, registry, about, input)
    return to
  })
  return go(c, to, { kind: 'success', text: contactsTaskText(scope.locale).saved })
})

taskRoutes.get('/:id/edit', edit, async (c) => {
  const { scope } = c.var
  const task = await readTask(scope, pathId(c))
  const raw = {
    title: task.title,
    dueOn: printDate(task.dueOn, scope.locale),
    owner: task.ownerId ?? '',
  }
  return drawTaskForm(c, { task, subject: await aboutOf(c, task), raw, version: task.version })
})

taskRoutes.post('/:id', edit, async (c) => {
  const { scope, product } = c.var
  const task = await readTask(scope, pathId(c))
  const { raw } = await readForm(c)
  const version = versionOf(raw)
  const subject = await aboutOf(c, task)
  const { input, errors } = await readTaskForm(
    scope,
    product.registry,
    await readDirectory(scope),
    subject ?? null,
    raw,
    task,
  )
  if (Object.keys(errors).length > 0)
    return drawTaskForm(c, { task, subject, raw, errors, version })
  const saved = await saveTask(scope, task, version, input)
  if (saved === 'conflict') return drawTaskConflict(c, task, input)
  const text = contactsTaskText(scope.locale).saved
  return go(c, subject?.href ?? place, { kind: 'success', text })
})

for (const [path, deed, said] of [
  ['done', 'done', 'doneNow'],
  ['reopen', 'reopened', 'reopened'],
] as const)
  taskRoutes.post(`/:id/${path}`, edit, async (c) => {
    const { scope, product } = c.var
    const task = await readTask(scope, pathId(c))
    await markTask(scope, product.registry, task, deed)
    const { raw } = await readForm(c)
    const text = contactsTaskText(scope.locale)[said]
    return go(c, raw.back ? ownPath(raw.back) : place, { kind: 'success', text })
  })

taskRoutes.post('/:id/remove', edit, async (c) => {
  const { scope } = c.var
  const task = await readTask(scope, pathId(c))
  await removeTask(scope, task)
  const subject = await aboutOf(c, task)
  const text = contactsTaskText(scope.locale).removed
  return go(c, subject?.href ?? place, { kind: 'success', text })
})
