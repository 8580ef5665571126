import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { readForm, readUpload } from '../../../core/http/form.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import { parseText } from '../../../core/values/text.ts'
import { readSettings } from '../access/settings.ts'
import { teach } from '../permissions.ts'
import { isWorrying, readLooks } from '../tours/missing.ts'
import { readTours } from '../tours/tours.ts'
import { readHealth, readWeak } from './health.ts'
import { studioText } from './messages.ts'
import { makePack, readPack, takePack } from './pack.ts'
import { publishCourse, submitCourse } from './publishing.ts'
import { readAsked, readCourse } from './reading.ts'
import { HealthPage } from './views/health.tsx'
import { PacksPage } from './views/packs.tsx'
import { isGrave, warningsOf } from './warnings.ts'
import { archiveCourse, restoreCourse } from './writing.ts'

/** Publishing courses, looking after them, and handing them on. */
export const publishRoutes = new Hono<Site>()

const teacher = allow(teach)

/** A course and why it cannot be published yet, if there is a reason. */
async function toPublish(c: Context<Site>) {
  const { scope } = c.var
  const course = await readCourse(scope, pathId(c))
  const { raw } = await readForm(c)
  const t = studioText(scope.locale).publish
  const warnings = warningsOf(course.draft, await readAsked(scope, course.id))
  const refusal = warnings.some(isGrave)
    ? t.grave
    : warnings.length > 0 && raw.partial !== 'on'
      ? t.untranslated
      : undefined
  return { course, raw, refusal, href: `/training/studio/courses/${course.id}` }
}

publishRoutes.post('/courses/:id/submit', teacher, async (c) => {
  const { course, refusal, href } = await toPublish(c)
  if (refusal) return go(c, href, { kind: 'danger', text: refusal })
  await submitCourse(c.var.scope, course)
  const text = studioText(c.var.scope.locale).publish.submitted
  return go(c, href, { kind: 'success', text })
})

publishRoutes.post('/courses/:id/publish', teacher, async (c) => {
  const { scope, product } = c.var
  const { course, raw, refusal, href } = await toPublish(c)
  const t = studioText(scope.locale).publish
  const { secondReviewer } = await readSettings(scope)
  const needsSecond =
    secondReviewer && (course.state !== 'review' || course.submittedBy === scope.user.id)
  if (refusal || needsSecond) return go(c, href, { kind: 'danger', text: refusal ?? t.needsSecond })
  const note = parseText(raw.note ?? '', { most: 500 })
  const number = await publishCourse(scope, product.registry, course, {
    change: raw.change === 'material' ? 'material' : 'minor',
    again: raw.again === 'repeat' || raw.again === 'new' ? raw.again : 'delta',
    note: note.ok ? note.value : '',
  })
  const text = t.published(formatNumber(scope.locale, number))
  return go(c, href, { kind: 'success', text })
})

publishRoutes.post('/courses/:id/archive', teacher, async (c) => {
  const course = await readCourse(c.var.scope, pathId(c))
  await archiveCourse(c.var.scope, course)
  return go(c, `/training/studio/courses/${course.id}`)
})

publishRoutes.post('/courses/:id/restore', teacher, async (c) => {
  const course = await readCourse(c.var.scope, pathId(c))
  await restoreCourse(c.var.scope, course)
  return go(c, `/training/studio/courses/${course.id}`)
})

publishRoutes.get('/health', teacher, async (c) => {
  const { scope } = c.var
  const tours = await readTours(scope)
  const [health, weak, looks] = await Promise.all([
    readHealth(scope),
    readWeak(scope),
    readLooks(scope, tours),
  ])
  const page = <HealthPage {...{ scope, health, weak, tours, looks: looks.filter(isWorrying) }} />
  return c.render(page, { title: studioText(scope.locale).health.title })
})

publishRoutes.get('/packs', teacher, (c) => drawPacks(c))

function drawPacks(c: Context<Site>, error?: string) {
  const { scope } = c.var
  const page = <PacksPage scope={scope} error={error} />
  const title = studioText(scope.locale).packs.title
  return c.render(page, { title, status: error ? 422 : 200 })
}

publishRoutes.post('/packs/download', teacher, async (c) =>
  c.body(await makePack(c.var.scope), 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': 'attachment; filename="training.json"',
  }),
)

publishRoutes.post('/packs', teacher, async (c) => {
  const { scope } = c.var
  const t = studioText(scope.locale).packs
  const file = await readUpload(c, 'file')
  if (!file) return drawPacks(c, t.noFile)
  const read = readPack(await file.text())
  if ('problem' in read) return drawPacks(c, t.problems[read.problem])
  const { courses, tours, topics, skipped } = await takePack(scope, read.held)
  const number = (count: number) => formatNumber(scope.locale, count)
  const taken = t.taken(number(courses), number(tours), number(topics))
  const text = skipped.length > 0 ? `${taken} ${t.leftOut(skipped.slice(0, 20))}` : taken
  return go(c, '/training/studio', { kind: 'success', text })
})
