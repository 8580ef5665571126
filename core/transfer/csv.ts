import Papa from 'papaparse'
import { restore } from './formula.ts'
import { refuseFile } from './refusal.ts'

/** The most columns, and characters in a cell (a spreadsheet's own limit) and in a row. */
export const mostColumns = 500
export const mostCellLength = 32_767
const mostRowLength = 1_000_000

/** A row's number is the one its spreadsheet shows: the header is 1, blank rows count. */
export type SheetRow = { rowNumber: number; cells: string[] }

/** A table in text; `rows` may be walked as often as needed and holds one window at a time. */
export type Sheet = {
  delimiter: string
  headers: string[]
  rows: () => Generator<SheetRow, void, undefined>
}

/**
 * Opens a CSV text. Delimiter: comma, semicolon or tab, by a line `sep=;` or by its first rows.
 * @throws FileRefused here for a header or first row that cannot be read, and while walking the
 *   rows for one that cannot; so walk them once before anything is written
 */
export function readCsv(text: string, chosen?: string): Sheet {
  const hint = /^sep=([,;\t])(\r\n?|\n)/i.exec(text)
  const body = hint ? text.slice(hint[0].length) : text
  const delimiter = chosen ?? hint?.[1] ?? guessDelimiter(body)
  const filled = () => filledRows(body, delimiter)
  const header = filled().next().value
  if (!header) return refuseFile('headerMissing')
  const rows = function* () {
    const all = filled()
    all.next()
    yield* all
  }
  if (rows().next().done) refuseFile('rowsMissing')
  return { delimiter, headers: header.cells.map((cell) => cell.trim()), rows }
}

/** Lines end in many ways, also within one file. */
const plainEnds = (text: string): string => text.replaceAll(/\r\n?/g, '\n')

/** Papa's guess from the first rows, as it would not be safe on a hostile whole. */
const guessDelimiter = (text: string): string =>
  Papa.parse(plainEnds(text.slice(0, 65_536)), {
    preview: 20,
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t'],
  }).meta.delimiter

function* filledRows(text: string, delimiter: string): Generator<SheetRow, void, undefined> {
  let rowNumber = 0
  for (const row of allRows(text, delimiter)) {
    rowNumber += 1
    if (row.length > mostColumns) refuseFile('tooManyColumns', rowNumber, mostColumns)
    if (row.every((cell) => cell.trim() === '')) continue
    if (row.some((cell) => cell.length > mostCellLength))
      refuseFile('cellTooLong', rowNumber, mostCellLength)
    yield { rowNumber, cells: row.map(restore) }
  }
}

/** One record of Papa's parser, which its types leave open. */
type Parsed = {
  data: string[][]
  errors: { code: string; row: number }[]
  meta: { cursor: number }
}

/** Small, as measured: larger windows hold more short rows at a time and are slower besides. */
const firstWindow = 16_384

/**
 * Every record, parsed window by window: a window holds whole records and grows only as far as
 * one record may, so neither a row without end nor a large file fills the memory. Nor is the text
 * copied to make its line ends alike.
 */
function* allRows(text: string, delimiter: string): Generator<string[], void, undefined> {
  const parser = new Papa.Parser({ delimiter, newline: '\n', fastMode: false })
  let [done, start, size, begun] = [0, 0, firstWindow, '']
  while (start < text.length) {
    const end = start + size + (text[start + size - 1] === '\r' ? 1 : 0)
    const last = end >= text.length
    const window = begun + plainEnds(text.slice(start, end))
    const { data, errors, meta }: Parsed = parser.parse(window, 0, !last)
    const wrong = errors.find((error) => error.row < data.length)
    if (wrong) refuseQuote(wrong.code, done + wrong.row + 1)
    if (data.length === 0 && window.length >= mostRowLength)
      refuseRow(parser.parse(window, 0, false), done + 1)
    yield* data
    done += data.length
    start = end
    begun = last ? '' : window.slice(data.length === 0 ? 0 : meta.cursor)
    size = data.length === 0 ? mostRowLength : firstWindow
  }
}

/** Says why a row is too large: its quotation mark is open, or it has too much of something. */
function refuseRow({ data: [cells = []], errors }: Parsed, row: number): never {
  if (errors.some(({ code }) => code === 'MissingQuotes')) refuseFile('rowNotEnded', row)
  if (cells.length > mostColumns) refuseFile('tooManyColumns', row, mostColumns)
  if (cells.some((cell) => cell.length > mostCellLength))
    refuseFile('cellTooLong', row, mostCellLength)
  return refuseFile('rowTooLarge', row, mostRowLength)
}

const refuseQuote = (code: string, row: number): never =>
  refuseFile(code === 'MissingQuotes' ? 'quoteNotClosed' : 'quoteMisplaced', row)
