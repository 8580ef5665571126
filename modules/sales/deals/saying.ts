import type { Errors } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { pipelinesText } from '../pipelines/messages.ts'
import type { Stage } from '../pipelines/stages.ts'
import { dealsText } from './messages.ts'
import type { Obstacle } from './rules.ts'

/** What stands against a move, each beside its field of the move's form. */
export function sayObstacles(
  { locale }: Pick<Scope, 'locale'>,
  obstacles: readonly Obstacle[],
  from: Pick<Stage, 'name'> | undefined,
  to: Pick<Stage, 'name'>,
): Errors {
  const t = dealsText(locale)
  const { need } = pipelinesText(locale).stage
  const errors: Errors = {}
  for (const obstacle of obstacles)
    switch (obstacle.what) {
      case 'gone':
        errors.stage = t.stageGone
        break
      case 'notNext':
        errors.stage = t.notNext(from?.name ?? '', to.name)
        break
      case 'needs': {
        const list = obstacle.needs.map((one) => need[one])
        errors.stage ??= t.needs(to.name, new Intl.ListFormat(locale).format(list))
        break
      }
      case 'evidence':
        errors.evidence = t.evidenceNeeded
        break
      case 'reason':
        errors.reason = t.reasonNeeded
        break
      case 'future':
        errors.closedOn = t.closedLater
    }
  return errors
}
