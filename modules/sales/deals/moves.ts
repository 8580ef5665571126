import { newId } from '../../../core/db/id.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { stageMoves } from './schema.ts'

/** A deal that went from one stage to another, from none when it began; `at` for what was earlier. */
export type Move = {
  dealId: string
  from: string | null
  to: string
  evidence?: string
  at?: Date
  by?: string | null
}

/** Notes moves: one row each. Funnel, time in a stage and what stands still read them. */
export const noteMoves = (scope: Scope, moves: readonly Move[]): Promise<void> =>
  insertMany(
    scope,
    stageMoves,
    moves.map(({ dealId, from, to, evidence = '', at, by }) => ({
      ...{ id: newId(), dealId, fromStageId: from, toStageId: to, evidence },
      ...{ movedAt: at ?? scope.now(), movedBy: by === undefined ? scope.actorId : by },
    })),
  )
