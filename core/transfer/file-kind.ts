import type { en } from './messages/en.ts'

type Refusal = keyof typeof en

/** First bytes by which files say what they are, as Latin-1 text. */
const beginnings: readonly [string, Refusal][] = [
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'fileIsOldOffice'],
  ['%PDF-', 'fileIsPdf'],
  ['\x1f\x8b', 'fileIsArchive'],
  ['7z\xbc\xaf\x27\x1c', 'fileIsArchive'],
  ['Rar!\x1a\x07', 'fileIsArchive'],
  ['\x89PNG\r\n', 'fileIsPicture'],
  ['\xff\xd8\xff', 'fileIsPicture'],
  ['GIF8', 'fileIsPicture'],
  ['\x7fELF', 'fileIsProgram'],
  ['\xcf\xfa\xed\xfe', 'fileIsProgram'],
]

const zipMarks = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']

/**
 * What a file is by its bytes, not its name, when that is no table in plain text.
 * @returns the code of the sentence that names it, or undefined for what may be text
 */
export function foreignKind(bytes: Uint8Array): Refusal | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096))
  const start = head.toString('latin1')
  if (zipMarks.some((mark) => start.startsWith(mark))) return 'fileIsArchive'
  if (start.startsWith('MZ') && start.includes('\0')) return 'fileIsProgram'
  if (/^\s*(<!doctype html|<html|<\?xml)/i.test(start)) return 'fileIsWebPage'
  return beginnings.find(([beginning]) => start.startsWith(beginning))?.[1]
}

/** A workbook is a zip with a folder xl/; entry names stand in it uncompressed. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const start = all.toString('latin1', 0, 4)
  return zipMarks.includes(start) && all.includes('xl/workbook.xml')
}
