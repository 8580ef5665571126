import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import { tell } from '../../../core/events.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import { addToTimeline } from '../../../core/records/timeline.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { foundPipelines, foundReasons } from '../pipelines/founding.ts'
import { readPipelines, readReasons, stageAt } from '../pipelines/reading.ts'
import type { Stage } from '../pipelines/stages.ts'
import { type DealRecord, whatIsThere } from './deal-record.ts'
import { dealKind } from './kind.ts'
import { noteMoves } from './moves.ts'
import { type MoveInput, type Obstacle, obstaclesTo } from './rules.ts'
import { deals } from './schema.ts'

export type Moved = 'moved' | 'unchanged' | 'conflict' | Obstacle[]

/**
 * Moves a deal into a stage by the stage's rules; into a closed one, that ends it, and out of one,
 * that opens it again. The deal is held meanwhile, so of two who move it at once one is told.
 * @param deal as it was read: where it stands then is where it must still stand
 * @returns what stands against it; then nothing was written
 */
export async function moveDeal(
  scope: Scope,
  registry: Registry,
  deal: DealRecord,
  to: Stage,
  input: MoveInput,
): Promise<Moved> {
  if (deal.stageId === to.id) return 'unchanged'
  const [pipelines, reasons] = await Promise.all([readPipelines(scope), readReasons(scope)])
  const from = stageAt(pipelines, deal.stageId)
  const there = whatIsThere(deal.values, deal)
  const known = (id: string) => reasons.some((one) => one.id === id && !one.hidden)
  const obstacles = obstaclesTo(from, to, there, input, { today: today(scope), known })
  if (obstacles.length > 0) return obstacles
  await foundPipelines(scope)
  if (to.kind === 'lost') await foundReasons(scope)
  const end = endOf(scope, to, input)
  const moved = await scope.db
    .update(deals)
    .set({
      ...{ pipelineId: to.pipelineId, stageId: to.id, outcome: to.kind, stageSince: sql`now()` },
      ...end,
      ...{ updatedAt: sql`now()`, version: sql`${deals.version} + 1` },
    })
    .where(
      sql`${deals.companyId} = ${scope.company.id} and ${deals.id} = ${deal.id}
        and ${deals.stageId} = ${deal.stageId}`,
    )
    .returning({ id: deals.id })
  if (moved.length === 0) return 'conflict'
  const reason = reasons.find(({ id }) => id === end.lossReasonId)?.name
  await leaveMove(scope, registry, deal, to, { ...input, reason })
  return 'moved'
}

/** How a deal ended, or that it has not. */
const endOf = (scope: Scope, { kind }: Stage, { closedOn, lossReasonId, note }: MoveInput) => ({
  closedOn: kind === 'open' ? null : (closedOn ?? today(scope)),
  lossReasonId: kind === 'lost' ? lossReasonId : null,
  outcomeNote: kind === 'open' ? '' : note,
})

async function leaveMove(
  scope: Scope,
  registry: Registry,
  deal: DealRecord,
  to: Stage,
  { evidence, reason, note }: MoveInput & { reason?: string },
): Promise<void> {
  const { id, stageId, stage, outcome } = deal
  await Promise.all([
    noteMoves(scope, [{ dealId: id, from: stageId, to: to.id, evidence }]),
    // A move makes a new version, as a save does, so the trail calls it by the same word.
    recordAudit(scope, {
      ...{ action: 'changed', object: dealKind.object, recordId: id },
      before: { stageId },
      after: { stageId: to.id, ...(reason && { lossReason: reason }) },
    }),
    addToTimeline(scope, dealKind.object, id, 'sales.moved', {
      ...{ from: stage.name, to: to.name, was: outcome, is: to.kind },
      ...(evidence && { evidence }),
      ...(reason && { reason }),
      ...(note && { note }),
    }),
    tell(registry, scope, `${dealKind.object}.moved`, { id, from: stageId, to: to.id }),
    ...(to.kind === 'open' ? [] : [tell(registry, scope, `${dealKind.object}.${to.kind}`, { id })]),
  ])
}
