import { today } from '../../../core/calendar/reading.ts'
import type { Errors } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { firstStage, pipelinesFor } from '../pipelines/reading.ts'
import type { Stage } from '../pipelines/stages.ts'
import { whatIsThere } from './deal-record.ts'
import type { DealInput } from './deals.ts'
import { dealsText } from './messages.ts'
import { obstaclesTo } from './rules.ts'
import { sayObstacles } from './saying.ts'

/**
 * The open stage a new deal begins in: the one that was chosen, else the first. What stands against
 * it is said beside the field.
 */
export async function startingStage(
  scope: Scope,
  chosen: string | undefined,
  { values, accountId, personId }: DealInput,
  errors: Errors,
): Promise<Stage | undefined> {
  const pipelines = await pipelinesFor(scope)
  const t = dealsText(scope.locale)
  const open = pipelines.flatMap(({ stages }) =>
    stages.filter(({ kind, hidden }) => kind === 'open' && !hidden),
  )
  const stage = chosen
    ? open.find(({ id }) => id === chosen)
    : pipelines[0] && firstStage(pipelines[0])
  if (!stage) {
    errors.stage = pipelines.length > 0 ? t.stageGone : t.noPipeline
    return undefined
  }
  const there = whatIsThere(values, { accountId, personId, nextOn: null })
  const said = { evidence: values.about ?? '', lossReasonId: null, closedOn: null }
  const obstacles = obstaclesTo(undefined, stage, there, said, {
    today: today(scope),
    known: () => false,
  })
  const [first] = Object.values(sayObstacles(scope, obstacles, undefined, stage))
  if (first) errors.stage = first
  return stage
}
