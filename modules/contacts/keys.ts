import { hanGrams, searchKeys, searchText } from '../../core/values/names.ts'
import { surnameReading } from '../../core/values/pinyin.ts'

/** What a record is found and sorted by, as its columns of the same names (schema.ts). */
export type Keys = { sortName: string; nameKey: string; search: string; grams: string[] }

const longestSortName = 300

/**
 * Computes the keys of one record. Lines keep the parts of `search` apart, so that nothing is
 * found across two of them.
 * @param parts other things it is found by a part of: digits of phones, codes, addresses
 * @param of whose name it is: a person's is sorted by how the surname is read
 * @param texts what stands in own fields: like `parts`, and of Chinese even one character counts
 */
export function keysOf(
  name: string,
  parts: readonly (string | null | undefined)[],
  of: 'firm' | 'person' = 'firm',
  texts: readonly string[] = [],
): Keys {
  const { text, grams, pinyin, initials, letters } = searchKeys(name)
  const others = parts.flatMap((part) => (part ? [part.toLowerCase()] : []))
  const own = texts.map(searchText)
  const reading = (of === 'person' && surnameReading(text)) || pinyin[0]
  const sortName = reading ? `${reading} ${text}` : text
  return {
    sortName: [...sortName].slice(0, longestSortName).join(''),
    nameKey: text,
    search: [text, ...pinyin, ...initials, ...others, ...own].join('\n'),
    grams: [...new Set([...grams, ...letters, ...own.flatMap(hanGrams)])],
  }
}
