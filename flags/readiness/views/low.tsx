import { surveysText } from '../../surveys/messages.ts'
import { WorkCard } from '../../surveys/views/work.tsx'
import { isLow } from '../formula.ts'
import { readinessText } from '../messages.ts'
import { type ResultsProps, sayIndex } from './results.tsx'

/** What to do about questions with low values; chosen ones become work of the plan. */
export const LowCard = ({ locale, closed, mayManage }: ResultsProps) => {
  const t = readinessText(locale)
  return (
    <WorkCard
      title={t.low}
      text={t.lowText}
      none={closed.enough ? t.noLow : t.unknown}
      action="/rollout/readiness/work"
      name="question"
      suggestions={closed.readiness.items.filter(isLow).map(({ question, value }) => ({
        value: String(question.number),
        action: t.actions[question.number],
        because: `${t.questions[question.number]} · ${sayIndex(locale, value)}`,
      }))}
      mayManage={mayManage}
      submit={surveysText(locale).makeWork}
    />
  )
}
