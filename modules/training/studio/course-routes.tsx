import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { drawConflict } from '../../../core/records/conflict.tsx'
import { lastSaved } from '../../../core/records/history.ts'
import { type CourseContent, sayIn } from '../courses/content.ts'
import { courseObject } from '../curriculum/installing.ts'
import { teach } from '../permissions.ts'
import { readTours } from '../tours/tours.ts'
import { conflictFields } from './conflict.ts'
import { emptyCourse, rawFacts, readCode, readFacts } from './course-form.ts'
import { raised, rawLesson, readLesson, withLesson, withoutLesson } from './lesson-form.ts'
import { studioText } from './messages.ts'
import { readCourse, type Written } from './reading.ts'
import { CourseEditor, LessonEditor } from './views/editors.tsx'
import { isCodeTaken, saveDraft, writeCourse } from './writing.ts'

/** Writing a course: what it is about, and its lessons. */
export const courseRoutes = new Hono<Site>()

const teacher = allow(teach)
const hrefOf = (id: string): string => `/training/studio/courses/${id}`

const backTo = (c: Context<Site>, course: Written) => ({
  href: hrefOf(course.id),
  label: `${course.code} ${sayIn(c.var.scope.locale, course.titles)}`,
})

courseRoutes.get('/new-course', teacher, (c) => drawNew(c, rawFacts(emptyCourse)))

function drawNew(c: Context<Site>, raw: Raw, errors?: Errors) {
  const { locale } = c.var.scope
  const t = studioText(locale)
  const back = { href: '/training/studio', label: t.courses }
  const form = { ...{ locale, back, raw, errors }, action: '/training/studio/courses' }
  const page = <CourseEditor {...form} title={t.add} once={onceKey(raw)} isNew />
  return c.render(page, { title: t.add, status: errors ? 422 : 200 })
}

courseRoutes.post('/courses', teacher, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const { draft, errors } = readFacts(scope, raw, emptyCourse)
  const fields = new Fields(raw, scope.locale)
  const code = readCode(fields, raw, scope)
  const href = await once(scope, raw, async () => {
    if (fields.ok && (await isCodeTaken(scope, code)))
      fields.refuse('code', studioText(scope.locale).form.codeTaken)
    const isFine = fields.ok && Object.keys(errors).length === 0
    return isFine ? hrefOf(await writeCourse(scope, code, draft)) : undefined
  })
  return href ? go(c, href) : drawNew(c, raw, { ...fields.errors, ...errors })
})

courseRoutes.get('/courses/:id/facts', teacher, async (c) => {
  const course = await readCourse(c.var.scope, pathId(c))
  return drawFacts(c, course, rawFacts(course.draft), course.version)
})

function drawFacts(c: Context<Site>, course: Written, raw: Raw, version: number, errors?: Errors) {
  const { locale } = c.var.scope
  const form = { locale, raw, errors, version, back: backTo(c, course) }
  const title = studioText(locale).facts
  const page = (
    <CourseEditor {...form} action={`${hrefOf(course.id)}/facts`} title={title} isNew={false} />
  )
  return c.render(page, { title, status: errors ? 422 : 200 })
}

courseRoutes.post('/courses/:id/facts', teacher, async (c) => {
  const { scope } = c.var
  const course = await readCourse(scope, pathId(c))
  const { raw } = await readForm(c)
  const { draft, errors } = readFacts(scope, raw, course.draft)
  if (Object.keys(errors).length > 0) return drawFacts(c, course, raw, versionOf(raw), errors)
  return save(c, course, versionOf(raw), draft, 'facts', [rawFacts(course.draft), rawFacts(draft)])
})

/** Saves and goes back to the course; both sides stand on a page when somebody was faster. */
async function save(
  c: Context<Site>,
  course: Written,
  version: number,
  draft: CourseContent,
  place: string,
  [theirs, yours]: [Raw, Raw],
) {
  const { scope } = c.var
  const outcome = await saveDraft(scope, course, version, draft)
  if (outcome === 'saved') return go(c, hrefOf(course.id))
  return drawConflict(c, {
    ...{ title: sayIn(scope.locale, course.titles), version: course.version },
    action: `${hrefOf(course.id)}/${place}`,
    fields: conflictFields(scope.locale, theirs, yours),
    ...(await lastSaved(scope, courseObject, course.id)),
  })
}

const newLesson: Raw = { kind: 'text', required: 'on' }

courseRoutes.get('/courses/:id/lesson', teacher, async (c) => {
  const course = await readCourse(c.var.scope, pathId(c))
  const key = c.req.query('key')
  const lesson = course.draft.lessons.find((one) => one.key === key)
  if (key && !lesson) throw notFound()
  return drawLesson(c, course, lesson ? rawLesson(lesson) : newLesson, course.version, key)
})

async function drawLesson(
  c: Context<Site>,
  course: Written,
  raw: Raw,
  version: number,
  key: string | undefined,
  errors?: Errors,
) {
  const { scope } = c.var
  const { locale } = scope
  const t = studioText(locale)
  const action = `${hrefOf(course.id)}/lesson${key ? `?key=${key}` : ''}`
  const form = { locale, action, raw, errors, version, back: backTo(c, course) }
  const title = key ? t.editLesson : t.addLesson
  const page = <LessonEditor {...form} title={title} tours={await readTours(scope)} />
  return c.render(page, { title, status: errors ? 422 : 200 })
}

courseRoutes.post('/courses/:id/lesson', teacher, async (c) => {
  const { scope } = c.var
  const course = await readCourse(scope, pathId(c))
  const { raw } = await readForm(c)
  const key = c.req.query('key')
  const before = course.draft.lessons.find((one) => one.key === key)
  if (key && !before) throw notFound()
  const tours = (await readTours(scope)).map(({ code }) => code)
  const { lesson, errors } = readLesson(scope, raw, before, tours)
  const version = versionOf(raw)
  if (Object.keys(errors).length > 0) return drawLesson(c, course, raw, version, key, errors)
  const sides: [Raw, Raw] = [before ? rawLesson(before) : {}, rawLesson(lesson)]
  const place = `lesson${key ? `?key=${key}` : ''}`
  return save(c, course, version, withLesson(course.draft, lesson), place, sides)
})

courseRoutes.post('/courses/:id/raise', teacher, (c) => rearrange(c, raised))
courseRoutes.post('/courses/:id/remove', teacher, (c) => rearrange(c, withoutLesson))

/** What is done to a lesson of the list needs no version: it says which lesson it means. */
async function rearrange(
  c: Context<Site>,
  change: (draft: CourseContent, key: string) => CourseContent,
) {
  const { scope } = c.var
  const course = await readCourse(scope, pathId(c))
  const { raw } = await readForm(c)
  await saveDraft(scope, course, course.version, change(course.draft, raw.key ?? ''))
  return go(c, hrefOf(course.id))
}
