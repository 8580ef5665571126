import { Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { readForm } from '../../../core/http/form.ts'
import type { Site } from '../../../core/http/site.ts'
import { noteLearning } from '../learning/events.ts'
import { finishTourLessons, hasFollowed } from '../learning/tour-lessons.ts'
import { learn } from '../permissions.ts'
import { tourText } from './messages.ts'
import { tellOfMissing } from './missing.ts'
import { offerRoutes } from './offer-routes.tsx'
import { stepRoutes } from './step-routes.tsx'
import { playerOf, storyOf } from './story.ts'
import { tourStudioRoutes } from './studio-routes.tsx'
import { readTours } from './tours.ts'
import { ToursPage } from './views/tours.tsx'

/** Tours: their list, each as text, what became of them, and where they are written. */
export const tourRoutes = new Hono<Site>()

const learner = allow(learn)

tourRoutes.route('/studio/tours', tourStudioRoutes)
tourRoutes.route('/studio/tours', stepRoutes)
tourRoutes.route('/', offerRoutes)

tourRoutes.get('/tours', learner, async (c) => {
  const { scope, product } = c.var
  const { registry } = product
  const player = playerOf(product)
  const told = (await readTours(scope)).map((tour) => ({
    ...{ tour, story: storyOf({ scope, registry, player }, tour) },
  }))
  const shown = told.find(({ tour }) => tour.code === c.req.query('show'))
  const page = <ToursPage locale={scope.locale} tours={told} shown={shown} />
  return c.render(page, { title: tourText(scope.locale).list.title })
})

const kinds = [
  'started',
  'step_viewed',
  'step_done',
  'target_missing',
  'closed',
  'finished',
] as const

/** Why a step had nothing to point at (R2). */
const causes = ['off', 'permission', 'otherPage', 'record'] as const

/** The player tells what somebody saw; what it does not know is not noted. */
tourRoutes.post('/tours/events', learner, async (c) => {
  const { scope, product } = c.var
  const { raw } = await readForm(c)
  const tour = (await readTours(scope)).find(({ code }) => code === raw.code)
  const kind = kinds.find((one) => one === raw.kind)
  const step = tour?.steps.find(({ key }) => key === raw.step)?.key
  const cause = causes.find((one) => one === raw.cause)
  if (tour && kind)
    await noteLearning(scope, [
      {
        ...{ kind: `tour.${kind}`, object: tour.code },
        ...(tour.number === null ? {} : { objectVersion: tour.number }),
        ...(step ? { step } : {}),
        ...(cause ? { data: { cause } } : {}),
      },
    ])
  if (tour && kind === 'target_missing' && cause) await tellOfMissing(scope, tour)
  if (tour && kind === 'finished' && !cause && (await hasFollowed(scope, tour)))
    await finishTourLessons(scope, product.registry, tour)
  return c.body(null, 204)
})
