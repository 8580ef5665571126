import type { Member } from '../../core/access/members.ts'
import type { Module } from '../../core/module.ts'
import type { Audience, CellState, Kill } from '../snapshot.ts'
import type { Place, Wanted } from './cells.ts'

export type ShownState = CellState | 'frozen'

/** One module in one department, or in the whole company. */
export type Cell = {
  module: Module
  place: Place
  state: ShownState
  /** What it would be if nothing were frozen. */
  underneath: CellState
  /** What it would be if nothing were frozen and it had no word of its own. */
  above: CellState
  /** The row that decides it, and whether that is its own. */
  row: Audience | undefined
  isOwn: boolean
  /** The stop that freezes it. */
  kill: Kill | undefined
  /** Everybody in the department and below it who has the module, and how many people there are. */
  have: Member[]
  people: number
}

/** Whether a cell in this state lets anybody in. */
export const isOpenState = (state: ShownState | Wanted['state']): boolean =>
  state === 'pilot' || state === 'on' || state === 'read'

/** Whether its own stop freezes a cell, not one of a department above. */
export const isFrozenItself = ({ kill, place }: Cell): boolean =>
  kill !== undefined && (kill.department ?? null) === place
