import iconv from 'iconv-lite'
import type { Locale } from '../i18n/locale.ts'
import { labelled } from '../i18n/punctuation.ts'
import type { CellProblem } from './check.ts'
import { type Composing, writtenCells } from './compose.ts'
import type { SheetRow } from './csv.ts'
import type { Encoding } from './decode.ts'
import { defuse } from './formula.ts'
import type { Import } from './imports.ts'
import { isReasonHeader, reasonHeader } from './reason.ts'
import { sayTransferProblem } from './refusal.ts'
import { writeWorkbook } from './workbook/writing.ts'
import { csvLine, encodeLines } from './write.ts'

type Written = Pick<Composing, 'headers' | 'written' | 'delimiter'>

/** A row to hand back, and everything that is wrong with it. */
export type RejectedRow = SheetRow & { problems: readonly CellProblem[] }

/** The form in which a file came, and rows of it go back. */
export type RejectsForm = { locale: Locale; encoding: Encoding; format: Import['format'] }

/**
 * The file of rejected rows: the original's columns, delimiter, encoding and format, and the reasons
 * last. Mended, it can be imported as it is; the reasons are not read. Where an encoding cannot hold
 * a reason in the reader's language (Big5, Shift_JIS, windows-1252), that reason is told in English.
 * Cards come back as a table, since a card has no place for what is wrong with it.
 */
export function writeRejects(
  sheet: Written,
  rows: AsyncIterable<RejectedRow> | Iterable<RejectedRow>,
  { locale, encoding, format }: RejectsForm,
): AsyncIterable<Uint8Array> {
  if (format === 'workbook')
    return writeWorkbook(reasonHeader[locale], rejectRows(sheet, rows, locale, 'utf-8'))
  const lines = rejectRows(sheet, rows, locale, encoding)
  return encodeLines(asText(lines, sheet.delimiter), encoding)
}

/** The ending of that file's name. */
export const rejectsEnding = (
  { format }: Pick<RejectsForm, 'format'>,
  fileName: string,
): string => {
  if (format === 'workbook') return 'xlsx'
  const own = /\.(tsv|tab|txt)$/i.exec(fileName)?.[1]
  return format === 'text' && own ? own.toLowerCase() : 'csv'
}

async function* asText(lines: AsyncIterable<string[]>, delimiter: string) {
  for await (const cells of lines) yield csvLine(cells, delimiter)
}

const holdsAll = (encoding: Encoding): boolean =>
  encoding.startsWith('utf-') || encoding === 'gb18030'

/** Says something in the reader's language, or in English where the encoding cannot hold that. */
function inEncoding(encoding: Encoding, locale: Locale, say: (locale: Locale) => string): string {
  const said = say(locale)
  if (holdsAll(encoding) || iconv.decode(iconv.encode(said, encoding), encoding) === said)
    return said
  return say('en')
}

async function* rejectRows(
  { headers: all, written }: Written,
  rows: AsyncIterable<RejectedRow> | Iterable<RejectedRow>,
  locale: Locale,
  encoding: Encoding,
): AsyncGenerator<string[], void, undefined> {
  const headers = all.slice(0, written)
  const earlier = headers.findIndex(isReasonHeader)
  const original = (cells: readonly string[]) => {
    const kept = headers.map((_, at) => defuse(cells[at] ?? '', true))
    return earlier < 0 ? kept : kept.toSpliced(earlier, 1)
  }
  const say = (sentence: (locale: Locale) => string) => inEncoding(encoding, locale, sentence)
  yield [...original(headers), say((one) => reasonHeader[one])]
  for await (const { cells: read, problems } of rows) {
    const cells = writtenCells({ headers: all, written }, read)
    const spare = cells.slice(headers.length).map((cell) => defuse(cell, true))
    const reasons = problems.map((problem) => say((one) => sayCellProblem(problem, one))).join(' ')
    yield [...original(cells), defuse(reasons), ...spare]
  }
}

/** A cell's problem with the name of its column in front. */
export function sayCellProblem({ header, problem }: CellProblem, locale: Locale): string {
  const sentence = sayTransferProblem(problem, locale)
  return header === null ? sentence : labelled(locale, header, sentence)
}
