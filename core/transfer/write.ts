import iconv from 'iconv-lite'
import Papa from 'papaparse'
import type { Encoding } from './decode.ts'

const batch = 65_536

/** Lines end as spreadsheets end them; a line break in a cell stays within its quotation marks. */
export const csvLine = (cells: readonly string[], delimiter = ','): string =>
  `${Papa.unparse([[...cells]], { delimiter, newline: '\r\n' })}\r\n`

/**
 * Turns lines into bytes, some 64 KB at a time. Unicode files begin with a mark, without which
 * Excel misreads them.
 */
export async function* encodeLines(
  lines: AsyncIterable<string> | Iterable<string>,
  encoding: Encoding,
): AsyncGenerator<Uint8Array, void, undefined> {
  const marked = encoding.startsWith('utf-')
  let waiting = ''
  let begun = false
  for await (const line of lines) {
    waiting += line
    if (begun && waiting.length < batch) continue
    yield iconv.encode(waiting, encoding, { addBOM: marked && !begun })
    begun = true
    waiting = ''
  }
  if (waiting !== '' || !begun) yield iconv.encode(waiting, encoding, { addBOM: marked && !begun })
}
