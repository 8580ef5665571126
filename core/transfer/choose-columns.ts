import { type Column, type Mapping, plain } from './columns.ts'

/** What somebody wants read from a column: its header, and a field or nothing (''). */
export type ColumnChoice = { header: string; field: string }

/** A header or a field that is not there, with all that are. */
export class UnknownColumn extends Error {}

/**
 * Puts what somebody chose over what was guessed; a field that is chosen for one column is no
 * longer read from another. Fields go by their name or their label in either language.
 * @throws UnknownColumn
 */
export function chooseColumns<Row>(
  headers: readonly string[],
  guessed: Mapping<Row>,
  choices: readonly ColumnChoice[],
  columns: readonly Column<Row>[],
): Mapping<Row> {
  const mapping = [...guessed]
  for (const choice of choices) {
    const at = findHeader(headers, choice.header)
    const field = choice.field === '' ? null : findField(columns, choice.field)
    for (const [other, used] of mapping.entries()) if (used === field) mapping[other] = null
    mapping[at] = field
  }
  return mapping
}

function findHeader(headers: readonly string[], wanted: string): number {
  const exact = headers.indexOf(wanted)
  const at = exact >= 0 ? exact : headers.findIndex((header) => plain(header) === plain(wanted))
  if (at >= 0) return at
  throw new UnknownColumn(`The file has no column "${wanted}"; it has: ${headers.join(', ')}.`)
}

function findField<Row>(columns: readonly Column<Row>[], wanted: string): keyof Row & string {
  const named = ({ field, label }: Column<Row>) => [field, ...Object.values(label)].map(plain)
  const column =
    columns.find(({ field }) => field === wanted) ??
    columns.find((one) => named(one).includes(plain(wanted)))
  if (column) return column.field
  const fields = columns.map(({ field }) => field).join(', ')
  throw new UnknownColumn(
    `There is no field "${wanted}" to read a column into; there are: ${fields}.`,
  )
}
