import type { Locale } from '../../../core/i18n/locale.ts'
import {
  type CourseContent,
  type Lesson,
  lessonWeights,
  sayIn,
  stepsOf,
} from '../courses/content.ts'

export type Place = { lesson: Lesson; at: number; step: number; steps: number }

const stepCount = (lesson: Lesson, locale: Locale): number =>
  Math.max(1, stepsOf(sayIn(locale, lesson.body)).length)

/** Where somebody is: where they asked to be, else where they stopped, else what is not done yet. */
export function placeOf(
  { lessons }: CourseContent,
  done: ReadonlySet<string>,
  wanted: { lesson?: string | null | undefined; step?: number },
  locale: Locale,
): Place | undefined {
  const named = lessons.findIndex(({ key }) => key === wanted.lesson)
  const open = lessons.findIndex(({ key }) => !done.has(key))
  const at = named >= 0 ? named : Math.max(0, open)
  const lesson = lessons[at]
  if (!lesson) return undefined
  const steps = stepCount(lesson, locale)
  const step = named >= 0 ? Math.min(Math.max(0, wanted.step ?? 0), steps - 1) : 0
  return { lesson, at, step, steps }
}

/** The lesson to go on with after this one: the next that is not done, wherever it stands. */
export function nextLesson(
  { lessons }: CourseContent,
  done: ReadonlySet<string>,
  after: string,
): Lesson | undefined {
  const at = lessons.findIndex(({ key }) => key === after)
  const order = [...lessons.slice(at + 1), ...lessons.slice(0, at)]
  return order.find(({ key }) => !done.has(key))
}

/** How much of a course is done, 0 to 1 over required lessons (7.1); for motivation only. */
export function progressOf({ lessons }: CourseContent, done: ReadonlySet<string>): number {
  const required = lessons.filter((lesson) => lesson.required)
  const weigh = (some: readonly Lesson[]) =>
    some.reduce((sum, { kind }) => sum + lessonWeights[kind], 0)
  const all = weigh(required)
  return all === 0 ? 0 : weigh(required.filter(({ key }) => done.has(key))) / all
}

export const isComplete = ({ lessons }: CourseContent, done: ReadonlySet<string>): boolean =>
  lessons.every(({ required, key }) => !required || done.has(key))
