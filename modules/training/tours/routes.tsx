import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { may } from '../../../core/access/person.ts'
import { allow } from '../../../core/http/allow.ts'
import { readForm } from '../../../core/http/form.ts'
import type { Site } from '../../../core/http/site.ts'
import type { Scope } from '../../../core/scope.ts'
import { noteLearning } from '../learning/events.ts'
import { learn, teach } from '../permissions.ts'
import { tourText } from './messages.ts'
import { readTours } from './tours.ts'
import { type Followed, ToursPage } from './views/tours.tsx'

/** Tours: their list, each as text, and what became of them. */
export const tourRoutes = new Hono<Site>()

const learner = allow(learn)

tourRoutes.get('/tours', learner, async (c) => {
  const { scope, product } = c.var
  const tours = await readTours()
  const shown = tours.find(({ code }) => code === c.req.query('show'))
  const followed = may(scope.user, teach) ? await readFollowed(scope) : undefined
  const { names } = product.files
  const player = { script: `/assets/${names['tour.js']}`, style: `/assets/${names['tour.css']}` }
  return c.render(<ToursPage {...{ scope, tours, shown, player, followed }} />, {
    title: tourText(scope.locale).title,
  })
})

/** How often each tour was begun and finished. */
async function readFollowed({ db, company }: Scope): Promise<Followed> {
  const rows = await db.execute<{ code: string; started: number; finished: number }>(sql`
    select object as code, count(*) filter (where kind = 'tour.started')::int as started,
      count(*) filter (where kind = 'tour.finished')::int as finished
    from training.learning_events where company_id = ${company.id}
      and kind in ('tour.started', 'tour.finished') group by object`)
  return new Map(rows.map(({ code, ...counts }) => [code, counts]))
}

const kinds = ['started', 'step_viewed', 'target_missing', 'closed', 'finished'] as const

/** The player tells what somebody saw; what it does not know is not noted. */
tourRoutes.post('/tours/events', learner, async (c) => {
  const { raw } = await readForm(c)
  const tour = (await readTours()).find(({ code }) => code === raw.code)
  const kind = kinds.find((one) => one === raw.kind)
  const step = tour?.steps.find(({ key }) => key === raw.step)?.key
  if (tour && kind)
    await noteLearning(c.var.scope, [
      { kind: `tour.${kind}`, object: tour.code, ...(step ? { step } : {}) },
    ])
  return c.body(null, 204)
})
