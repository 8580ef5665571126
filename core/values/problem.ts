import type { Locale, PerLocale } from '../i18n/locale.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

type ValuesOf<Sentence> = Sentence extends (...values: infer Values) => string ? Values : []

/**
 * What is wrong, as a code of a catalogue and the values its sentence needs. It survives JSON, so
 * a job can keep it and a page can say it later in its reader's language.
 */
export type ProblemOf<Catalogue> = {
  [Code in keyof Catalogue]: { code: Code; values: ValuesOf<Catalogue[Code]> }
}[keyof Catalogue]

/** What is wrong with one typed value. */
export type Problem = ProblemOf<typeof en>

/** The sentence of a problem, taken from one language's catalogue. */
export function sentenceFrom(
  catalogue: object,
  problem: { code: string; values: unknown[] },
): string {
  const sentence = (catalogue as Record<string, unknown>)[problem.code]
  return typeof sentence === 'function' ? sentence(...problem.values) : String(sentence)
}

const catalogues: PerLocale<object> = { en, 'zh-CN': zhCN }

/** Says a value's problem and its cure in one sentence. */
export const sayProblem = (problem: Problem, locale: Locale): string =>
  sentenceFrom(catalogues[locale], problem)
