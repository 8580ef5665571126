import type { Locale } from '../../../core/i18n/locale.ts'
import type {
  Lesson,
  LessonKind,
  Option,
  Question,
  QuestionKind,
  Texts,
} from '../courses/content.ts'
import { lessonKinds, questionKinds } from '../courses/content.ts'

/** A course as one text in one language: see curriculum/README.md for how it is written. */
export type CourseText = {
  title: Texts
  /** One in each line. */
  objectives: Texts
  lessons: Lesson[]
  questions: { key: string; question: Question }[]
}

/** A text that cannot be read as a course; the message names the line and the cure. */
export class CourseTextError extends Error {}

const heading = /^(?<marks>#{1,3}) (?<title>.*?)(?: \{(?<about>[^}]*)\})?$/

/** Reads a course written as Markdown. @throws CourseTextError */
export function readCourseText(source: string, locale: Locale): CourseText {
  const text: CourseText = { title: {}, objectives: {}, lessons: [], questions: [] }
  let lines: string[] = []
  let close = () => {}
  for (const [at, line] of source.replaceAll('\r\n', '\n').split('\n').entries()) {
    const found = heading.exec(line)?.groups
    if (!found || (found.marks !== '#' && found.about === undefined)) {
      lines.push(line)
      continue
    }
    close()
    const body: string[] = []
    lines = body
    const { marks, title = '', about = '' } = found
    if (marks === '#') {
      text.title = { [locale]: title }
      close = () => {
        const all = body.flatMap((one) => /^- (.*)/.exec(one)?.[1] ?? [])
        text.objectives = { [locale]: all.join('\n') }
      }
    } else if (marks === '##') {
      const lesson = readLesson(title, about, locale, at + 1)
      text.lessons.push(lesson)
      close = () => {
        lesson.body = { [locale]: body.join('\n').trim() }
      }
    } else {
      const one = readQuestion(title, about, locale, at + 1)
      text.questions.push(one)
      close = () => fillQuestion(one.question, body, locale)
    }
  }
  close()
  return text
}

/** `{quiz check draw=5}`: kind, key, and what the kind needs; `optional` for what may be left out. */
function readLesson(title: string, about: string, locale: Locale, line: number): Lesson {
  const [kind, key, ...more] = about.split(' ')
  if (!lessonKinds.includes(kind as LessonKind) || !key)
    throw new CourseTextError(
      `Line ${line}: "{${about}}" is no lesson; write {kind key}, the kind one of ${lessonKinds.join(', ')}.`,
    )
  const facts = new Map(more.map((one) => one.split('=') as [string, string | undefined]))
  const draw = Number(facts.get('draw'))
  return {
    ...{ key, kind: kind as LessonKind, title: { [locale]: title }, body: {} },
    required: !facts.has('optional'),
    ...(draw > 0 ? { draw } : {}),
    ...(facts.get('video') ? { video: facts.get('video') } : {}),
    ...(facts.get('tour') ? { tour: facts.get('tour') } : {}),
  } as Lesson
}

/** `{q1 single 2 critical}`: key, kind, number of the objective it asks for, and whether it must be right. */
function readQuestion(stem: string, about: string, locale: Locale, line: number) {
  const [key, kind, objective, critical] = about.split(' ')
  if (!key || !questionKinds.includes(kind as QuestionKind) || !(Number(objective) > 0))
    throw new CourseTextError(
      `Line ${line}: "{${about}}" is no question; write {key kind objective}, the kind one of ${questionKinds.join(', ')}.`,
    )
  const question: Question = {
    ...{ kind: kind as QuestionKind, objective: Number(objective), options: [] },
    ...{ critical: critical === 'critical', stem: { [locale]: stem }, explanation: {} },
  }
  return { key, question }
}

/** `- [x] right`, `- [ ] wrong`, `1. in order`, `- this => that`; behind `>` why. */
function fillQuestion(question: Question, lines: readonly string[], locale: Locale): void {
  const why: string[] = []
  for (const line of lines) {
    const [, tick, choice] = /^- \[([ x])\] (.*)/.exec(line) ?? []
    const [, left, right] = /^- (.*) => (.*)/.exec(line) ?? []
    const [, ordered] = /^\d+\. (.*)/.exec(line) ?? []
    const option: Option | undefined =
      choice !== undefined
        ? { text: { [locale]: choice }, ...(tick === 'x' ? { right: true } : {}) }
        : left !== undefined
          ? { text: { [locale]: left }, to: { [locale]: right } }
          : ordered !== undefined
            ? { text: { [locale]: ordered } }
            : undefined
    if (option) question.options.push(option)
    const [, said] = /^> ?(.*)/.exec(line) ?? []
    if (said !== undefined) why.push(said)
  }
  question.explanation = { [locale]: why.join('\n').trim() }
}
