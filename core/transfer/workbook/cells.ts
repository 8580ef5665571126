import { refuseFile } from '../refusal.ts'
import type { Book } from './book.ts'

/** What stands in a cell's tags: its type, its style and the text of its value. */
export type Cell = { type: string; style: number; value: string }

/**
 * A cell's value as one would type it.
 * @throws FileRefused when it points at a shared text that is not there
 */
export function textOf(
  { type, style, value }: Cell,
  { dated, since1904 }: Pick<Book, 'dated' | 'since1904'>,
  strings: readonly string[],
): string {
  if (value === '') return ''
  if (type === 's') return strings[Number(value)] ?? refuseFile('workbookBroken')
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type !== '' && type !== 'n') return value
  const number = Number(value)
  if (value === '' || !Number.isFinite(number)) return value
  return dated[style] ? dayOf(number, since1904) : plainNumber(number)
}

/**
 * Fifteen digits are all that a spreadsheet keeps. A number with more was rounded there, so it is
 * handed on in the form that is refused with the cure, and not as if its last digits were noughts.
 */
const plainNumber = (number: number): string =>
  Math.abs(number) >= 1e15
    ? number.toExponential().replace('e+', 'E+')
    : String(Number(number.toPrecision(15)))

const day = 86_400_000

/** A serial day: 1 is the first of January 1900, and the 29th of February 1900 never was. */
function dayOf(serial: number, since1904: boolean): string {
  const start = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const at = new Date(start + Math.round(serial * day))
  if (serial < 0 || Number.isNaN(at.getTime())) return String(serial)
  const [date = '', time = ''] = at.toISOString().slice(0, 19).split('T')
  if (!since1904 && serial < 1) return time
  return time === '00:00:00' ? date : `${date} ${time}`
}
