import type { Scope } from '../../core/scope.ts'
import { printDate } from '../../core/values/date.ts'
import { Card } from '../../views/card.tsx'
import type { Markup } from '../../views/markup.ts'
import { PanelItem } from '../../views/panel.tsx'
import { readInvitation } from '../surveys/answering.ts'
import { readRuns } from '../surveys/runs.ts'
import { readinessText } from './messages.ts'
import { kind } from './reading.ts'

/** The start page's card of those whom the open round still asks. */
export async function surveyCard(scope: Scope): Promise<Markup | undefined> {
  const invitation = await readInvitation(scope, kind)
  if (!invitation || invitation.answered) return undefined
  const run = (await readRuns(scope, kind)).find(({ id }) => id === invitation.runId)
  const { title, survey } = readinessText(scope.locale)
  return (
    <Card title={title} testId="survey-card">
      <PanelItem
        href="/rollout/readiness/answer"
        title={survey.card}
        note={run && survey.cardText(printDate(run.closesOn, scope.locale))}
      />
    </Card>
  )
}
