import type { Locale } from '../i18n/locale.ts'
import type { Column } from './columns.ts'
import { defuse } from './formula.ts'
import { writeWorkbook } from './workbook/writing.ts'
import { csvLine, encodeLines } from './write.ts'

/** GB18030 is for programs that know nothing else; it too holds every Unicode character. */
export const exportFormats = ['xlsx', 'csv', 'csv-gb18030'] as const
export type ExportFormat = (typeof exportFormats)[number]

type Rows<Row> = AsyncIterable<Row> | Iterable<Row>

/** The language of headers and words, and the currency of amounts that name none. */
type Words = { locale: Locale; currency: string }

/**
 * Rows as a file, streamed: the header goes out before the first row is asked for, and no more than
 * some 64 KB are held. Importing the file again gives the same values back.
 */
export function exportFile<Row>(
  rows: Rows<Row>,
  columns: readonly Column<Row>[],
  { format, ...words }: Words & { format: ExportFormat },
): AsyncIterable<Uint8Array> {
  const lines = exportLines(rows, columns, words)
  if (format !== 'xlsx')
    return encodeLines(asCsv(lines), format === 'csv-gb18030' ? 'gb18030' : 'utf-8')
  return writeWorkbook('Export', asCells(lines, columns))
}

async function* exportLines<Row>(
  rows: Rows<Row>,
  columns: readonly Column<Row>[],
  words: Words,
): AsyncGenerator<string[], void, undefined> {
  yield columns.map((column) => headerOf(column, words))
  for await (const row of rows) yield columns.map((column) => cellOf(row, column, words))
}

function headerOf<Row>({ label, amounts }: Column<Row>, { locale, currency }: Words): string {
  if (!amounts) return defuse(label[locale])
  return defuse(label[locale] + (locale === 'zh-CN' ? `（${currency}）` : ` (${currency})`))
}

function cellOf<Row>(row: Row, column: Column<Row>, { locale, currency }: Words): string {
  const value = row[column.field]
  if (value === null || value === undefined) return ''
  const text = column.cell?.(value, currency) ?? column.print(value, locale)
  return defuse(text, column.typed)
}

async function* asCsv(lines: AsyncIterable<string[]>): AsyncGenerator<string, void, undefined> {
  for await (const cells of lines) yield csvLine(cells)
}

/** A number that a spreadsheet gives back; 007 and what has more than 15 digits are texts. */
const plainNumber = /^-?(?=(\d\.?){1,15}$)(0|[1-9]\d*)(\.\d+)?$/

/** Cells of a workbook: texts as they are, numbers of number columns as numbers that can be summed. */
async function* asCells<Row>(
  lines: AsyncIterable<string[]>,
  columns: readonly Column<Row>[],
): AsyncGenerator<(string | number | null)[], void, undefined> {
  for await (const cells of lines)
    yield cells.map((cell, at) => {
      if (cell === '') return null
      return columns[at]?.typed && plainNumber.test(cell) ? Number(cell) : cell
    })
}
