import { readingsOf } from './pinyin.ts'

/**
 * What a name is found by.
 * @property text the whole name in NFKC, lower case, single spaces: for substring matches
 * @property grams its Han characters and neighbouring pairs (security 5.3)
 * @property syllables the likeliest reading, syllable by syllable; empty without Han characters
 * @property pinyin each reading in one word, zhangsan; the likeliest first
 * @property initials first letters of each reading, zs, or of Latin words, mf; where a name has both,
 *   with the Latin words whole too, tclkj
 * @property letters beginnings and pairs of letters, so that one or two typed letters use an
 *   index too: words' first letters and pairs, pairs of initials, first two letters of syllables
 */
export type SearchKeys = {
  text: string
  grams: string[]
  syllables: string[]
  pinyin: string[]
  initials: string[]
  letters: string[]
}

/** The keys to store beside a name. Cheap enough to compute on every write. */
export function searchKeys(name: string): SearchKeys {
  const text = searchText(name)
  const readings = readingsOf(text)
  const words = text.match(latinWords) ?? []
  const initials = (readings.length > 0 ? readings : [words]).map((parts) => initialsOf(parts))
  // Of TCL科技 people type tclkj more than tkj.
  if (words.length > 0) initials.push(...readings.map((parts) => initialsOf(parts, new Set(words))))
  const letters = [
    ...initials.flatMap(pairs),
    ...readings.flat().flatMap((syllable) => [syllable.slice(0, 1), syllable.slice(0, 2)]),
    ...words.flatMap((word) => [word.slice(0, 1), ...pairs(word)]),
  ]
  return {
    text,
    grams: hanGrams(text),
    syllables: (readings[0] ?? []).filter((syllable) => syllable !== ''),
    pinyin: distinct(readings.map((parts) => parts.join(''))),
    initials: distinct(initials),
    letters: distinct(letters),
  }
}

/** The first letters of a reading, but of the words in `whole` all. */
const initialsOf = (parts: readonly string[], whole: ReadonlySet<string> = new Set()): string =>
  parts.map((part) => (whole.has(part) ? part : (part[0] ?? ''))).join('')

/** Names and queries are compared in this form. */
export const searchText = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()

const latinWords = /(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu

const distinct = (texts: string[]): string[] => [...new Set(texts)].filter((text) => text !== '')

const pairs = (word: string): string[] => {
  const signs = [...word]
  return signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
}

/** Single Han characters and neighbouring pairs, each once. */
export function hanGrams(text: string): string[] {
  const runs = text.match(hanRuns) ?? []
  return distinct(runs.flatMap((run) => [...run, ...pairs(run)]))
}

const hanRuns = /\p{Script=Han}+/gu

const pairsOrSign = (run: string): string[] => {
  const all = pairs(run)
  return all.length > 0 ? all : [run]
}

/**
 * What somebody typed into a search box, by the kind of look-up that answers it:
 * - han: `grams` all in SearchKeys.grams, then `text` inside SearchKeys.text; they are its pairs, and
 *   single signs that stand alone: a pair has both its signs anyway
 * - letters: `text` (no spaces) inside a reading, initials, or `words` inside the text; with one or
 *   two letters `grams` (that text) first narrow by SearchKeys.letters
 * - digits: a part of a phone (`text` has digits alone, without the 0 dialled before an area code or
 *   the 00 before a country's, as Phone.digits has them), or of a code or name (`words`)
 * - code: a whole credit code
 * - mixed: Han and Latin together: as han
 * - none: nothing to look for
 */
export type SearchQuery = {
  kind: 'none' | 'han' | 'letters' | 'digits' | 'code' | 'mixed'
  text: string
  words: string
  grams: string[]
}

/** What is dialled before a number; a code may begin with noughts too (000001, 001380). */
const dialled = /^0(?=[1-9])|^00(?=[1-9]\d{6})/

/** Reads a query in the same form in which searchKeys writes names. */
export function searchQuery(typed: string): SearchQuery {
  const words = searchText(typed.replaceAll('\0', ''))
  const grams = distinct((words.match(hanRuns) ?? []).flatMap(pairsOrSign))
  const joined = words.replaceAll(/[\s'’.·-]+/gu, '')
  if (words === '') return { kind: 'none', text: '', words, grams: [] }
  if (grams.length > 0) {
    const mixed = /(?!\p{Script=Han})[\p{L}\p{N}]/u.test(words)
    return { kind: mixed ? 'mixed' : 'han', text: words, words, grams }
  }
  if (/^[0-9a-hj-npqrtuwxy]{18}$/.test(joined) && /\d{6}/.test(joined))
    return { kind: 'code', text: joined.toUpperCase(), words, grams: [] }
  const digits = words.replaceAll(/[\s()+-]/g, '')
  if (/^\d+$/.test(digits))
    return { kind: 'digits', text: digits.replace(dialled, ''), words, grams: [] }
  return { kind: 'letters', text: joined || words, words, grams: shortGrams(joined) }
}

/** Longer queries narrow by the text itself; only one or two letters need their own index. */
function shortGrams(text: string): string[] {
  const length = [...text].length
  return length === 1 || length === 2 ? [text] : []
}
