import type { Subject } from '../../../../core/records/subjects.ts'
import type { Scope } from '../../../../core/scope.ts'
import { icon } from '../../../../views/icon.tsx'
import { type Markup, markup } from '../../../../views/markup.ts'
import { sayDue, whenDue } from '../days.ts'
import { contactsTaskText } from '../messages.ts'
import type { TaskRow } from '../reading.ts'

export type LineProps = {
  scope: Scope
  task: TaskRow
  /** What it is about; null when the reader may not see it, left out where the page says it. */
  subject?: Subject | null
  /** Where one is, to come back to. */
  back: string
  /** Says who does it. */
  named?: boolean
}

/** One task: done or not, what it is, about whom, by when. */
export function taskLine({ scope, task, subject, back, named }: LineProps): Markup {
  const t = contactsTaskText(scope.locale)
  const title = task.title || t.plainNext
  const writes = scope.modules.state('contacts') === 'write' && task.mine
  const late = !task.done && whenDue(scope, task.dueOn) === 'overdue'
  return markup`
    <li class="task" data-testid="task">
      ${writes ? doneButton(t, task, title, back) : markup`<span class="task-mark">${icon(task.done ? 'circle-check' : 'circle')}</span>`}
      <p>
        ${writes ? markup`<a href="/contacts/tasks/${task.id}/edit" aria-label="${t.edit(title)}">${title}</a>` : title}
        ${subject && markup` <a class="task-about" href="${subject.href}">${subject.name}</a>`}
        ${subject === null && markup` <i class="nothing">${t.hidden}</i>`}
        ${named && task.owner && markup` <small>${task.owner}</small>`}
      </p>
      <time datetime="${task.dueOn}"${late && markup` class="late"`}>${sayDue(scope, task.dueOn)}</time>
    </li>`
}

const doneButton = (
  t: ReturnType<typeof contactsTaskText>,
  { id, done }: TaskRow,
  title: string,
  back: string,
): Markup => markup`
  <form method="post" action="/contacts/tasks/${id}/${done ? 'reopen' : 'done'}">
    <input type="hidden" name="back" value="${back}">
    <button type="submit" class="ghost-icon task-mark" aria-label="${done ? t.reopen(title) : t.markDone(title)}" title="${done ? t.reopen(title) : t.markDone(title)}">${icon(done ? 'circle-check' : 'circle')}</button>
  </form>`
