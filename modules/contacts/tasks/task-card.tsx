import { formatNumber } from '../../../core/i18n/format.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { Card } from '../../../views/card.tsx'
import { joined, type Markup } from '../../../views/markup.ts'
import { contactsTaskText } from './messages.ts'
import { readDue } from './reading.ts'
import { taskLine } from './views/task-line.ts'

/** The start page's card: what is late and what is due today. */
export async function taskCard(scope: Scope, registry: Registry): Promise<Markup | undefined> {
  const { page, subjects, late, now } = await readDue(registry, scope, 6)
  if (page.rows.length === 0) return undefined
  const t = contactsTaskText(scope.locale)
  const count = (number: number) => formatNumber(scope.locale, number)
  const lines = page.rows.map((task) => {
    const subject = task.recordId ? (subjects.get(task.recordId) ?? null) : undefined
    return taskLine({ scope, task, subject, back: '/' })
  })
  return (
    <Card title={t.card} actions={<a href="/contacts/tasks">{t.cardAll}</a>} testId="task-card">
      <p class="hint">
        {[late > 0 && t.cardLate(count(late)), now > 0 && t.cardToday(count(now))]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ol class="tasks">{joined(lines)}</ol>
    </Card>
  )
}
