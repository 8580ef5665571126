import { hanGrams, searchKeys, searchText } from '../values/names.ts'
import { readingsOf, surnameReading } from '../values/pinyin.ts'

/** What a record is found and sorted by, as its columns of the same names (schema.ts). */
export type Keys = { sortName: string; nameKey: string; search: string; grams: string[] }

const longestSortName = 300
const longestReading = 90

/**
 * Names are sorted syllable by syllable, and all that begin with one character stay together, as
 * in a Chinese dictionary: 阿尔特 is "a 阿 er te  阿尔特". The name itself comes last, so that the
 * index of names holds what Chinese words are looked for in.
 */
function sortNameOf(text: string, reading: readonly string[]): string {
  const spelled = spelledWith(text, reading).slice(0, longestReading)
  return [...(reading[0] ? spelled + behindReading + text : text)]
    .slice(0, longestSortName)
    .join('')
}

const spelledWith = (text: string, [first, ...rest]: readonly string[]): string => {
  const [sign = ''] = text
  return [...(han.test(sign) ? [first, sign] : [first]), ...rest].join(' ')
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
  const sortName = sortNameOf(text, reading)
  return {
    sortName,
    nameKey: text,
    search: [text, ...pinyin, ...initials, ...others, ...own].join('\n'),
    grams: [
      ...new Set([...withoutHead(text, sortName, grams), ...letters, ...own.flatMap(hanGrams)]),
    ],
  }
}

const head = /^\p{Script=Han}{1,2}/u

/**
 * Leaves out what stands at the head of a name alone, where the index of names finds it: 深圳 begins
 * the names of a third of a firm's customers and stands nowhere else, so that list would be long and
 * say little.
 */
function withoutHead(text: string, sortName: string, grams: readonly string[]): string[] {
  const [begin] = head.exec(text) ?? []
  if (!begin) return [...grams]
  const behind = [...text].slice(1).join('')
  const isElsewhere = (gram: string) => !begin.startsWith(gram) || behind.includes(gram)
  return grams.filter((gram) => isElsewhere(gram) || !sortName.startsWith(headOf(gram) ?? '\n'))
}

/**
 * How the sort names of those begin that begin with a text, as far as its first two signs are read the
 * same alone and there (重庆 is chong qing, 重 alone zhong); keysOf keeps the others by their grams.
 * @returns undefined of a text that does not begin with a Han character
 */
export function headOf(text: string): string | undefined {
  const [begin] = head.exec(text) ?? []
  if (!begin) return undefined
  let known = heads.get(begin)
  if (known === undefined) {
    known = `${spelledWith(begin, readingsOf(begin)[0] ?? [])} `
    if (heads.size >= mostHeads) heads.clear()
    heads.set(begin, known)
  }
  return known
}

/** Reading takes longer than all else of a key, and names begin with few words. */
const heads = new Map<string, string>()
const mostHeads = 5_000
