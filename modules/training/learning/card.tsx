import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { Card } from '../../../views/card.tsx'
import type { Markup } from '../../../views/markup.ts'
import { sayIn } from '../courses/content.ts'
import { learningText } from './messages.ts'
import { isOpen, readOwn } from './my-learning.ts'

const most = 4

/** The start page's card: what is to be learned next. */
export async function learningCard(scope: Scope): Promise<Markup | undefined> {
  const open = (await readOwn(scope)).filter(({ status }) => isOpen(status))
  if (open.length === 0) return undefined
  const t = learningText(scope.locale)
  return (
    <Card title={t.card} actions={<a href="/training">{t.cardAll}</a>} testId="learning-card">
      <ul class="courses">
        {open.slice(0, most).map(({ courseId, titles, dueOn, isLate }) => (
          <li>
            <div class="what">
              <a href={`/training/courses/${courseId}`}>{sayIn(scope.locale, titles)}</a>
              {dueOn && (
                <small class={isLate ? 'late' : undefined}>
                  {(isLate ? t.late : t.dueOn)(printDate(dueOn, scope.locale))}
                </small>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
