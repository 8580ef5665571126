import { refuseFile } from '../refusal.ts'
import { csvLine } from '../write.ts'
import { readBook } from './book.ts'
import { Parts } from './parts.ts'
import { readRows } from './sheet.ts'
import { readStrings } from './strings.ts'

/** What the first sheet may weigh as a plain table, in bytes. */
const mostBytes = 40 * 1024 * 1024

/** Says of the table itself how it is to be read. */
const start = Buffer.from('sep=,\r\n')

/**
 * The first sheet of a workbook as a CSV text in UTF-8, each row as wide as the first filled one and
 * on the line of its number, so that all else reads one kind of table.
 * @throws FileRefused, or an Error of the zip or XML reader for a damaged workbook
 */
export async function tableOf(workbook: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const parts = await Parts.open(workbook)
  const book = await readBook(parts)
  const strings = book.strings ? await readStrings(parts.read(book.strings)) : []
  const pieces: Buffer[] = [start]
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
  return inOne(pieces, bytes + start.length)
}

/** Puts pieces together in a buffer of its own, which can be handed to another thread as it is. */
function inOne(pieces: Buffer[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces.splice(0)) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
