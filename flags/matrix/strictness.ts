import { sql } from 'drizzle-orm'
import { announce } from '../../core/db/changes.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import { topic } from '../change.ts'
import type { Ruling } from '../gates/decision-for.ts'
import type { Strictness } from './schema.ts'

/** From the loosest to the strictest. */
export const strictnesses: readonly Strictness[] = ['simple', 'guided', 'strict']

/** How strict the company is with its own rollout. */
export async function readStrictness({ db, company }: Scope): Promise<Strictness> {
  const [row] = await db.execute<{ strictness: Strictness }>(sql`
    select strictness from flags.strictness where company_id = ${company.id}`)
  return row?.strictness ?? 'guided'
}

/** Sets how strict the company is. @returns false when it was so already */
export async function setStrictness(
  scope: Scope,
  strictness: Strictness,
  reason: string,
): Promise<boolean> {
  const before = await readStrictness(scope)
  if (before === strictness) return false
  await scope.db.execute(sql`
    insert into flags.strictness (company_id, strictness, since, "by", reason)
    values (${scope.company.id}, ${strictness}, ${scope.now().toISOString()}, ${scope.actorId},
      ${reason})
    on conflict (company_id) do update set strictness = excluded.strictness,
      since = excluded.since, "by" = excluded."by", reason = excluded.reason`)
  // How strict it is decides, where the company never said so, whether access follows learning.
  await announce(scope.db, topic, scope.company.id)
  await recordAudit(scope, {
    action: 'changed',
    object: 'flags.strictness',
    before: { strictness: before },
    after: { strictness },
    reason,
  })
  return true
}

/** What a change must bring along besides its reason. */
export type Asks = {
  strictness: Strictness
  /** The day by which it must be looked at again. */
  expiry: boolean
  /** A second person who decides. */
  second: boolean
} & Ruling

/**
 * What a change is asked for. Taking something away needs a reason alone, however strict: nobody
 * shall have to wait for a second person in order to stop.
 * @param widens whether it gives anybody more than they have, or takes a cell a step further
 * @param ruling what stands before it; a gate that lets it through has shown that it works, so no
 *   day to look again is needed
 */
export const asksOf = (
  strictness: Strictness,
  widens: boolean,
  { gate, unlawful }: Ruling = free,
): Asks => ({
  strictness,
  expiry: widens && strictness !== 'simple' && !gate?.passed,
  second: widens && strictness === 'strict',
  ...(widens ? { gate, unlawful } : free),
})

/** Nothing stands before a step. */
const free: Ruling = { gate: undefined, unlawful: [] }

/** Whether a company would be less strict than it is. */
export const loosens = (from: Strictness, to: Strictness): boolean =>
  strictnesses.indexOf(to) < strictnesses.indexOf(from)
