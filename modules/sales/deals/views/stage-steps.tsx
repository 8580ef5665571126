import type { Scope } from '../../../../core/scope.ts'
import { liveStages, mayFollow, type Pipeline } from '../../pipelines/stages.ts'
import type { DealRecord } from '../deal-record.ts'
import { dealKind } from '../kind.ts'
import { dealsText } from '../messages.ts'

type Props = { scope: Scope; deal: DealRecord; pipeline: Pipeline }

/** The stages of a deal's pipeline, where it stands, and the way into each that may follow. */
export const StageSteps = ({ scope, deal, pipeline }: Props) => {
  const stages = pipeline.stages.filter(({ id, hidden }) => !hidden || id === deal.stageId)
  const from = stages.find(({ id }) => id === deal.stageId)
  const at = liveStages(pipeline).findIndex(({ id }) => id === deal.stageId)
  const open = deal.mayEdit && !deal.archivedAt
  return (
    <ol class="stage-steps" aria-label={dealsText(scope.locale).stage} data-testid="stage-steps">
      {stages.map((stage, place) => {
        const isHere = stage.id === deal.stageId
        const look = isHere ? `here ${stage.kind}` : place < at ? 'before' : undefined
        return (
          <li class={look} aria-current={isHere ? 'step' : undefined}>
            {open && !isHere && mayFollow(from, stage) ? (
              <a href={`${dealKind.href}/${deal.id}/move?stage=${stage.id}`}>{stage.name}</a>
            ) : (
              <span>{stage.name}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
