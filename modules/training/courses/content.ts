import type { Locale } from '../../../core/i18n/locale.ts'

/**
 * A text that somebody wrote: in one language at least, best in all that the product speaks. `stale`
 * is the language whose text is older than the other one's (R21).
 */
export type Texts = Partial<Record<Locale, string>> & { stale?: Locale }

/** What a lesson is made of; keys are stored. */
export const lessonKinds = ['text', 'video', 'tour', 'quiz', 'survey', 'hand-in', 'live'] as const
export type LessonKind = (typeof lessonKinds)[number]

/** What each kind counts in the progress of a course (formula 7.1). */
export const lessonWeights: Record<LessonKind, number> = {
  ...{ text: 1, video: 1, tour: 1, survey: 1, live: 2, quiz: 2, 'hand-in': 2 },
}

export type Lesson = {
  /** Stable over versions, so that progress and figures stay comparable. */
  key: string
  kind: LessonKind
  title: Texts
  /** Markdown; a line of `---` begins the next step. For a video its transcript. */
  body: Texts
  required: boolean
  /** quiz: how many questions are drawn. */
  draw?: number
  /** video: where it is. */
  video?: string
  /** tour: which one. */
  tour?: string
}

/** When a course counts as passed: percent, attempts, and hours to wait from the second failure. */
export type PassRule = { percent: number; attempts: number; waitHours: number }

export const usualPass: PassRule = { percent: 80, attempts: 3, waitHours: 12 }

/** All of a course that has versions. */
export type CourseContent = {
  title: Texts
  /** One in each line. */
  objectives: Texts
  minutes: number
  /** How long a completion holds; for good when null. */
  validMonths: number | null
  pass: PassRule
  lessons: Lesson[]
}

export const questionKinds = ['single', 'several', 'order', 'match'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** A choice; `to` is what it belongs to where things are matched. */
export type Option = { text: Texts; right?: boolean; to?: Texts }

export type Question = {
  kind: QuestionKind
  /** Which objective of its course it asks for, counted from 1. */
  objective: number
  /** It must be answered right, whatever the score. */
  critical: boolean
  stem: Texts
  /** order: in the right order. */
  options: Option[]
  explanation: Texts
}

/**
 * A text in a language, else in the one it has; `foreign` says that it is the other, `older` that the
 * other was changed since.
 */
export function wordsIn(
  locale: Locale,
  texts: Texts,
): { text: string; foreign?: Locale; older?: boolean } {
  const own = texts[locale]
  if (own) return { text: own, older: texts.stale === locale }
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en'
  return { text: texts[other] ?? '', foreign: other }
}

export const sayIn = (locale: Locale, texts: Texts): string => wordsIn(locale, texts).text

/** The steps that a lesson's text is read in: a line of three hyphens parts them. */
export const stepsOf = (body: string): string[] =>
  body
    .split(/^---[ \t]*$/m)
    .map((step) => step.trim())
    .filter((step) => step !== '')
