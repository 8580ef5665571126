import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { ownPath } from '../../../core/http/own-path.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { sayIn } from '../courses/content.ts'
import { placeFrom } from '../help/place.ts'
import { teach } from '../permissions.ts'
import { movedStep, withoutStep, withStep } from './arranging.ts'
import { mostSteps, type TourContent } from './content.ts'
import { tourText } from './messages.ts'
import { eyesOf, previewAs } from './previewing.ts'
import { readWrittenTour, type WrittenTour } from './reading.ts'
import { playerOf } from './story.ts'
import { rawTourStep, readTourStep } from './tour-form.ts'
import { StepEditor } from './views/editors.tsx'
import { TourPanel } from './views/panel.tsx'
import { saveTour } from './writing.ts'

/** Writing the steps of a tour: in a form of their own, or in a panel over the page they are about. */
export const stepRoutes = new Hono<Site>()

const teacher = allow(teach)
const hrefOf = ({ id }: WrittenTour): string => `/training/studio/tours/${id}`

type Drawn = { raw: Raw; key?: string | undefined; errors?: Errors }

/** A page's place: of which record it is makes no difference. */
const hereOf = (given: string | undefined): string => placeFrom(ownPath(given)) ?? '/'

stepRoutes.get('/:id/step', teacher, async (c) => {
  const tour = await readWrittenTour(c.var.scope, pathId(c))
  const key = c.req.query('key')
  return drawStep(c, tour, { raw: rawOf(tour, key, tour.draft.start), key })
})

/** @throws Refusal 404 for a step that is not there */
function rawOf({ draft }: WrittenTour, key: string | undefined, here: string): Raw {
  const step = draft.steps.find((one) => one.key === key)
  if (key && !step) throw notFound()
  return step ? rawTourStep(step) : { path: here, advance: '' }
}

function drawStep(c: Context<Site>, tour: WrittenTour, { raw, key, errors }: Drawn) {
  const { locale } = c.var.scope
  const t = tourText(locale).studio
  const title = key ? t.editStep(String(1 + at(tour, key))) : t.newStep
  const page = (
    <StepEditor
      {...{ locale, raw, errors, title, version: tour.version, once: onceKey(raw) }}
      action={`${hrefOf(tour)}/step${key ? `?key=${key}` : ''}`}
      back={{ href: hrefOf(tour), label: sayIn(locale, tour.draft.title) }}
      path={placeFrom(raw.path ?? '') ?? tour.draft.start}
    />
  )
  return c.render(page, { title, status: errors ? 422 : 200 })
}

const at = ({ draft }: WrittenTour, key: string): number =>
  draft.steps.findIndex((one) => one.key === key)

stepRoutes.get('/:id/panel', teacher, async (c) => {
  const tour = await readWrittenTour(c.var.scope, pathId(c))
  const here = hereOf(c.req.query('at'))
  const key = c.req.query('key')
  return drawPanel(c, tour, here, { raw: rawOf(tour, key, here), key })
})

async function drawPanel(c: Context<Site>, tour: WrittenTour, here: string, drawn: Drawn) {
  const { scope, product } = c.var
  const { raw, key: step, errors } = drawn
  const preview = await previewAs(scope, product.registry, playerOf(product), tour, eyesOf(c))
  const page = (
    <TourPanel {...{ scope, tour, here, raw, errors, step, preview }} once={onceKey(raw)} />
  )
  return c.render(page, { title: tourText(scope.locale).studio.panel, status: errors ? 422 : 200 })
}

stepRoutes.post('/:id/step', teacher, async (c) => {
  const { scope } = c.var
  const t = tourText(scope.locale).studio
  const tour = await readWrittenTour(scope, pathId(c))
  const { raw } = await readForm(c)
  const key = c.req.query('key')
  const before = tour.draft.steps.find((one) => one.key === key)
  if (key && !before) throw notFound()
  const { step, errors } = readTourStep(scope, raw, before)
  if (!before && tour.draft.steps.length >= mostSteps) errors[''] = t.warn['too-long']
  const again = (wrong: Errors) => {
    const drawn = { raw, key, errors: wrong }
    return raw.stay ? drawPanel(c, tour, hereOf(raw.stay), drawn) : drawStep(c, tour, drawn)
  }
  if (Object.keys(errors).length > 0) return again(errors)
  const saved = await once(scope, raw, async () => {
    const outcome = await saveTour(scope, tour, versionOf(raw), withStep(tour.draft, step))
    return outcome === 'saved' ? hrefOf(tour) : undefined
  })
  if (!saved) return again({ '': t.conflict })
  const toast = { kind: 'success', text: t.saved } as const
  return go(c, after(tour, raw), raw.stay ? undefined : toast)
})

/** Back to the page the tour is being written on, or to the tour. */
const after = (tour: WrittenTour, { stay }: Raw): string => {
  const here = stay ? hereOf(stay) : undefined
  return here && !here.includes('*') ? here : hrefOf(tour)
}

const deeds: Record<string, (draft: TourContent, key: string) => TourContent> = {
  raise: (draft, key) => movedStep(draft, key, -1),
  lower: (draft, key) => movedStep(draft, key, 1),
  remove: withoutStep,
}

// What is done to a step of the list needs no version: it says which step it means.
for (const [deed, change] of Object.entries(deeds))
  stepRoutes.post(`/:id/${deed}`, teacher, async (c) => {
    const tour = await readWrittenTour(c.var.scope, pathId(c))
    const { raw } = await readForm(c)
    await saveTour(c.var.scope, tour, tour.version, change(tour.draft, raw.key ?? ''))
    return go(c, after(tour, raw))
  })
