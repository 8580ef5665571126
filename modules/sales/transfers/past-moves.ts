import { sql } from 'drizzle-orm'
import { usualId } from '../../../core/db/id.ts'
import type { Scope } from '../../../core/scope.ts'
import { momentAt } from '../../../core/values/moment.ts'
import { type Move, noteMoves } from '../deals/moves.ts'
import { deals } from '../deals/schema.ts'
import type { DealDraft } from './deal-book.ts'

/**
 * The moves that a file tells of: into the stage of engaging on the day it names, where the usual
 * pipeline has that stage still, and into the stage where the deal stands. Nothing else is made up.
 */
export function movesOf(
  scope: Scope,
  { id: dealId, stored, now }: DealDraft,
): (Move & { at: Date })[] {
  const on = (day: string | null | undefined): Date | undefined =>
    day ? momentAt(`${day} 00:00`, scope.company.timeZone) : undefined
  const end = now.outcome === 'open' ? undefined : on(now.closedOn)
  if (stored)
    return stored.stageId === now.stageId
      ? []
      : [{ dealId, from: stored.stageId, to: now.stageId, at: end ?? scope.now() }]
  const engaging = usualId(scope, 'stage engaging')
  const inUsual = now.pipelineId === usualId(scope, 'pipeline')
  const engaged = inUsual ? on(now.engagedOn) : undefined
  const first = engaged ? [{ dealId, from: null, to: engaging, at: engaged }] : []
  if (engaged && now.stageId === engaging) return first
  const at = end ?? on(now.values.startedOn) ?? now.origin?.createdAt ?? scope.now()
  return [...first, { dealId, from: engaged ? engaging : null, to: now.stageId, at }]
}

/** Writes them down; of a deal that was there, since when it stands where it stands now, too. */
export async function noteImportedMoves(scope: Scope, drafts: readonly DealDraft[]): Promise<void> {
  await noteMoves(
    scope,
    drafts.flatMap((draft) => movesOf(scope, draft)),
  )
  const moved = drafts.filter(({ stored, now }) => stored && stored.stageId !== now.stageId)
  if (moved.length === 0) return
  const ids = moved.map(({ id }) => id)
  await scope.db.execute(sql`
    update ${deals} set stage_since = (select max(m.moved_at) from sales.stage_moves m
      where m.company_id = ${deals.companyId} and m.deal_id = ${deals.id})
    where ${deals.companyId} = ${scope.company.id}
      and ${deals.id} = any(${sql.param(ids)}::uuid[])`)
}
