import { tell } from '../../../core/events.ts'
import { type Change, recordAudit } from '../../../core/records/audit.ts'
import { addToTimeline } from '../../../core/records/timeline.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'

/** What the audit trail keeps of a deed, and what its line in the timeline tells. */
export type Trace = Pick<Change, 'before' | 'after' | 'reason'> & {
  story?: Record<string, unknown>
}

/**
 * Writes audit, timeline and event of one deed, in the transaction of the deed itself.
 * @param object `sales.quote`; the line is of the kind `sales.quote.sent`, as is the event
 */
export async function leaveTrace(
  scope: Scope,
  registry: Registry,
  object: `sales.${string}`,
  recordId: string,
  deed: string,
  { story = {}, ...sides }: Trace = {},
): Promise<void> {
  await Promise.all([
    recordAudit(scope, { action: deed, object, recordId, ...sides }),
    addToTimeline(scope, object, recordId, `${object}.${deed}`, story),
    tell(registry, scope, `${object}.${deed}`, { id: recordId }),
  ])
}
