import { refuseFile } from '../refusal.ts'
import { csvLine } from '../write.ts'
import { readBook } from './book.ts'
import { Parts } from './parts.ts'
import { readRows } from './sheet.ts'
import { readStrings } from './strings.ts'

/** What the first sheet may weigh as a plain table, in bytes. */
const mostBytes = 40 * 1024 * 1024

/**
 * The first sheet of a workbook as a CSV text in UTF-8, each row as wide as the first filled one and
 * on the line of its number, so that all else reads one kind of table.
 * @throws FileRefused, or an Error of the zip or XML reader for a damaged workbook
 */
export async function tableOf(workbook: Uint8Array): Promise<Uint8Array> {
  const parts = await Parts.open(workbook)
  const book = await readBook(parts)
  const strings = book.strings ? await readStrings(parts.read(book.strings)) : []
  const pieces: Buffer[] = [Buffer.from('sep=,\r\n')]
  let [line, width, bytes] = [1, 0, 0]
  for await (const { number, cells } of readRows(parts, book, strings)) {
    width ||= cells.length
    while (cells.length < width) cells.push('')
    const piece = Buffer.from('\r\n'.repeat(number - line) + csvLine(cells))
    line = number + 1
    bytes += piece.length
    if (bytes > mostBytes) refuseFile('workbookTooLarge')
    pieces.push(piece)
  }
  if (width === 0) refuseFile('fileEmpty')
  return new Uint8Array(Buffer.concat(pieces))
}
