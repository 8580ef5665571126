import { tell } from '../../core/events.ts'
import { type Change, recordAudit } from '../../core/records/audit.ts'
import { addToTimeline } from '../../core/records/timeline.ts'
import type { Registry } from '../../core/registry.ts'
import type { Scope } from '../../core/scope.ts'
import type { RecordKind } from './kinds.ts'

export type Deed =
  | 'created'
  | 'changed'
  | 'archived'
  | 'restored'
  | 'assigned'
  | 'linked'
  | 'unlinked'

/** `story` is what the timeline keeps; audit keeps every value as stored. */
export type Trace = Pick<Change, 'before' | 'after'> & { story?: Record<string, unknown> }

/**
 * Writes audit, timeline and event of one deed, in the transaction of the deed itself. The three go
 * out together, so that they cost one round trip.
 */
export async function leaveTrace(
  scope: Scope,
  registry: Registry,
  { object }: RecordKind,
  recordId: string,
  deed: Deed,
  { before, after, story = {} }: Trace = {},
): Promise<void> {
  await Promise.all([
    recordAudit(scope, { action: deed, object, recordId, before, after }),
    addToTimeline(scope, object, recordId, `contacts.${deed}`, story),
    tell(registry, scope, `${object}.${deed}`, { id: recordId }),
  ])
}
