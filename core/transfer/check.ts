import { type DateOrder, guessDateOrder } from '../values/date.ts'
import { type Parsed, refused } from '../values/parsed.ts'
import type { Problem } from '../values/problem.ts'
import type { Column, Mapping, Reading } from './columns.ts'
import type { Sheet, SheetRow } from './csv.ts'
import { inTurns } from './in-turns.ts'
import { type FileProblem, fileProblem } from './refusal.ts'

/**
 * One thing wrong in a row: in which column of the file, the text given, and why. Without a header the
 * sentence says itself what it is about.
 */
export type CellProblem = {
  header: string | null
  /** The column, counted from 0; left out when the row as a whole is wrong. */
  at?: number
  given: string
  problem: Problem | FileProblem
}

/**
 * A row that was read and checked, and nothing more. `values` has the fields that were filled in:
 * an empty cell is left out, so that an update does not clear what is stored. `shown` says how
 * texts were understood that look different from what was typed.
 */
export type CheckedRow<Row> = SheetRow &
  (
    | { ok: true; values: Partial<Row>; shown: Partial<Record<keyof Row & string, string>> }
    | { ok: false; problems: CellProblem[] }
  )

/** `total` = `fit` + `rejected`; `emptyWords` counts cells in which "null" was read as empty. */
export type CheckCounts = { total: number; fit: number; rejected: number; emptyWords: number }

/** What programs write for nothing. Capitalised, Null is a surname, so that is kept. */
const emptyWords = new Set(['null', 'NULL', '(null)', '\\N', 'NaN', '#N/A', '#VALUE!', '#REF!'])

type Step<Row> = { at: number; column: Column<Row>; header: string; reading: Reading }

/** How a file is to be checked; made once, used for every row. */
export type CheckPlan<Row> = { width: number; steps: Step<Row>[] }

/**
 * Prepares the check of a file. Columns with dates like 01-03-2017 get their order from their own
 * cells (one walk over the file), unless `reading.order` declares it. A required column that
 * nothing fills is not looked at here: see missingColumns.
 */
export function planCheck<Row>(
  sheet: Sheet,
  mapping: Mapping<Row>,
  columns: readonly Column<Row>[],
  reading: Reading,
): CheckPlan<Row> {
  const orders = reading.order ? [] : columnOrders(sheet)
  const steps = columns.flatMap((column) => {
    const at = mapping.indexOf(column.field)
    if (at < 0) return []
    const order = reading.order ?? orders[at]
    return [{ at, column, header: sheet.headers[at] ?? '', reading: { ...reading, order } }]
  })
  return { width: sheet.headers.length, steps }
}

const dayAndMonthFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}$/

/** The orders of the columns, by the first cell of each that can only be read one way or the other. */
function columnOrders(sheet: Sheet): (DateOrder | undefined)[] {
  const telling = sheet.headers.map(() => new Map<DateOrder, string>())
  for (const { cells } of sheet.rows())
    cells.forEach((cell, at) => {
      const [, first, second] = dayAndMonthFirst.exec(cell) ?? []
      const known = telling[at]
      if (!known || second === undefined) return
      if (Number(first) > 12 && !known.has('DMY')) known.set('DMY', cell)
      if (Number(second) > 12 && !known.has('MDY')) known.set('MDY', cell)
    })
  return telling.map((cells) => guessDateOrder(cells.values()))
}

/**
 * Checks one row against the plan and counts it. Never throws, never writes.
 * @param counts grows by this row
 */
export function checkRow<Row>(
  plan: CheckPlan<Row>,
  row: SheetRow,
  counts: CheckCounts,
): CheckedRow<Row> {
  const ragged = raggedness(plan.width, row.cells)
  const problems: CellProblem[] = ragged ? [{ header: null, given: '', problem: ragged }] : []
  const values: Partial<Row> = {}
  const shown: Partial<Record<keyof Row & string, string>> = {}
  for (const { at, column, header, reading } of ragged ? [] : plan.steps) {
    const given = row.cells[at] ?? ''
    const parsed = parseCell(given, column, reading, counts)
    if (parsed === undefined) continue
    if (!parsed.ok) problems.push({ header, at, given, problem: parsed.problem })
    else values[column.field] = parsed.value
    if (parsed.ok && parsed.shown !== undefined) shown[column.field] = parsed.shown
  }
  counts.total += 1
  counts[problems.length > 0 ? 'rejected' : 'fit'] += 1
  return problems.length > 0 ? { ...row, ok: false, problems } : { ...row, ok: true, values, shown }
}

/** Undefined for a cell that says nothing and need not. */
function parseCell<Row>(
  given: string,
  column: Column<Row>,
  reading: Reading,
  counts: CheckCounts,
): Parsed<NonNullable<Row[keyof Row & string]>> | undefined {
  const typed = given.trim()
  if (typed !== '' && !emptyWords.has(typed)) return column.parse(given, reading)
  if (typed !== '') counts.emptyWords += 1
  return column.required ? refused('missing') : undefined
}

/** Cells beyond the header may be there when they are empty; missing ones may not: half a row
 *  torn by a line break would else come in as a whole one. */
function raggedness(width: number, cells: readonly string[]): FileProblem | undefined {
  if (cells.length < width) return fileProblem('rowTooShort', cells.length, width)
  if (cells.slice(width).some((cell) => cell.trim() !== ''))
    return fileProblem('rowTooLong', cells.length, width)
}

export const noCounts = (): CheckCounts => ({ total: 0, fit: 0, rejected: 0, emptyWords: 0 })

/** What a preview shows: true counts over the whole file, and its first rows of either kind. */
export type Preview<Row> = {
  counts: CheckCounts
  fit: CheckedRow<Row>[]
  rejected: CheckedRow<Row>[]
}

export type Showing<Row> = {
  /** How many fitting and how many rejected rows to hand back; of the latter those after the row of that number. */
  keep?: number
  keepRejected?: number
  after?: number
  /** Sees every row. */
  watch?: (row: CheckedRow<Row>) => void
  /** Told every few thousand rows how many have been read. */
  tell?: (rows: number) => Promise<unknown>
}

const tellEvery = 2_000

/**
 * Walks the whole file without writing anything.
 * @throws FileRefused when a row cannot be read
 */
export async function previewSheet<Row>(
  sheet: Sheet,
  plan: CheckPlan<Row>,
  { keep = 20, keepRejected, after = 0, watch, tell }: Showing<Row> = {},
): Promise<Preview<Row>> {
  const preview: Preview<Row> = { counts: noCounts(), fit: [], rejected: [] }
  for await (const row of inTurns(sheet.rows())) {
    const checked = checkRow(plan, row, preview.counts)
    watch?.(checked)
    if (preview.counts.total % tellEvery === 0) await tell?.(preview.counts.total)
    if (checked.ok) {
      if (preview.fit.length < keep) preview.fit.push(checked)
    } else if (row.rowNumber > after && preview.rejected.length < (keepRejected ?? keep))
      preview.rejected.push(checked)
  }
  return preview
}
