import type { Scope } from '../scope.ts'
import { type Composing, composeSheet } from './compose.ts'
import { readCsv, type Sheet } from './csv.ts'
import { type Decoded, decodeFile, type Encoding } from './decode.ts'
import { isWorkbook } from './file-kind.ts'
import { refuseFile } from './refusal.ts'
import { columnsOf, type Transfer, type Values } from './transfer.ts'
import { readCardSheet } from './vcard/sheet.ts'
import { readWorkbook } from './workbook/read.ts'

/** What a file is: a table in text, a workbook, or visiting cards. */
export const formats = ['text', 'workbook', 'cards'] as const
export type Format = (typeof formats)[number]

/** Endings of names that promise a format; any other promises nothing. */
const promised: Record<string, Format> = {
  ...{ csv: 'text', tsv: 'text', tab: 'text', txt: 'text' },
  ...{ xlsx: 'workbook', xlsm: 'workbook' },
  ...{ vcf: 'cards', vcard: 'cards' },
}

/** A file as it is kept: a workbook is kept as the table it holds. */
export type Kept = { format: Format; content: Uint8Array }

/**
 * Looks what a file is by its bytes, and lays a workbook out as a table.
 * @throws FileRefused when its name promises something else, or for a workbook that cannot be read
 */
export async function keepFile(fileName: string, bytes: Uint8Array): Promise<Kept> {
  const ending = /\.(\w+)$/.exec(fileName)?.[1] ?? ''
  const format = isWorkbook(bytes) ? 'workbook' : startsAsCards(bytes) ? 'cards' : 'text'
  const wanted = promised[ending.toLowerCase()]
  if (wanted && wanted !== format) {
    // What is no text at all is told by its own name.
    if (format === 'text') decodeFile(bytes)
    refuseFile('fileNotAsNamed', `.${ending}`, format)
  }
  return { format, content: format === 'workbook' ? await readWorkbook(bytes) : bytes }
}

const beginsCards = /^\s*BEGIN:VCARD\s*$/im
const isCards = (text: string): boolean => beginsCards.test(text.slice(0, 200))

/** By its first letters in whatever encoding: a large file is decoded once, and not to know that. */
const startsAsCards = (bytes: Uint8Array): boolean =>
  beginsCards.test(
    Buffer.from(bytes.subarray(0, 400))
      .toString('latin1')
      .replaceAll(/[^\t\n\r -~]/g, ''),
  )

/** The text itself is let go: its table holds it in a form of its own, and two would fill the memory. */
export type Opened = Pick<Decoded, 'encoding' | 'sure'> & {
  sheet: Composing
  columns: Transfer['columns']
}

/**
 * Opens a kept file as a table for one kind of record.
 * @param encoding the one a person chose instead of the guess
 * @throws FileRefused with the sentence for the person
 */
export async function openFile(
  scope: Scope,
  transfer: Transfer,
  content: Uint8Array,
  encoding?: Encoding | null,
): Promise<Opened> {
  const columns = await columnsOf(scope, transfer)
  const { text, ...decoded } = decodeFile(content, encoding ?? undefined)
  const sheet = composeSheet<Values>(readTable(text), columns, transfer.foreign)
  return { ...decoded, columns, sheet }
}

/** A text as a table, be it one or a set of cards. @throws FileRefused */
export const readTable = (text: string): Sheet =>
  isCards(text) ? readCardSheet(text) : readCsv(text)
