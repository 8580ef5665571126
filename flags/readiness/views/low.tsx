import type { Child } from 'hono/jsx'
import { Button } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { isLow } from '../formula.ts'
import { readinessText } from '../messages.ts'
import { type ResultsProps, sayIndex } from './results.tsx'

/** What to do about questions with low values; chosen ones become work of the plan. */
export const LowCard = ({ locale, closed, mayManage }: ResultsProps) => {
  const t = readinessText(locale)
  const low = closed.readiness.items.filter(isLow)
  if (low.length === 0)
    return (
      <Card title={t.low}>
        <p class="nothing">{t.noLow}</p>
      </Card>
    )
  return (
    <Card title={t.low} testId="low">
      <form method="post" action="/rollout/readiness/work" class="stack">
        <p class="hint">{t.lowText}</p>
        <ul class="low-items">
          {low.map(({ question, value }) => {
            const words = (
              <span>
                {t.actions[question.number]}
                <small>
                  {t.questions[question.number]} · {sayIndex(locale, value)}
                </small>
              </span>
            )
            return <li>{mayManage ? <Choice number={question.number}>{words}</Choice> : words}</li>
          })}
        </ul>
        {mayManage && (
          <div class="actions">
            <Button kind="primary" icon="list-check">
              {t.makeWork}
            </Button>
          </div>
        )}
      </form>
    </Card>
  )
}

const Choice = ({ number, children }: { number: number; children?: Child }) => (
  <label class="check-line">
    <input type="checkbox" class="checkbox" name="question" value={String(number)} checked />
    {children}
  </label>
)
