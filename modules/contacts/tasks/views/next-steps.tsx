import type { Reference } from '../../../../core/records/subjects.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Icon } from '../../../../views/icon.tsx'
import { joined, type Markup } from '../../../../views/markup.ts'
import { contactsTaskText } from '../messages.ts'
import type { TaskRow } from '../reading.ts'
import { taskLine } from './task-line.ts'

type Props = {
  scope: Scope
  about: Reference
  tasks: readonly TaskRow[]
  /** The record's page. */
  href: string
  mayEdit: boolean
}

/** What comes next with a record; that nothing does is said where nobody can miss it. */
export const NextSteps = ({ scope, about, tasks, href, mayEdit }: Props) => {
  const t = contactsTaskText(scope.locale)
  const query = new URLSearchParams({ object: about.object, record: about.recordId })
  return (
    <section
      class={tasks.length > 0 ? 'next-steps' : 'next-steps none'}
      aria-label={t.next}
      data-testid="next-steps"
    >
      <header>
        <h2>
          <Icon name={tasks.length > 0 ? 'calendar-event' : 'alert-circle'} />
          {tasks.length > 0 ? t.next : t.noNext}
        </h2>
        {mayEdit && (
          <a class="btn btn-sm" href={`/contacts/tasks/new?${query}`}>
            <Icon name="plus" />
            {t.addHere}
          </a>
        )}
      </header>
      {tasks.length > 0 ? (
        <ol class="tasks">{lines(scope, tasks, href)}</ol>
      ) : (
        mayEdit && <p class="hint">{t.noNextHint}</p>
      )}
    </section>
  )
}

const lines = (scope: Scope, tasks: readonly TaskRow[], back: string): Markup =>
  joined(tasks.map((task) => taskLine({ scope, task, back, named: true })))
