import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Role } from '../../../core/module.ts'
import { root } from '../../../core/root.ts'
import { type CourseContent, type Lesson, type Texts, usualPass } from '../courses/content.ts'
import { readCourseText } from './course-text.ts'
import { mergeCourse, type WholeCourse } from './merging.ts'

/** What curriculum.json says of a course: its text stands in two files, or it is an outline still. */
type Listed = {
  code: string
  title: Texts
  objectives: Texts
  minutes: number
  validMonths?: number
  /** How what was learned is checked. */
  check: ('quiz' | 'hand-in' | 'live' | 'tour')[]
}

type ListedPath = { code: string; titles: Texts; roles: Role[]; courses: string[] }

export type Curriculum = {
  courses: (WholeCourse & { code: string; isOutline: boolean })[]
  paths: ListedPath[]
}

const folder = join(root, 'modules/training/curriculum')

let kept: Promise<Curriculum> | undefined

/** The default curriculum as it comes with the product. */
export const readCurriculum = (): Promise<Curriculum> => {
  kept ??= read()
  return kept
}

async function read(): Promise<Curriculum> {
  const list = JSON.parse(await readFile(join(folder, 'curriculum.json'), 'utf8')) as {
    courses: Listed[]
    paths: ListedPath[]
  }
  const courses = await Promise.all(
    list.courses.map(async (one) => {
      const isOutline = !existsSync(join(folder, `${one.code}.zh-CN.md`))
      const whole = isOutline ? outlineOf(one) : await readWhole(one)
      return { code: one.code, isOutline, ...whole }
    }),
  )
  return { courses, paths: list.paths }
}

async function readWhole(one: Listed): Promise<WholeCourse> {
  const [zh, en] = await Promise.all(
    (['zh-CN', 'en'] as const).map(async (locale) =>
      readCourseText(await readFile(join(folder, `${one.code}.${locale}.md`), 'utf8'), locale),
    ),
  )
  const facts = { minutes: one.minutes, validMonths: one.validMonths ?? null }
  return mergeCourse(zh as NonNullable<typeof zh>, en as NonNullable<typeof en>, facts)
}

const checkTitles: Record<Listed['check'][number], Texts> = {
  quiz: { en: 'Quiz', 'zh-CN': '小测' },
  'hand-in': { en: 'Hand in your work', 'zh-CN': '提交作业' },
  live: { en: 'Live session', 'zh-CN': '现场课' },
  tour: { en: 'Do it yourself', 'zh-CN': '动手做一遍' },
}

/** A course that has its title, objectives and checks, and waits for a trainer to write it. */
function outlineOf({ title, objectives, minutes, validMonths, check }: Listed): WholeCourse {
  const reading: Lesson = {
    ...{ key: 'reading', kind: 'text', title: { en: 'Lesson', 'zh-CN': '课文' } },
    ...{ body: {}, required: true },
  }
  const checks = check.map(
    (kind): Lesson => ({
      ...{ key: kind, kind, title: checkTitles[kind], body: {}, required: true },
      ...(kind === 'quiz' ? { draw: 5 } : {}),
    }),
  )
  const lessons = [reading, ...checks]
  const content: CourseContent = {
    ...{ title, objectives, minutes, validMonths: validMonths ?? null, pass: usualPass, lessons },
  }
  return { content, questions: [] }
}
