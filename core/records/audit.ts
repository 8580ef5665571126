import { sql } from 'drizzle-orm'
import { newId } from '../db/id.ts'
import type { Scope } from '../scope.ts'

export type Change = {
  /** What was done, as a verb: created, changed, archived, restored, signed-in … */
  action: string
  object: string
  recordId?: string | null
  before?: Record<string, unknown>
  after?: Record<string, unknown>
  reason?: string
}

/**
 * Writes down who changed what, in the transaction of the change itself: either both are kept or
 * neither. The table takes new rows only, by database privilege.
 */
export async function recordAudit(scope: Scope, change: Change): Promise<void> {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  await scope.db.execute(sql`
    insert into core.audit (company_id, id, actor_id, action, object, record_id, before, after, reason,
      request_id, address)
    values (${scope.company.id}, ${newId()}, ${scope.actorId}, ${change.action}, ${change.object},
      ${change.recordId ?? null}, ${json(change.before)}, ${json(change.after)},
      ${change.reason ?? null}, ${scope.requestId}, ${scope.address})`)
}

/**
 * The fields that differ, as audit and timeline keep them.
 * @returns undefined when nothing differs, so that saving an unchanged form leaves no trace
 */
export function differences<T extends Record<string, unknown>>(
  before: T,
  after: Partial<T>,
): { before: Record<string, unknown>; after: Record<string, unknown> } | undefined {
  const changed = Object.keys(after).filter(
    (key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null),
  )
  if (changed.length === 0) return undefined
  const pick = (source: Record<string, unknown>) =>
    Object.fromEntries(changed.map((key) => [key, source[key] ?? null]))
  return { before: pick(before), after: pick(after) }
}
