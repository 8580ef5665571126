import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { drawConflict } from '../../../core/records/conflict.tsx'
import { lastSaved } from '../../../core/records/history.ts'
import { sayIn } from '../courses/content.ts'
import { teach } from '../permissions.ts'
import { conflictFields } from './conflict.ts'
import { studioText } from './messages.ts'
import { rawQuestion, readQuestionForm } from './question-form.ts'
import { readCourse, readQuestion, type Written } from './reading.ts'
import { QuestionEditor } from './views/question-editor.tsx'
import { dropQuestion, questionObject, saveQuestion, writeQuestion } from './writing.ts'

/** Writing questions. */
export const questionRoutes = new Hono<Site>()

const teacher = allow(teach)
const courseHref = (id: string): string => `/training/studio/courses/${id}`

type Shown = { raw: Raw; errors?: Errors; action: string; version?: number; once?: string }

const objectivesOf = (c: Context<Site>, course: Written): string[] =>
  sayIn(c.var.scope.locale, course.draft.objectives).split('\n').filter(Boolean)

function draw(c: Context<Site>, course: Written, shown: Shown) {
  const { locale } = c.var.scope
  const t = studioText(locale)
  const label = `${course.code} ${sayIn(locale, course.titles)}`
  const title = shown.version === undefined ? t.addQuestion : t.editQuestion
  const page = (
    <QuestionEditor
      {...{ locale, title, ...shown }}
      back={{ href: courseHref(course.id), label }}
      objectives={objectivesOf(c, course)}
    />
  )
  return c.render(page, { title, status: shown.errors ? 422 : 200 })
}

questionRoutes.get('/courses/:id/question', teacher, async (c) => {
  const course = await readCourse(c.var.scope, pathId(c))
  const action = `${courseHref(course.id)}/question`
  return draw(c, course, { raw: { kind: 'single', objective: '1' }, action, once: onceKey() })
})

questionRoutes.post('/courses/:id/question', teacher, async (c) => {
  const { scope } = c.var
  const course = await readCourse(scope, pathId(c))
  const { raw } = await readForm(c)
  const { question, errors } = readQuestionForm(scope, raw, objectivesOf(c, course).length)
  const action = `${courseHref(course.id)}/question`
  if (Object.keys(errors).length > 0)
    return draw(c, course, { raw, errors, action, once: onceKey(raw) })
  await once(scope, raw, async () => {
    await writeQuestion(scope, course.id, question)
    return courseHref(course.id)
  })
  return go(c, courseHref(course.id))
})

questionRoutes.get('/questions/:id', teacher, async (c) => {
  const one = await readQuestion(c.var.scope, pathId(c))
  const course = await readCourse(c.var.scope, one.courseId)
  const action = `/training/studio/questions/${one.id}`
  return draw(c, course, { raw: rawQuestion(one.document), action, version: one.version })
})

questionRoutes.post('/questions/:id', teacher, async (c) => {
  const { scope } = c.var
  const one = await readQuestion(scope, pathId(c))
  const course = await readCourse(scope, one.courseId)
  const { raw } = await readForm(c)
  const version = versionOf(raw)
  const count = objectivesOf(c, course).length
  const { question, errors } = readQuestionForm(scope, raw, count, one.document)
  const action = `/training/studio/questions/${one.id}`
  if (Object.keys(errors).length > 0) return draw(c, course, { raw, errors, action, version })
  const outcome = await saveQuestion(scope, one, version, question)
  if (outcome === 'saved') return go(c, courseHref(course.id))
  const [theirs, yours] = [rawQuestion(one.document), rawQuestion(question)]
  return drawConflict(c, {
    ...{ title: studioText(scope.locale).editQuestion, action, version: one.version },
    fields: conflictFields(scope.locale, theirs, yours),
    ...(await lastSaved(scope, questionObject, one.id)),
  })
})

questionRoutes.post('/questions/:id/drop', teacher, async (c) => {
  const one = await readQuestion(c.var.scope, pathId(c))
  await dropQuestion(c.var.scope, one)
  return go(c, courseHref(one.courseId))
})
