import { type Context, Hono } from 'hono'
import { may } from '../../../core/access/person.ts'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { coreText } from '../../../core/i18n/messages.ts'
import { parseText } from '../../../core/values/text.ts'
import { sayIn } from '../courses/content.ts'
import { handIn, mostWork } from '../hand-ins/handing-in.ts'
import { giveOpinion, opinionKeys, type Ratings } from '../hand-ins/opinions.ts'
import { follow, learn } from '../permissions.ts'
import { isChampion } from '../progress/reading.ts'
import { readAnswers } from '../quizzes/answer-form.ts'
import { courseOfAttempt, finishAttempt, startAttempt } from '../quizzes/attempting.ts'
import { begin, finishLesson, takeStep } from './learning.ts'
import { learningText } from './messages.ts'
import { readOffered, readOwn } from './my-learning.ts'
import { readNext } from './next.ts'
import { placeOf } from './place.ts'
import { isCompleted, isUnderWay, lessonOf, readTaking, type Taking } from './taking.ts'
import { readTourLesson } from './tour-lessons.ts'
import { CoursePage } from './views/course.tsx'
import { LessonPage } from './views/lesson.tsx'
import { MyLearningPage } from './views/my-learning.tsx'

/** What learners do: see what is theirs, go through a course, answer, hand in. */
export const learningRoutes = new Hono<Site>()

const learner = allow(learn)
const hrefOf = ({ course }: Taking): string => `/training/courses/${course.id}`

learningRoutes.get('/', learner, async (c) => {
  const { scope } = c.var
  const [own, offered] = await Promise.all([readOwn(scope), readOffered(scope)])
  const champion = !may(scope.user, follow) && (await isChampion(scope))
  return c.render(<MyLearningPage {...{ scope, own, offered, champion }} />, {
    title: learningText(scope.locale).title,
  })
})

learningRoutes.get('/courses/:id', learner, async (c) => {
  const taking = await readTaking(c.var.scope, pathId(c))
  return drawCourse(c, taking, { lesson: c.req.query('lesson'), step: c.req.query('step') })
})

type Wanted = { lesson?: string | undefined; step?: string | undefined }

/** The lesson one asks for, or where one stopped; the cover before a course and after it. */
async function drawCourse(
  c: Context<Site>,
  taking: Taking,
  wanted: Wanted,
  back: { raw?: Raw; errors?: Errors } = {},
) {
  const { scope, product } = c.var
  const { assignment, version, done } = taking
  const title = sayIn(scope.locale, version.content.title)
  const asked = wanted.lesson
    ? { lesson: wanted.lesson, step: Number(wanted.step) || 0 }
    : { lesson: assignment?.atLesson, step: assignment?.atStep }
  const place = placeOf(version.content, done, asked, scope.locale)
  const begun = assignment !== null && assignment.startedAt !== null
  const next = isCompleted(taking) ? await readNext(scope, taking.course.code) : undefined
  if (!place || !begun || (!wanted.lesson && !isUnderWay(taking)))
    return c.render(<CoursePage {...{ scope, taking, next }} />, { title })
  const { lesson } = place
  const here = `${hrefOf(taking)}?lesson=${lesson.key}`
  const tour =
    lesson.kind === 'tour' ? await readTourLesson(scope, product, lesson, here) : undefined
  const page = <LessonPage {...{ scope, taking, place, tour, next }} {...back} />
  return c.render(page, { title, status: back.errors ? 422 : 200 })
}

learningRoutes.post('/courses/:id/begin', learner, async (c) => {
  const { scope, product } = c.var
  const taking = await readTaking(scope, pathId(c))
  await begin(scope, product.registry, taking)
  const { raw } = await readForm(c)
  const quiz = lessonOf(taking, raw.first)
  if (!quiz) return go(c, hrefOf(taking))
  await startAttempt(scope, await readTaking(scope, taking.course.id), quiz, true)
  return go(c, `${hrefOf(taking)}?lesson=${quiz.key}`)
})

learningRoutes.post('/courses/:id/steps', learner, async (c) => {
  const { scope, product } = c.var
  const { taking, raw, lesson } = await lessonPosted(c)
  if (isUnderWay(taking) && ['text', 'video', 'tour'].includes(lesson.kind))
    await takeStep(scope, product.registry, taking, lesson, Number(raw.step) || 0)
  return go(c, hrefOf(taking))
})

/** That a tour was read as text, where it cannot be followed. */
learningRoutes.post('/courses/:id/tour', learner, async (c) => {
  const { scope, product } = c.var
  const { taking, raw, lesson } = await lessonPosted(c)
  if (raw.found !== 'on') {
    const errors = { found: learningText(scope.locale).tour.confirmFirst }
    return drawCourse(c, taking, { lesson: lesson.key }, { raw, errors })
  }
  if (isUnderWay(taking) && lesson.kind === 'tour')
    await finishLesson(scope, product.registry, taking, lesson, 'read')
  return go(c, hrefOf(taking))
})

learningRoutes.post('/courses/:id/attempts', learner, async (c) => {
  const { taking, lesson } = await lessonPosted(c)
  await startAttempt(c.var.scope, taking, lesson)
  return go(c, `${hrefOf(taking)}?lesson=${lesson.key}`)
})

learningRoutes.post('/courses/:id/work', learner, async (c) => {
  const { scope } = c.var
  const { taking, lesson, raw } = await lessonPosted(c)
  const fields = new Fields(raw, scope.locale)
  const parse = (text: string) => parseText(text, { most: mostWork })
  const body = fields.need('body', learningText(scope.locale).work.label, parse, '')
  if (!fields.ok)
    return drawCourse(c, taking, { lesson: lesson.key }, { raw, errors: fields.errors })
  await handIn(scope, taking, lesson, body)
  return go(c, `${hrefOf(taking)}?lesson=${lesson.key}`)
})

learningRoutes.post('/courses/:id/opinion', learner, async (c) => {
  const { scope, product } = c.var
  const { taking, lesson, raw } = await lessonPosted(c)
  const t = learningText(scope.locale).opinion
  const fields = new Fields(raw, scope.locale)
  const rate = (key: (typeof opinionKeys)[number]) => {
    if (!/^[1-5]$/.test(raw[key] ?? '')) fields.refuse(key, coreText(scope.locale).required(t[key]))
    return Number(raw[key])
  }
  const ratings = Object.fromEntries(opinionKeys.map((key) => [key, rate(key)])) as Ratings
  const comment = fields.may('comment', (text) => parseText(text, { most: 2_000 })) ?? ''
  if (!fields.ok)
    return drawCourse(c, taking, { lesson: lesson.key }, { raw, errors: fields.errors })
  await giveOpinion(scope, product.registry, taking, lesson, { ratings, comment })
  return go(c, hrefOf(taking))
})

learningRoutes.post('/attempts/:id', learner, async (c) => {
  const { scope, product } = c.var
  const taking = await readAttempted(c)
  const attempt = taking.attempts.find(({ id }) => id === pathId(c))
  if (!attempt) throw notFound()
  const { raw, all } = await readForm(c)
  const read = readAnswers(attempt.drawn, raw, all, scope.locale)
  const isOpen = attempt.finishedAt === null
  if (isOpen && Object.keys(read.errors).length > 0)
    return drawCourse(c, taking, { lesson: attempt.lesson }, read)
  await finishAttempt(scope, product.registry, taking, attempt, read.given)
  return go(c, `${hrefOf(taking)}?lesson=${attempt.lesson}`)
})

/** The course that an attempt of the caller's belongs to. @throws Refusal 404 for anybody else's */
async function readAttempted(c: Context<Site>): Promise<Taking> {
  const { scope } = c.var
  const course = await courseOfAttempt(scope, pathId(c))
  if (!course) throw notFound()
  return readTaking(scope, course)
}

/** A course and the lesson that a form is about. @throws Refusal 404 when there is no such lesson */
async function lessonPosted(c: Context<Site>) {
  const taking = await readTaking(c.var.scope, pathId(c))
  const { raw } = await readForm(c)
  const lesson = lessonOf(taking, raw.lesson)
  if (!lesson) throw notFound()
  return { taking, lesson, raw }
}
