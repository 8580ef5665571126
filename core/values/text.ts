import { type Parsed, refused, understood } from './parsed.ts'
import { unusable } from './typed.ts'

/**
 * Any Unicode, emoji, rare hanzi and right-to-left included; only NUL and half characters are
 * refused. Ends are trimmed, the form is NFC, line ends are LF because browsers send CRLF for
 * what was stored as LF; nothing else changes.
 * @param most the greatest length, in characters (code points, as PostgreSQL counts)
 */
export function parseText(text: string, { most = 200 }: { most?: number } = {}): Parsed<string> {
  const bad = unusable(text)
  if (bad) return bad
  const value = text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim()
  const length = [...value].length
  return length > most ? refused('tooLong', most, length) : understood(value)
}

/** Text prints as it is stored, in every language. */
export const printText = (value: string): string => value
