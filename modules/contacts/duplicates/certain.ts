import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import type { ContactsKind } from '../kinds.ts'
import { startMerging } from '../merging/merge-job.ts'
import { joined } from './pairs.ts'
import { duplicatePairs as pairs } from './schema.ts'

/** From which likelihood on, in per cent, pairs can be merged all together; the surest first. */
export const sure = [98, 95, 90, 80] as const
export type Sure = (typeof sure)[number]

/** One job takes no more; whoever has more merges the rest behind it. */
export const mostMerged = 5_000

/** So many pairs of at least one of these likelihoods wait for the reader. */
export type SureCount = { score: Sure; count: number }

const likely = (score: number): SQL => sql`${pairs.score} >= ${score}`

/** How many pairs there are for each likelihood, up to what one job takes. */
export async function countSure(scope: Scope, kind: ContactsKind): Promise<SureCount[]> {
  const counts = sure.map((score) => sql`count(*) filter (where score >= ${score})::int`)
  const [row] = await scope.db.execute<{ counts: number[] }>(sql`
    select array[${sql.join(counts, sql`, `)}] as counts from (
      select ${pairs.score} as score from ${joined(scope, kind)} and ${likely(Math.min(...sure))}
      order by ${pairs.score} desc limit ${mostMerged}) found`)
  return sure.map((score, at) => ({ score, count: row?.counts[at] ?? 0 }))
}

/**
 * Starts merging all pairs of at least a likelihood whose records both are in the reader's hands.
 * @returns undefined when there are none, or when others are being merged
 */
export async function mergeSure(
  scope: Scope,
  kind: ContactsKind,
  score: Sure,
): Promise<string | undefined> {
  const found = await scope.db.execute<{ a: string; b: string }>(sql`
    select ${pairs.firstId} as a, ${pairs.secondId} as b
    from ${joined(scope, kind)} and ${likely(score)}
    order by ${pairs.score} desc, ${pairs.id} limit ${mostMerged}`)
  if (found.length === 0) return undefined
  return startMerging(
    scope,
    found.map((two) => ({ list: kind.list, ...two })),
  )
}
