import { catalogue, type Worded } from '../core/i18n/catalogue.ts'
import type { Locale } from '../core/i18n/locale.ts'
import { sentenceFrom } from '../core/values/problem.ts'
import type { DocumentProblem } from './documents.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

export type Messages = Worded<typeof en>

/** The flags' texts in one language. */
export const flagsText = catalogue(en, zhCN)

/** What is wrong with a flags document and the cure, in one sentence. */
export const sayDocumentProblem = (problem: DocumentProblem, locale: Locale): string =>
  sentenceFrom(flagsText(locale).document, problem)
