import { type Refused, refused } from './parsed.ts'

/**
 * The text in plain width: 全角 digits, letters and signs become the ASCII ones, every kind of
 * space a plain one, ends trimmed. For values with a grammar only; it would damage prose.
 */
export const plainWidth = (text: string): string => text.normalize('NFKC').trim()

/** What PostgreSQL cannot store, and emptiness, which every parser refuses in the same words. */
export function unusable(text: string): Refused | undefined {
  if (text.includes('\0')) return refused('hasNul')
  if (!text.isWellFormed()) return refused('brokenCharacter')
  if (text.trim() === '') return refused('missing')
}

/** A spreadsheet's 1.38E+10: the digits behind it are lost for good. */
export const roundedBySpreadsheet = (text: string): boolean => /^\d(\.\d+)?e\+?\d+$/i.test(text)
