import { type Context, Hono } from 'hono'
import { today } from '../../../core/calendar/reading.ts'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import type { Scope } from '../../../core/scope.ts'
import { setTargetsRight, viewTargets } from '../rights.ts'
import { everybodyIn } from './everybody.ts'
import { rawTargets, readTargetForm } from './form.ts'
import { type Measure, measures } from './measures.ts'
import { targetsText } from './messages.ts'
import { readReached, readTargets } from './reading.ts'
import { setTargets } from './setting.ts'
import { TargetFormPage } from './views/target-form.tsx'
import { TargetsPage } from './views/targets-page.tsx'

/** Targets: what is to be reached, and how much of it is. */
export const targetRoutes = new Hono<Site>()

const view = allow(viewTargets)
const set = allow(setTargetsRight)
const place = '/sales/targets'

targetRoutes.get('/', view, async (c) => {
  const { scope } = c.var
  const { measure, year } = asked(scope, c.req.query())
  const per = c.req.query('per') === 'month' ? 1 : 3
  const [everybody, mayBeSet, all, reached] = await Promise.all([
    everybodyIn(scope, viewTargets),
    everybodyIn(scope, setTargetsRight),
    readTargets(scope, measure, year),
    readReached(scope, measure, year),
  ])
  const settable = new Set(mayBeSet.map(({ id }) => id))
  const page = (
    <TargetsPage {...{ scope, measure, year, per, everybody, settable, reached }} targets={all} />
  )
  return c.render(page, { title: targetsText(scope.locale).title })
})

targetRoutes.get('/set', set, async (c) => {
  const { scope } = c.var
  const { measure, year } = asked(scope, c.req.query())
  const who = await whoIs(scope, c.req.query('who') ?? scope.user.id)
  const own = (await readTargets(scope, measure, year)).filter((one) => one.who === who.id)
  return draw(c, { measure, year, who, raw: rawTargets(scope, measure, year, own) })
})

targetRoutes.post('/set', set, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const { measure, year } = asked(scope, raw)
  const who = await whoIs(scope, raw.who ?? '')
  const { wanted, errors } = readTargetForm(scope, raw, measure, year)
  if (Object.keys(errors).length > 0) return draw(c, { measure, year, who, raw, errors })
  await setTargets(scope, measure, who, year, wanted)
  const text = targetsText(scope.locale).saved
  return go(c, `${place}?measure=${measure}&year=${year}`, { kind: 'success', text })
})

/** What an address or a form is about; this year's won amounts unless it says so. */
function asked(scope: Scope, given: Raw): { measure: Measure; year: number } {
  const now = Number(today(scope).slice(0, 4))
  const year = Number(given.year)
  return {
    measure: measures.find((one) => one === given.measure) ?? 'won',
    year: Number.isInteger(year) && year >= 1990 && year <= now + 10 ? year : now,
  }
}

/** @throws Refusal 404 when it is nobody whose targets this person may set */
async function whoIs(scope: Scope, id: string) {
  const found = (await everybodyIn(scope, setTargetsRight)).find((one) => one.id === id)
  if (!found) throw notFound()
  return found
}

type Drawn = Omit<Parameters<typeof TargetFormPage>[0], 'scope'> & { errors?: Errors }

function draw(c: Context<Site>, drawn: Drawn) {
  const { scope } = c.var
  const title = targetsText(scope.locale).setFor(drawn.who.name, drawn.year)
  return c.render(<TargetFormPage scope={scope} {...drawn} />, {
    title,
    status: drawn.errors ? 422 : 200,
  })
}
