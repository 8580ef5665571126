import { hanGrams, searchKeys, searchText } from '../values/names.ts'
import { surnameReading } from '../values/pinyin.ts'

/** What a record is found and sorted by, as its columns of the same names (schema.ts). */
export type Keys = { sortName: string; nameKey: string; search: string; grams: string[] }

const longestSortName = 300
const longestReading = 90

/**
 * Names are sorted syllable by syllable, and all that begin with one character stay together, as
 * in a Chinese dictionary: 阿尔特 is "a 阿 er te  阿尔特". The name itself comes last, so that the
 * index of names holds what Chinese words are looked for in.
 */
function sortNameOf(text: string, [first, ...rest]: readonly string[]): string {
  const [sign = ''] = text
  const head = han.test(sign) ? [first, sign] : [first]
  const spelled = [...head, ...rest].join(' ').slice(0, longestReading)
  return [...(first ? spelled + behindReading + text : text)].slice(0, longestSortName).join('')
}

/** Between a reading and its name. No name has two spaces in this form, so none is mistaken for it. */
export const behindReading = '  '

const han = /\p{Script=Han}/u

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
  const { text, grams, syllables, pinyin, initials, letters } = searchKeys(name)
  const others = parts.flatMap((part) => (part ? [part.toLowerCase()] : []))
  const own = texts.map(searchText)
  const reading = (of === 'person' && surnameReading(text)) || syllables
  return {
    sortName: sortNameOf(text, reading),
    nameKey: text,
    search: [text, ...pinyin, ...initials, ...others, ...own].join('\n'),
    grams: [...new Set([...grams, ...letters, ...own.flatMap(hanGrams)])],
  }
}
