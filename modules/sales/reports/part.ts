import type { Scope } from '../../../core/scope.ts'
import type { ReportState } from './state.ts'

/** A figure as it is shown, and the records it is made of. */
export type Cell = { text: string; href?: string }

/** A part of a report: its figures as a table, drawn besides where a picture tells more. */
export type Part = {
  title: string
  /** What the figures say, in a sentence. */
  summary?: string
  /** How they are reckoned. */
  formula?: string
  columns: readonly { label: string; end?: true }[]
  rows: readonly (readonly Cell[])[]
  /** A bar for each row, by a number. */
  bars?: readonly { label: string; value: number; shown: string }[]
  /** What there is to say when no row is there. */
  empty?: string
}

/** One report: what it is called, and how it is read for somebody. */
export type Report = {
  key: string
  title: (scope: Scope) => string
  about: (scope: Scope) => string
  read: (scope: Scope, state: ReportState) => Promise<Part[]>
}
