import type { CheckedRow } from '../check.ts'
import type { Import } from '../imports.ts'
import type { Transfer, Values } from '../transfer.ts'

/** A row that would not be taken. */
export type WrongRow = Extract<CheckedRow<Values>, { ok: false }>

/**
 * The columns of a file, counted from 0, as a grid of wrong rows shows them: the one that says which
 * record is meant, those that are to be mended in one of the rows, and then the others that are read.
 */
export function gridColumns(
  mapping: Import['mapping'],
  columns: Transfer['columns'],
  rows: readonly WrongRow[],
): number[] {
  const read = [...mapping.keys()].filter((at) => mapping[at] !== null)
  const wrong = new Set(rows.flatMap(({ problems }) => problems.map(({ at }) => at)))
  const naming = namingColumn(mapping, columns) ?? read[0]
  const others = read.filter((at) => at !== naming)
  return [
    ...(naming === undefined ? [] : [naming]),
    ...others.filter((at) => wrong.has(at)),
    ...others.filter((at) => !wrong.has(at)),
  ]
}

/** Where the name stands; of records without one, the first column that none may do without. */
function namingColumn(
  mapping: Import['mapping'],
  columns: Transfer['columns'],
): number | undefined {
  const required = columns.filter((column) => column.required).map(({ field }) => field)
  return ['name', ...required].map((field) => mapping.indexOf(field)).find((one) => one >= 0)
}
