import { newId } from '../../../core/db/id.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { State } from '../states/state-types.ts'
import { stateChanges } from './schema.ts'

type Stands = Pick<State, 'id' | 'type'>

/** That a ticket came from one state into another, the first from none. */
export type StateMove = { ticketId: string; from: Stands | null; to: Stands; at: Date }

/** Writes down changes of state, for clocks and reports. */
export const noteStates = (scope: Scope, moves: readonly StateMove[]): Promise<void> =>
  insertMany(
    scope,
    stateChanges,
    moves.map(({ ticketId, from, to, at }) => ({
      ...{ id: newId(), ticketId, changedAt: at, changedBy: scope.actorId },
      ...{ fromStateId: from?.id, fromType: from?.type, toStateId: to.id, toType: to.type },
    })),
  )
