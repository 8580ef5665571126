import { mayFollow, type Need, type Stage } from '../pipelines/stages.ts'

/** What somebody says when they move a deal. */
export type MoveInput = {
  evidence: string
  lossReasonId: string | null
  closedOn: string | null
  note: string
}

/** What stands against a move; a form says each beside its field. */
export type Obstacle =
  | { what: 'gone' | 'notNext' | 'evidence' | 'reason' | 'future' }
  | { what: 'needs'; needs: Need[] }

/**
 * The rules of a stage: whether it may follow, what a deal must have, what whoever moves it must
 * say. A move to where the deal is already meets no rule.
 * @param known whether a loss reason is one of the company's in use
 */
export function obstaclesTo(
  from: Stage | undefined,
  to: Stage,
  there: Readonly<Record<Need, boolean>>,
  { evidence, lossReasonId, closedOn }: Pick<MoveInput, 'evidence' | 'lossReasonId' | 'closedOn'>,
  { today, known }: { today: string; known: (reason: string) => boolean },
): Obstacle[] {
  if (from?.id === to.id) return []
  const obstacles: Obstacle[] = []
  if (to.hidden) obstacles.push({ what: 'gone' })
  else if (!mayFollow(from, to)) obstacles.push({ what: 'notNext' })
  const needs = to.needs.filter((need) => !there[need])
  if (needs.length > 0) obstacles.push({ what: 'needs', needs })
  if (to.evidence && !evidence) obstacles.push({ what: 'evidence' })
  if (to.kind === 'lost' && !(lossReasonId && known(lossReasonId)))
    obstacles.push({ what: 'reason' })
  if (to.kind !== 'open' && closedOn && closedOn > today) obstacles.push({ what: 'future' })
  return obstacles
}
