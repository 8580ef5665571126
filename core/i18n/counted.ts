/**
 * A count and what is counted, in English: "1 row", "1,204 rows".
 * @param count as it is shown
 * @param of one of them; `ofMany` where an s does not make it several
 */
export const counted = (count: string | number, of: string, ofMany = `${of}s`): string =>
  `${count} ${String(count) === '1' ? of : ofMany}`
