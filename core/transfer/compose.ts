import { bare, type Column, guessMapping, plain } from './columns.ts'
import type { Sheet, SheetRow } from './csv.ts'

/** A part of a composed field: the headers it goes by, and whether a file may do without it. */
type Part = { names: readonly string[]; optional?: true }

/**
 * A field that other programs spread over several columns: first and last name, a number and what
 * kind of number it is.
 */
export type Composed = {
  field: string
  parts: readonly Part[]
  /** @param cells one for each part, empty where the file has none */
  join: (cells: readonly string[]) => string
}

/**
 * A program whose files have these headers, and which of them mean something else there than here;
 * `unless` a header says that the file is our own.
 */
export type KnownFile = {
  marks: readonly string[]
  not: readonly string[]
  unless?: readonly string[]
}

/** How files of other programs are read into one kind of record. */
export type Foreign = { composed: readonly Composed[]; known: readonly KnownFile[] }

/** A table with composed columns behind those that the file has. */
export type Composing = Sheet & {
  /** How many columns the file itself has. */
  written: number
  guess: (string | null)[]
}

/** Adds the columns that can be composed, and guesses what each column means. */
export function composeSheet<Row>(
  sheet: Sheet,
  columns: readonly Column<Row>[],
  { composed, known }: Foreign = { composed: [], known: [] },
): Composing {
  const { headers } = sheet
  const plainHeaders = headers.map(plain)
  const has = (name: string) => plainHeaders.includes(plain(name))
  const other = known
    .filter(({ marks, unless = [] }) => marks.every(has) && !unless.some(has))
    .flatMap(({ not }) => not.map(plain))
  const readable = headers.map((header) => (other.includes(bare(header)) ? '' : header))
  const guess: (string | null)[] = [...guessMapping(readable, columns)]
  const made = composed.flatMap(({ field, parts, join }) => {
    const at = parts.map(({ names }) => {
      const wanted = new Set(names.map(plain))
      return plainHeaders.findIndex((one) => wanted.has(one))
    })
    if (parts.some(({ optional }, part) => !optional && at[part] === -1)) return []
    // 省份 alone is a region; with 城市 beside it, it is only a part of one.
    const alone = guess.indexOf(field)
    if (alone !== -1 && !at.includes(alone)) return []
    if (alone !== -1) guess[alone] = null
    return [{ field, at, join }]
  })
  const title = ({ at }: { at: number[] }) => at.flatMap((one) => headers[one] ?? []).join(' + ')
  return {
    ...sheet,
    headers: [...headers, ...made.map(title)],
    written: headers.length,
    guess: [...guess, ...made.map(({ field }) => field)],
    rows: made.length === 0 ? sheet.rows : () => composeRows(sheet, made),
  }
}

function* composeRows(
  { headers, rows }: Sheet,
  made: readonly Pick<Composed & { at: readonly number[] }, 'at' | 'join'>[],
): Generator<SheetRow, void, undefined> {
  for (const { rowNumber, cells } of rows()) {
    // A row that is too short is told so by its length, which must stay what it is.
    if (cells.length < headers.length) yield { rowNumber, cells }
    else {
      const more = made.map(({ at, join }) => join(at.map((one) => cells[one]?.trim() ?? '')))
      yield { rowNumber, cells: cells.toSpliced(headers.length, 0, ...more) }
    }
  }
}

/** The cells as the file has them, without the composed ones. */
export const writtenCells = (
  { headers, written }: Pick<Composing, 'headers' | 'written'>,
  cells: string[],
) => (cells.length < headers.length ? cells : cells.toSpliced(written, headers.length - written))
