import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import { readSettings } from '../access/settings.ts'
import { sayIn } from '../courses/content.ts'
import { teach } from '../permissions.ts'
import { studioText } from '../studio/messages.ts'
import { goalsOf, readEffect } from './effect.ts'
import { readFollowed, readFunnel } from './followed.ts'
import { tourText } from './messages.ts'
import { eyesOf, previewAs } from './previewing.ts'
import { readWrittenTour, readWrittenTours, type WrittenTour } from './reading.ts'
import { playerOf } from './story.ts'
import { emptyTour, rawTourFacts, readTourFacts } from './tour-form.ts'
import { readTours, shippedTours, type Tour } from './tours.ts'
import { TourEditor } from './views/editors.tsx'
import { TourStudioPage } from './views/studio-list.tsx'
import { WrittenTourPage } from './views/written.tsx'
import { refusalOf } from './wording.ts'
import { publishTour, saveTour, setTourAway, submitTour, writeTour } from './writing.ts'

/** Where tours are written: their list, what each is about, and publishing it. */
export const tourStudioRoutes = new Hono<Site>()

const teacher = allow(teach)
const place = '/training/studio/tours'

tourStudioRoutes.get('/', teacher, async (c) => {
  const { scope } = c.var
  const [own, all] = await Promise.all([readWrittenTours(scope), shippedTours()])
  const shipped = all.filter(({ code }) => !own.some((one) => one.code === code))
  const followed = await readFollowed(scope)
  return c.render(<TourStudioPage {...{ scope, own, shipped, followed }} />, {
    title: tourText(scope.locale).studio.tab,
  })
})

tourStudioRoutes.get('/new', teacher, (c) => drawFacts(c, rawTourFacts(emptyTour)))

function drawFacts(c: Context<Site>, raw: Raw, tour?: WrittenTour, errors?: Errors) {
  const { locale } = c.var.scope
  const t = tourText(locale).studio
  const title = tour ? t.facts : t.add
  const back = tour
    ? { href: `${place}/${tour.id}`, label: sayIn(locale, tour.draft.title) }
    : { href: place, label: t.tab }
  const page = (
    <TourEditor
      {...{ locale, raw, errors, back, title }}
      {...(tour ? { version: tour.version } : { once: onceKey(raw) })}
      action={tour ? `${place}/${tour.id}/facts` : place}
      goals={goalsOf(c.var.product.registry)}
    />
  )
  return c.render(page, { title, status: errors ? 422 : 200 })
}

tourStudioRoutes.post('/', teacher, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const taken = (await shippedTours()).find(({ code }) => code === raw.of)
  if (taken) return takeOver(c, taken)
  const goals = goalsOf(c.var.product.registry).map(({ key }) => key)
  const { draft, errors } = readTourFacts(scope, raw, emptyTour, goals)
  if (Object.keys(errors).length > 0) return drawFacts(c, raw, undefined, errors)
  const href = await once(scope, raw, async () => {
    const id = await writeTour(scope, draft)
    return id && `${place}/${id}`
  })
  return go(c, href ?? place)
})

/** A tour that comes along, to be said in the firm's own words. */
async function takeOver(c: Context<Site>, { code, number: _, ...draft }: Tour) {
  const id = await writeTour(c.var.scope, draft, code)
  const text = tourText(c.var.scope.locale).studio.taken
  return id ? go(c, `${place}/${id}`) : go(c, place, { kind: 'danger', text })
}

tourStudioRoutes.get('/:id', teacher, async (c) => {
  const { scope, product } = c.var
  const tour = await readWrittenTour(scope, pathId(c))
  const goal = goalsOf(product.registry).find(({ key }) => key === tour.draft.goal)
  const player = playerOf(product)
  const preview = await previewAs(scope, product.registry, player, tour, eyesOf(c))
  const { names } = product.files
  const writer = JSON.stringify({
    ...{ panel: `${place}/${tour.id}/panel`, start: tour.draft.start },
    script: `/assets/${names['tour-editor.js']}`,
  })
  const { secondReviewer } = await readSettings(scope)
  const followed = tour.published === null ? undefined : await followedOf(c, tour)
  const page = (
    <WrittenTourPage {...{ scope, tour, goal, secondReviewer, writer, preview, followed }} />
  )
  return c.render(page, { title: sayIn(scope.locale, tour.draft.title) })
})

/** How the version that people follow now fares. */
async function followedOf(c: Context<Site>, { code }: WrittenTour) {
  const { scope, product } = c.var
  const tour = (await readTours(scope)).find((one) => one.code === code)
  if (!tour) return undefined
  const goal = goalsOf(product.registry).find(({ key }) => key === tour.goal)
  const effect = goal && { goal, ...(await readEffect(scope, code, goal)) }
  return { tour, funnel: await readFunnel(scope, tour), effect }
}

tourStudioRoutes.get('/:id/facts', teacher, async (c) => {
  const tour = await readWrittenTour(c.var.scope, pathId(c))
  return drawFacts(c, rawTourFacts(tour.draft), tour)
})

tourStudioRoutes.post('/:id/facts', teacher, async (c) => {
  const { scope, product } = c.var
  const tour = await readWrittenTour(scope, pathId(c))
  const { raw } = await readForm(c)
  const goals = goalsOf(product.registry).map(({ key }) => key)
  const { draft, errors } = readTourFacts(scope, raw, tour.draft, goals)
  if (Object.keys(errors).length > 0) return drawFacts(c, raw, tour, errors)
  if ((await saveTour(scope, tour, versionOf(raw), draft)) === 'saved')
    return go(c, `${place}/${tour.id}`)
  return drawFacts(c, raw, tour, { '': tourText(scope.locale).studio.conflict })
})

tourStudioRoutes.post('/:id/submit', teacher, async (c) => {
  const { scope } = c.var
  const { tour, refusal, href } = await toPublish(c)
  if (refusal) return go(c, href, { kind: 'danger', text: refusal })
  await submitTour(scope, tour)
  return go(c, href, { kind: 'success', text: studioText(scope.locale).publish.submitted })
})

async function toPublish(c: Context<Site>) {
  const { scope } = c.var
  const tour = await readWrittenTour(scope, pathId(c))
  const { raw } = await readForm(c)
  const refusal = refusalOf(scope.locale, tour, raw.partial === 'on')
  return { tour, refusal, href: `${place}/${tour.id}` }
}

tourStudioRoutes.post('/:id/publish', teacher, async (c) => {
  const { scope } = c.var
  const { tour, refusal, href } = await toPublish(c)
  const t = studioText(scope.locale).publish
  if (tour.state === 'published') return go(c, href)
  const { secondReviewer } = await readSettings(scope)
  const needsSecond =
    secondReviewer && (tour.state !== 'review' || tour.submittedBy === scope.user.id)
  const why = refusal ?? (needsSecond ? t.needsSecond : undefined)
  if (why) return go(c, href, { kind: 'danger', text: why })
  const number = await publishTour(scope, tour)
  const text =
    number === undefined
      ? tourText(scope.locale).studio.conflict
      : t.published(formatNumber(scope.locale, number))
  return go(c, href, { kind: number === undefined ? 'danger' : 'success', text })
})

for (const [deed, away] of [
  ['archive', true],
  ['restore', false],
] as const)
  tourStudioRoutes.post(`/:id/${deed}`, teacher, async (c) => {
    const tour = await readWrittenTour(c.var.scope, pathId(c))
    await setTourAway(c.var.scope, tour, away)
    return go(c, `${place}/${tour.id}`)
  })
