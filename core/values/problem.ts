import { catalogue } from '../i18n/catalogue.ts'
import type { Locale } from '../i18n/locale.ts'
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

/** The sentence of a problem, taken from one language's texts. */
export function sentenceFrom(
  texts: object,
  problem: { code: string | number | symbol; values: unknown[] },
): string {
  const sentence = Reflect.get(texts, problem.code)
  return typeof sentence === 'function' ? sentence(...problem.values) : String(sentence)
}

const texts = catalogue(en, zhCN)

/** Says a value's problem and its cure in one sentence. */
export const sayProblem = (problem: Problem, locale: Locale): string =>
  sentenceFrom(texts(locale), problem)
