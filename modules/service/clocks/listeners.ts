import type { Event, Listener } from '../../../core/module.ts'
import type { Scope } from '../../../core/scope.ts'
import { ticketKind } from '../tickets/kind.ts'
import { keepClocks } from './keeping.ts'

const reckoned = (scope: Scope, { payload }: Event): Promise<void> =>
  payload.imported ? Promise.resolve() : keepClocks(scope, [String(payload.id)])

/** What starts and stops a clock counts at once. */
const at = ['opened', 'answered', 'customer-wrote', 'state-changed']

/** The messages of a merged ticket count on the other from now on, and on itself no more. */
const merged = (scope: Scope, { payload }: Event): Promise<void> =>
  keepClocks(scope, [String(payload.id), String(payload.into)])

/** What may change the promise is reckoned right after: a list of hundreds can be given away at once. */
const behind = ['changed', 'assigned', 'archived', 'restored']

export const clockListeners: readonly Listener[] = [
  ...at.map((name) => ({ event: `${ticketKind.object}.${name}`, during: reckoned })),
  { event: `${ticketKind.object}.merged`, during: merged },
  ...behind.map((name) => ({ event: `${ticketKind.object}.${name}`, after: reckoned })),
]
