import type { Locale } from './locale.ts'

/** The shape of a catalogue: the same keys, any text, and functions with the same arguments. */
export type Worded<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Worded<T[K]>
}

/**
 * Binds a folder's texts in both languages; a key missing in one, or other arguments, do not compile.
 * @returns the texts in the language asked for
 */
export function catalogue<T>(en: T, zhCN: Worded<T>): (locale: Locale) => Worded<T> {
  return (locale) => (locale === 'en' ? (en as Worded<T>) : zhCN)
}
