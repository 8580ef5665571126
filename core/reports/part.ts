import type { Child } from 'hono/jsx'
import type { Scope } from '../scope.ts'
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
export type Report<State extends ReportState = ReportState> = {
  key: string
  title: (scope: Scope) => string
  about: (scope: Scope) => string
  read: (scope: Scope, state: State) => Promise<Part[]>
}

/** The reports of one module: where they stand, who sees them, and what they can be narrowed to. */
export type Reports<State extends ReportState = ReportState> = {
  href: string
  title: (scope: Scope) => string
  view: string
  export: string
  /** What the audit trail calls one that leaves as a file. */
  object: string
  reports: readonly Report<State>[]
  read: (scope: Scope, params: URLSearchParams) => Promise<State>
  params: (state: State) => URLSearchParams
  /** Controls beside those of every report. */
  controls?: (scope: Scope, state: State) => Child
}
