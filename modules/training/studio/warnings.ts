import { type Locale, locales } from '../../../core/i18n/locale.ts'
import type { CourseContent, Question, Texts } from '../courses/content.ts'

/** What is to be said of a course before it is published. */
export type Warning =
  | { kind: 'untranslated' | 'older'; where: string; locale: Locale }
  | { kind: 'no-tour'; where: string }
  | { kind: 'empty'; where: string }
  | { kind: 'no-lessons' }
  | { kind: 'no-transcript'; where: string }
  | { kind: 'few-questions'; where: string; wanted: number; there: number }
  | { kind: 'no-answer'; where: string }

/** Without these it cannot be published at all. */
const grave = new Set<Warning['kind']>([
  'no-lessons',
  'empty',
  'no-transcript',
  'few-questions',
  'no-answer',
  'no-tour',
])

export const isGrave = ({ kind }: Warning): boolean => grave.has(kind)

/** What a course and its questions lack, in the order in which they stand. */
export function warningsOf(
  content: CourseContent,
  questions: readonly { key: string; document: Question }[],
): Warning[] {
  const found: Warning[] = []
  const check = (where: string, texts: Texts) => {
    const written = locales.filter((locale) => texts[locale]?.trim())
    if (written.length === 0) found.push({ kind: 'empty', where })
    else
      for (const locale of locales)
        if (!written.includes(locale)) found.push({ kind: 'untranslated', where, locale })
    if (texts.stale) found.push({ kind: 'older', where, locale: texts.stale })
  }
  check('title', content.title)
  if (content.objectives.stale)
    found.push({ kind: 'older', where: 'title', locale: content.objectives.stale })
  if (content.lessons.length === 0) found.push({ kind: 'no-lessons' })
  for (const lesson of content.lessons) {
    check(lesson.key, lesson.title)
    const speaks = !['quiz', 'survey', 'live'].includes(lesson.kind)
    if (lesson.kind === 'video' && !lesson.body['zh-CN'] && !lesson.body.en)
      found.push({ kind: 'no-transcript', where: lesson.key })
    else if (speaks) check(lesson.key, lesson.body)
    if (lesson.kind === 'tour' && !lesson.tour) found.push({ kind: 'no-tour', where: lesson.key })
    const wanted = lesson.draw ?? 1
    if (lesson.kind === 'quiz' && questions.length < wanted)
      found.push({ kind: 'few-questions', where: lesson.key, wanted, there: questions.length })
  }
  for (const { key, document } of questions) {
    check(key, document.stem)
    for (const { text } of document.options) check(key, text)
    if (!isAnswerable(document)) found.push({ kind: 'no-answer', where: key })
  }
  return found.filter(
    (one, at) => found.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at,
  )
}

/** Whether a question has something to choose from, and a right answer. */
export function isAnswerable({ kind, options }: Question): boolean {
  if (options.length < 2) return false
  const right = options.filter((option) => option.right).length
  if (kind === 'single') return right === 1
  return kind !== 'several' || right > 0
}
