import { describe, expect, test } from 'vitest'
import { locales } from '../../../core/i18n/locale.ts'
import { consoleRooms } from '../../../flags/console/rooms.ts'
import { service } from '../../../modules/service/module.ts'
import { stepsOf, type Texts } from '../../../modules/training/courses/content.ts'
import {
  CourseTextError,
  readCourseText,
} from '../../../modules/training/curriculum/course-text.ts'
import { readCurriculum } from '../../../modules/training/curriculum/files.ts'
import { shippedTopics } from '../../../modules/training/help/topics.ts'
import { warningsOf } from '../../../modules/training/studio/warnings.ts'

const { courses, paths } = await readCurriculum()
const written = courses.filter(({ isOutline }) => !isOutline)

/** The courses that come written out; the others are outlines. */
const promised = [
  ...['C-00', 'C-01', 'C-02', 'C-03', 'C-04', 'C-05'],
  ...['L-01', 'L-02', 'L-03', 'S-01', 'V-01', 'A-01', 'T-01'],
]

const expectBoth = (texts: Texts, where: string) => {
  for (const locale of locales) expect(texts[locale]?.trim(), `${where} ${locale}`).toBeTruthy()
  expect(texts['zh-CN'], where).toMatch(/\p{Script=Han}/u)
  expect(texts.en, where).not.toMatch(/\p{Script=Han}/u)
}

test('all titles of the curriculum are there, thirteen of them written out', () => {
  expect(courses).toHaveLength(41)
  expect(written.map(({ code }) => code).sort()).toEqual([...promised].sort())
  for (const { code, content } of courses) {
    expectBoth(content.title, code)
    expectBoth(content.objectives, code)
  }
})

test('the paths lead to courses that exist, and everybody has the core', () => {
  const codes = courses.map(({ code }) => code)
  for (const path of paths) {
    expectBoth(path.titles, path.code)
    for (const code of path.courses) expect(codes).toContain(code)
  }
  expect(paths.find(({ code }) => code === 'P-CORE')?.roles).toHaveLength(7)
})

describe.each(written.map((one) => [one.code, one] as const))('%s', (_, { content, questions }) => {
  test('says everything in both languages, in as many steps, and can be published as it is', () => {
    for (const { key, kind, title, body } of content.lessons) {
      expectBoth(title, key)
      if (kind === 'quiz') continue
      expectBoth(body, key)
      const steps = locales.map((locale) => stepsOf(body[locale] ?? '').length)
      expect(steps[0], key).toBe(steps[1])
    }
    for (const { key, question } of questions) {
      expectBoth(question.stem, key)
      expectBoth(question.explanation, key)
      for (const { text, to } of question.options) {
        for (const locale of locales) expect(text[locale]?.trim(), key).toBeTruthy()
        if (to) expectBoth(to, key)
      }
    }
    const asked = questions.map(({ key, question }) => ({ key, document: question }))
    expect(warningsOf(content, asked)).toEqual([])
  })

  test('asks more than one attempt needs, so that two differ, and never past its objectives', () => {
    const quiz = content.lessons.find(({ kind }) => kind === 'quiz')
    expect(questions.length).toBeGreaterThan(quiz?.draw ?? 0)
    const objectives = (content.objectives.en ?? '').split('\n').length
    expect(content.objectives['zh-CN']?.split('\n')).toHaveLength(objectives)
    for (const { key, question } of questions)
      expect(question.objective, key).toBeLessThanOrEqual(objectives)
  })
})

test('what comes along calls the modules and the rooms of the rollout by their own names', async () => {
  const title = service.title['zh-CN']
  expect(paths.find(({ code }) => code === 'P-SERVICE')?.titles['zh-CN']).toBe(title)
  const lesson = JSON.stringify(courses.find(({ code }) => code === 'V-01')?.content.lessons)
  expect(lesson).toContain(`已经开通了“${title}”`)
  const topics = await shippedTopics()
  const matrix = topics.find(({ code }) => code === 'matrix')
  expect(matrix?.titles['zh-CN']).toContain(
    consoleRooms.find(({ href }) => href === matrix?.place)?.title['zh-CN'],
  )
  expect(JSON.stringify(topics), 'gates are 关口').not.toContain('闸门')
})

test('lessons on privacy must be answered right where it matters', () => {
  const privacy = courses.find(({ code }) => code === 'C-04')
  const critical = privacy?.questions.filter(({ question }) => question.critical)
  expect(critical?.map(({ key }) => key)).toEqual(['friend', 'leak'])
  expect(privacy?.content.validMonths).toBe(12)
})

test('a text that is no course is refused with the line and the cure', () => {
  const read = (text: string) => () => readCourseText(text, 'en')
  expect(read('# T\n\n## Lesson {film one}')).toThrow(CourseTextError)
  expect(read('# T\n\n## Lesson {film one}')).toThrow(/Line 3: "{film one}" is no lesson/)
  expect(read('# T\n\n## Q {quiz q}\n\n### Why? {a best 1}')).toThrow(/Line 5: .* is no question/)
})
