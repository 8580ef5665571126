import { may } from '../../core/access/person.ts'
import type { Registry } from '../../core/registry.ts'
import type { Scope } from '../../core/scope.ts'
import { Card } from '../../views/card.tsx'
import type { Markup } from '../../views/markup.ts'
import { hasWork, isToSayElsewhere } from './elsewhere.ts'
import { adoptionText } from './messages.ts'
import { viewOwn } from './watching.ts'

/** Asks once a week, with one tap, what was kept outside of the product. */
export async function elsewhereCard(
  scope: Scope,
  { modules }: Registry,
): Promise<Markup | undefined> {
  if (!may(scope.user, viewOwn) || !hasWork(scope, modules)) return undefined
  if (!(await isToSayElsewhere(scope))) return undefined
  const t = adoptionText(scope.locale).elsewhere
  return (
    <Card title={t.title} testId="elsewhere-card">
      <form method="post" action="/rollout/adoption/elsewhere" class="stack">
        <p>{t.asks}</p>
        <div class="actions">
          {(['none', 'some', 'most'] as const).map((answer) => (
            <button type="submit" class="btn" name="answer" value={answer}>
              {t.answers[answer]}
            </button>
          ))}
        </div>
        <p class="hint">{t.note}</p>
      </form>
    </Card>
  )
}
