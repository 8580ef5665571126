/**
 * Text that a spreadsheet would run as a formula: = + - @ TAB CR LF in front, also after spaces
 * and in full width. Apostrophes before it count, so that taking one away is always the inverse
 * of putting one there.
 */
const formula = /^'*\s*[=+\-@\t\r\n＝＋－＠]/u

/** What only looks so: a plain number, or a phone number with its country code. */
const harmless = /^(-?\d[\d,]*(\.\d+)?%?|\+\d[\d ]*\d( (ext\.|转) \d+)?)$/

/**
 * Puts an apostrophe before a formula (CWE-1236).
 * @param typed the cell comes from a number or phone column: plain numbers and +86 138… stay
 */
export const defuse = (cell: string, typed = false): string =>
  formula.test(cell) && !(typed && harmless.test(cell)) ? `'${cell}` : cell

/** Takes away exactly the apostrophe that `defuse` put there, and no other. */
export const restore = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell
