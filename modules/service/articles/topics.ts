import { hanGrams, searchText } from '../../../core/values/names.ts'

/** Words that stand in every question and tell none from another. */
const empty = new Set(
  'the and for you your our with not are was have has can how what why when does this that from'.split(
    ' ',
  ),
)

/** So many are looked for at most: what a long letter begins with says what it is about. */
const most = 60

/**
 * What a text is about: neighbouring pairs of Han characters, and Latin words of three signs or more
 * without their plural s. Articles keep those of their titles and category; a question is compared
 * with them by how many they share.
 */
export function topicsOf(text: string): string[] {
  const words = searchText(text)
  const pairs = hanGrams(words).filter((gram) => [...gram].length === 2)
  const latin = (words.match(/[a-z0-9][a-z0-9-]{2,}/g) ?? [])
    .filter((word) => !empty.has(word))
    .map((word) => word.replace(/(?<=[a-z]{3})s$/, ''))
  return [...new Set([...latin, ...pairs])].slice(0, most)
}
