import { newId } from '../db/id.ts'
import type { Scope } from '../scope.ts'
import { insertMany } from '../seed/insert.ts'
import { audit } from './schema.ts'

export type Change = {
  /** What was done, as a verb: created, changed, archived, restored, signed-in … */
  action: string
  object: string
  recordId?: string | null
  before?: Record<string, unknown>
  after?: Record<string, unknown>
  reason?: string
}

/** Writes down one change; see `recordAudits`. */
export const recordAudit = (scope: Scope, change: Change): Promise<void> =>
  recordAudits(scope, [change])

/**
 * Writes down who changed what, in the transaction of the changes themselves: either both are kept
 * or neither. The table takes new rows only, by database privilege.
 */
export async function recordAudits(scope: Scope, changes: readonly Change[]): Promise<void> {
  const { actorId, requestId, address } = scope
  const rows = changes.map(({ action, object, recordId, before, after, reason }) => ({
    id: newId(),
    actorId,
    action,
    object,
    recordId,
    before,
    after,
    reason,
    requestId,
    address,
  }))
  await insertMany(scope, audit, rows)
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
