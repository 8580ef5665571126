import { refuseFile } from '../refusal.ts'
import { walk } from './xml.ts'

/** The most signs all shared texts of a workbook may have. */
const mostSigns = 40_000_000

/** The texts that cells point at. Readings above the characters (phonetic runs) are no part of them. */
export async function readStrings(pieces: AsyncIterable<string>): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let signs = 0
  let within = false
  let reading = false
  await walk(pieces, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') reading = true
      else if (name === 't') within = !reading
    },
    text: (piece) => {
      if (!within) return
      signs += piece.length
      if (signs > mostSigns) refuseFile('workbookTooLarge')
      text += piece
    },
    close: (name) => {
      if (name === 't') within = false
      else if (name === 'rPh') reading = false
      else if (name === 'si') strings.push(plainSigns(text))
    },
  })
  return strings
}

/** Signs that XML cannot hold stand in a workbook as _x000D_. */
export const plainSigns = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
