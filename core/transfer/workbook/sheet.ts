import { mostCellLength, mostColumns } from '../csv.ts'
import { refuseFile } from '../refusal.ts'
import type { Book } from './book.ts'
import { type Cell, textOf } from './cells.ts'
import type { Parts } from './parts.ts'
import { plainSigns } from './strings.ts'
import { watcher } from './xml.ts'

/** As a spreadsheet numbers them: the first is 1. `cells` ends with the last filled one. */
export type Row = { number: number; cells: string[] }

/** A spreadsheet's own limit. */
const mostRows = 1_048_576

/**
 * The rows of a sheet in their order, those without anything in them left out.
 * @throws FileRefused for too many rows or columns, a text too long, a formula without its result
 */
export async function* readRows(
  parts: Parts,
  book: Book,
  strings: readonly string[],
): AsyncGenerator<Row, void, undefined> {
  const sheet = new Sheet(book, strings)
  for await (const piece of parts.read(book.sheet)) {
    sheet.write(piece)
    yield* sheet.rows.splice(0)
  }
  sheet.close()
  yield* sheet.rows.splice(0)
}

class Sheet {
  readonly rows: Row[] = []
  #row: Row = { number: 0, cells: [] }
  #column = 0
  #cell: Cell & { formula: boolean; filled: boolean } = noCell()
  #into = false
  #reading = false
  readonly #book: Book
  readonly #strings: readonly string[]
  readonly #walker = watcher({
    open: (name, attributes) => this.#open(name, attributes),
    close: (name) => this.#close(name),
    text: (text) => this.#text(text),
  })
  constructor(book: Book, strings: readonly string[]) {
    this.#book = book
    this.#strings = strings
  }

  write(piece: string): void {
    this.#walker.write(piece)
  }

  /** @throws Error when tags are still open: the sheet was cut off, and rows are missing. */
  close(): void {
    this.#walker.close()
  }

  #open(name: string, { r, t, s }: Record<string, string>): void {
    if (name === 'row') this.#begin(Number(r ?? this.#row.number + 1))
    else if (name === 'c') {
      if (r) this.#column = columnOf(r)
      this.#cell = { ...noCell(), type: t ?? '', style: Number(s ?? 0) }
    } else if (name === 'rPh') this.#reading = true
    else if (name === 'f') this.#cell.formula = true
    else if (name === 'v' || (name === 't' && !this.#reading)) {
      this.#into = true
      this.#cell.filled = true
    }
  }

  #begin(number: number): void {
    if (number > mostRows) refuseFile('workbookHasTooManyRows', mostRows)
    if (!(number > this.#row.number)) refuseFile('workbookBroken')
    this.#row = { number, cells: [] }
    this.#column = 0
  }

  #text(text: string): void {
    if (!this.#into) return
    this.#cell.value += text
    if (this.#cell.value.length > mostCellLength)
      refuseFile('cellTooLong', this.#row.number, mostCellLength)
  }

  #close(name: string): void {
    if (name === 'v' || name === 't') this.#into = false
    else if (name === 'rPh') this.#reading = false
    else if (name === 'c') this.#keep()
    else if (name === 'row' && this.#row.cells.length > 0) this.rows.push(this.#row)
  }

  #keep(): void {
    const { number, cells } = this.#row
    const { formula, filled } = this.#cell
    if (formula && !filled) refuseFile('formulaWithoutResult', number)
    const text = filled ? plainSigns(textOf(this.#cell, this.#book, this.#strings)) : ''
    if (text !== '') {
      if (this.#column >= mostColumns) refuseFile('tooManyColumns', number, mostColumns)
      while (cells.length < this.#column) cells.push('')
      cells[this.#column] = text
    }
    this.#column += 1
  }
}

const noCell = () => ({ type: '', style: 0, value: '', formula: false, filled: false })

/** The column of an address: A1 is 0, AB7 is 27. */
function columnOf(address: string): number {
  let column = 0
  for (const letter of address) {
    const at = letter.charCodeAt(0) - 64
    if (at < 1 || at > 26) break
    column = column * 26 + at
  }
  return column - 1
}
