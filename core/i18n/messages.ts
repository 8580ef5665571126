import type { Locale, PerLocale } from './locale.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** The shape of a catalogue: the same keys, any text, and functions with the same arguments. */
export type Worded<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Worded<T[K]>
}

export type Messages = Worded<typeof en>

const catalogues: PerLocale<Messages> = { en, 'zh-CN': zhCN }

/** The core's texts in one language. */
export const coreText = (locale: Locale): Messages => catalogues[locale]
