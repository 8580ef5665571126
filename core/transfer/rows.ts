import { type CellProblem, type CheckedRow, checkRow, noCounts, type planCheck } from './check.ts'
import type { SheetRow } from './csv.ts'
import type { Import } from './imports.ts'
import { inTurns } from './in-turns.ts'
import { fileProblem } from './refusal.ts'
import type { Outcome, Values } from './transfer.ts'

/** So many rows go to a module at once. */
export const batchSize = 500

export type Checked = CheckedRow<Values>
export type Refused = SheetRow & { problems: CellProblem[] }

/** A file's rows one by one, checked. */
export function* checkAll(
  plan: ReturnType<typeof planCheck<Values>>,
  rows: Iterable<SheetRow>,
): Generator<Checked, void, undefined> {
  const counts = noCounts()
  for (const row of rows) yield checkRow(plan, row, counts)
}

/** The next batch of them, in turns with what else this process does. */
export async function takeBatch(rows: Iterator<Checked>): Promise<Checked[]> {
  const batch: Checked[] = []
  for await (const row of inTurns(take(rows, batchSize))) batch.push(row)
  return batch
}

function* take<Item>(items: Iterator<Item>, most: number): Generator<Item, void, undefined> {
  for (let at = 0; at < most; at++) {
    const next = items.next()
    if (next.done) return
    yield next.value
  }
}

/** Where a field stands in a file, counted from 0; undefined for a field that no column fills. */
export type Placing = (field: string) => number | undefined

export const placing =
  (mapping: Import['mapping']): Placing =>
  (field) => {
    const at = mapping.indexOf(field)
    return at < 0 ? undefined : at
  }

/** A row that its module refuses, with the sentence why and the cell to blame; nothing of one that it takes. */
export function refusedBy(
  row: SheetRow,
  outcome: Outcome | undefined,
  placeOf: Placing,
): Refused[] {
  if (outcome?.kind !== 'rejected') return []
  const at = outcome.field === undefined ? undefined : placeOf(outcome.field)
  // The sentence says itself what it is about: no header is put before it.
  const problem = { header: null, problem: fileProblem('said', outcome.reason) }
  const cell = at === undefined ? { given: '' } : { at, given: row.cells[at] ?? '' }
  return [{ ...row, problems: [{ ...problem, ...cell }] }]
}
