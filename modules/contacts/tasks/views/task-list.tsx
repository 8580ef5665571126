import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { joined, type Markup } from '../../../../views/markup.ts'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { type When, whenDue } from '../days.ts'
import { contactsTaskText } from '../messages.ts'
import { type TaskList, type TaskRow, type TaskView, taskViews } from '../reading.ts'
import { taskLine } from './task-line.ts'

type Props = { scope: Scope; view: TaskView; views: readonly TaskView[]; list: TaskList }

const place = '/contacts/tasks'
const at = (view: TaskView): string => (view === 'mine' ? place : `${place}?view=${view}`)

/** What is to be done: late first, then today, then the rest. */
export const TasksPage = ({ scope, view, views, list }: Props) => {
  const t = contactsTaskText(scope.locale)
  const { rows, before, after } = list.page
  const turn = (side: 'before' | 'after', cursor?: string) =>
    cursor && `${place}?${new URLSearchParams({ view, [side]: cursor })}`
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={t.title}
        tabs={taskViews
          .filter((one) => views.includes(one))
          .map((one) => ({ href: at(one), label: t[one], current: one === view }))}
        actions={
          scope.modules.state('contacts') === 'write' && (
            <LinkButton kind="primary" href={`${place}/new`} icon="plus" tour="new-task">
              {t.add}
            </LinkButton>
          )
        }
      />
      <PageBody>
        {rows.length === 0 && (
          <Empty
            icon="checkbox"
            title={view === 'done' ? t.emptyDone : t.emptyTitle}
            text={t.emptyText}
          />
        )}
        {groupsOf(scope, view, rows).map(([when, group]) => (
          <section class="task-group">
            {when && <h2>{t[when]}</h2>}
            <ol class="tasks">{lines(scope, view, list, group)}</ol>
          </section>
        ))}
        {(before || after) && (
          <nav class="actions" aria-label={viewText(scope.locale).list.pages}>
            {before && (
              <LinkButton small href={turn('before', before) ?? place}>
                {t.previous}
              </LinkButton>
            )}
            {after && (
              <LinkButton small href={turn('after', after) ?? place}>
                {t.following}
              </LinkButton>
            )}
          </nav>
        )}
      </PageBody>
    </>
  )
}

/** Rows come in order of their days, so a group is a run of them. What is done has no such order. */
function groupsOf(
  scope: Scope,
  view: TaskView,
  rows: readonly TaskRow[],
): [When | undefined, TaskRow[]][] {
  const groups = new Map<When | undefined, TaskRow[]>()
  for (const row of rows) {
    const when = view === 'done' ? undefined : whenDue(scope, row.dueOn)
    groups.set(when, [...(groups.get(when) ?? []), row])
  }
  return [...groups]
}

const lines = (
  scope: Scope,
  view: TaskView,
  { subjects }: TaskList,
  rows: readonly TaskRow[],
): Markup =>
  joined(
    rows.map((task) =>
      taskLine({
        ...{ scope, task, back: at(view), named: view === 'team' },
        subject: task.recordId ? (subjects.get(task.recordId) ?? null) : undefined,
      }),
    ),
  )
