import type { Locale } from '../i18n/locale.ts'
import { largestFile, type Problem } from './attachments.ts'
import { attachmentText } from './messages.ts'
import { printSize } from './size.ts'

/** Why a file was not taken, and what to do about it. */
export function sayProblem(locale: Locale, problem: Problem): string {
  const t = attachmentText(locale)
  return problem === 'tooLarge' ? t.tooLarge(printSize(locale, largestFile)) : t[problem]
}
