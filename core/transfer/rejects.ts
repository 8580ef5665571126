import type { Locale } from '../i18n/locale.ts'
import type { CellProblem } from './check.ts'
import { type Composing, writtenCells } from './compose.ts'
import type { SheetRow } from './csv.ts'
import type { Encoding } from './decode.ts'
import { defuse } from './formula.ts'
import { isReasonHeader, reasonHeader } from './reason.ts'
import { sayTransferProblem } from './refusal.ts'
import { csvLine, encodeLines } from './write.ts'

type Written = Pick<Composing, 'headers' | 'written' | 'delimiter'>

/** A row to hand back, and everything that is wrong with it. */
export type RejectedRow = SheetRow & { problems: readonly CellProblem[] }

/**
 * The file of rejected rows: the original's columns, delimiter and encoding, and the reasons last.
 * Mended, it can be imported as it is; the reasons are not read. An encoding that cannot hold the
 * reasons (Big5, Shift_JIS, windows-1252) becomes UTF-8.
 */
export const writeRejects = (
  sheet: Written,
  rows: AsyncIterable<RejectedRow> | Iterable<RejectedRow>,
  { locale, encoding }: { locale: Locale; encoding: Encoding },
): AsyncGenerator<Uint8Array, void, undefined> =>
  encodeLines(rejectLines(sheet, rows, locale), holdsAll(encoding) ? encoding : 'utf-8')

const holdsAll = (encoding: Encoding): boolean =>
  encoding.startsWith('utf-') || encoding === 'gb18030'

async function* rejectLines(
  { headers: all, written, delimiter }: Written,
  rows: AsyncIterable<RejectedRow> | Iterable<RejectedRow>,
  locale: Locale,
): AsyncGenerator<string, void, undefined> {
  const headers = all.slice(0, written)
  const earlier = headers.findIndex(isReasonHeader)
  const original = (cells: readonly string[]) => {
    const kept = headers.map((_, at) => defuse(cells[at] ?? '', true))
    return earlier < 0 ? kept : kept.toSpliced(earlier, 1)
  }
  yield csvLine([...original(headers), reasonHeader[locale]], delimiter)
  for await (const { cells: read, problems } of rows) {
    const cells = writtenCells({ headers: all, written }, read)
    const spare = cells.slice(headers.length).map((cell) => defuse(cell, true))
    const reasons = problems.map((problem) => sayCellProblem(problem, locale)).join(' ')
    yield csvLine([...original(cells), defuse(reasons), ...spare], delimiter)
  }
}

/** A cell's problem with the name of its column in front. */
export function sayCellProblem({ header, problem }: CellProblem, locale: Locale): string {
  const sentence = sayTransferProblem(problem, locale)
  if (header === null) return sentence
  return locale === 'zh-CN' ? `${header}：${sentence}` : `${header}: ${sentence}`
}
