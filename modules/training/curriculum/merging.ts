import type { CourseContent, Lesson, Option, Question } from '../courses/content.ts'
import { usualPass } from '../courses/content.ts'
import type { CourseText } from './course-text.ts'

/** What of a course is the same in every language. */
export type CourseFacts = { minutes: number; validMonths: number | null; percent?: number }

export type WholeCourse = {
  content: CourseContent
  questions: { key: string; question: Question }[]
}

/**
 * One course out of its texts in two languages. What both must share is taken from the first; what
 * the other lacks stays untranslated, and is said so where it is read.
 */
export function mergeCourse(one: CourseText, other: CourseText, facts: CourseFacts): WholeCourse {
  const lessons = new Map(other.lessons.map((lesson) => [lesson.key, lesson]))
  const asked = new Map(other.questions.map(({ key, question }) => [key, question]))
  const { minutes, validMonths, percent } = facts
  return {
    content: {
      title: { ...one.title, ...other.title },
      objectives: { ...one.objectives, ...other.objectives },
      minutes,
      validMonths,
      pass: percent ? { ...usualPass, percent } : usualPass,
      lessons: one.lessons.map((lesson) => mergeLesson(lesson, lessons.get(lesson.key))),
    },
    questions: one.questions.map(({ key, question }) => ({
      ...{ key, question: mergeQuestion(question, asked.get(key)) },
    })),
  }
}

const mergeLesson = (one: Lesson, other: Lesson | undefined): Lesson => ({
  ...one,
  title: { ...one.title, ...other?.title },
  body: { ...one.body, ...other?.body },
})

function mergeQuestion(one: Question, other: Question | undefined): Question {
  const options = one.options.map((option, at): Option => {
    const second = other?.options[at]
    const text = { ...option.text, ...second?.text }
    return option.to
      ? { ...option, text, to: { ...option.to, ...second?.to } }
      : { ...option, text }
  })
  return {
    ...{ ...one, options, stem: { ...one.stem, ...other?.stem } },
    explanation: { ...one.explanation, ...other?.explanation },
  }
}
