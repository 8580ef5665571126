import { type CellProblem, type CheckedRow, checkRow, noCounts, type planCheck } from './check.ts'
import type { SheetRow } from './csv.ts'
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

/** A row that its module refuses, with the sentence why; nothing of one that it takes. */
export const refusedBy = (row: SheetRow, outcome: Outcome | undefined): Refused[] =>
  outcome?.kind === 'rejected'
    ? [
        {
          ...row,
          problems: [{ header: null, given: '', problem: fileProblem('said', outcome.reason) }],
        },
      ]
    : []
