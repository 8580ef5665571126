import type { Locale } from '../i18n/locale.ts'
import type { Column } from './columns.ts'
import { defuse } from './formula.ts'
import { csvLine, encodeLines } from './write.ts'

/** GB18030 is for programs that know nothing else; it too holds every Unicode character. */
export type ExportOptions = { locale: Locale; encoding?: 'utf-8' | 'gb18030' }

/**
 * Rows as a CSV file, streamed: the header goes out before the first row is asked for, and no more
 * than some 64 KB are held. Importing the file again gives the same values back.
 */
export const exportCsv = <Row>(
  rows: AsyncIterable<Row> | Iterable<Row>,
  columns: readonly Column<Row>[],
  { locale, encoding = 'utf-8' }: ExportOptions,
): AsyncGenerator<Uint8Array, void, undefined> =>
  encodeLines(exportLines(rows, columns, locale), encoding)

async function* exportLines<Row>(
  rows: AsyncIterable<Row> | Iterable<Row>,
  columns: readonly Column<Row>[],
  locale: Locale,
): AsyncGenerator<string, void, undefined> {
  yield csvLine(columns.map(({ label }) => defuse(label[locale])))
  for await (const row of rows) yield csvLine(columns.map((column) => cellOf(row, column, locale)))
}

function cellOf<Row>(row: Row, column: Column<Row>, locale: Locale): string {
  const value = row[column.field]
  if (value === null || value === undefined) return ''
  return defuse(column.print(value, locale), column.typed)
}
