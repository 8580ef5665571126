import type { Running } from '../../core/console.ts'
import type { Scope } from '../../core/scope.ts'
import { metricOf } from '../evidence/metrics.ts'
import { openEvidence } from '../evidence/reading.ts'
import { findingAt, type Item } from './formula.ts'

/** What people say beside what is measured; `gap` null where nothing is measured, or nobody said. */
export type Claim = {
  item: Item
  metric: string
  measured: number | null
  gap: number | null
  isFinding: boolean
}

/** Sets each answer beside its evidence: more than twenty points between them is a finding. */
export async function readClaims(
  scope: Scope,
  running: Running,
  items: readonly Item[],
): Promise<Claim[]> {
  const read = await openEvidence(scope, running)
  const claims: Claim[] = []
  for (const item of items) {
    const metric = item.question.evidence ? metricOf(item.question.evidence) : undefined
    if (!metric) continue
    const reading = await read(metric)
    const measured = reading.state === 'ok' ? (reading.value ?? null) : null
    // What only holds or does not is told beside the answer; no points lie between the two.
    const isScale = metric.unit === 'index' || metric.unit === 'percent'
    const known = item.value !== null && measured !== null && isScale
    const gap = known ? (item.value ?? 0) - (measured ?? 0) : null
    const isFinding = gap !== null && Math.abs(gap) > findingAt.claim
    claims.push({ item, metric: metric.code, measured, gap, isFinding })
  }
  return claims
}
