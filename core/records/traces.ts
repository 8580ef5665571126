import { tellMany } from '../events.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { type Change, recordAudits } from './audit.ts'
import type { RecordKind } from './kind.ts'
import { addLines } from './timeline.ts'

export type Deed =
  | 'created'
  | 'changed'
  | 'archived'
  | 'restored'
  | 'assigned'
  | 'linked'
  | 'unlinked'

/** The deeds that make a new version of a record. */
export const versionDeeds: readonly Deed[] = [
  'created',
  'changed',
  'archived',
  'restored',
  'assigned',
]

/** `story` is what the timeline keeps; audit keeps every value as stored. */
export type Trace = Pick<Change, 'before' | 'after'> & { story?: Record<string, unknown> }

/** What was done to which record; `imported` when a file did it. */
export type Done = Trace & { id: string; deed: Deed; imported?: true }

/** Writes the traces of one deed; see `leaveTraces`. */
export const leaveTrace = (
  scope: Scope,
  registry: Registry,
  kind: RecordKind,
  id: string,
  deed: Deed,
  trace: Trace = {},
): Promise<void> => leaveTraces(scope, registry, kind, [{ ...trace, id, deed }])

/**
 * Writes audit, timeline and events of deeds, in the transaction of the deeds themselves. The three
 * go out together, however many records there are, so that they cost one round trip.
 */
export async function leaveTraces(
  scope: Scope,
  registry: Registry,
  { module, object }: RecordKind,
  done: readonly Done[],
): Promise<void> {
  await Promise.all([
    recordAudits(
      scope,
      done.map(({ id, deed, before, after }) => ({
        action: deed,
        object,
        recordId: id,
        before,
        after,
      })),
    ),
    addLines(
      scope,
      object,
      done.map(({ id, deed, imported, story = {} }) => ({
        recordId: id,
        kind: `${module}.${imported && deed === 'created' ? 'imported' : deed}`,
        data: story,
      })),
    ),
    tellMany(
      registry,
      scope,
      done.map(({ id, deed, imported }) => ({
        name: `${object}.${deed}`,
        payload: { id, ...(imported && { imported }) },
      })),
    ),
  ])
}
