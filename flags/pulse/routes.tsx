import { type Context, Hono } from 'hono'
import { readMembers } from '../../core/access/members.ts'
import { may } from '../../core/access/person.ts'
import { allow } from '../../core/http/allow.ts'
import { Fields } from '../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { once, onceKey } from '../../core/http/once.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { surveysText } from '../surveys/messages.ts'
import { proposeEnd, readClosesOn } from '../surveys/opening.ts'
import { readRounds } from '../surveys/rounds.ts'
import { closeRun, readRuns } from '../surveys/runs.ts'
import { answerRoutes } from './answer-routes.tsx'
import { pulseText } from './messages.ts'
import { openPulse } from './opening.ts'
import { askedAbout, kind, readClosed, readTrend } from './reading.ts'
import { PulsePage } from './views/pulse.tsx'

/** How the work with the modules goes, month by month. */
export const pulseRoutes = new Hono<Site>()

const view = allow('core.rollout.view')
const manage = allow('core.rollout.manage')
const place = '/rollout/people/pulse'

pulseRoutes.route('/answer', answerRoutes)

pulseRoutes.get('/', view, (c) => draw(c))

pulseRoutes.post('/', manage, async (c) => {
  const { scope, product } = c.var
  const { modules } = product.registry
  const { raw } = await readForm(c)
  const fields = new Fields(raw, scope.locale)
  const closesOn = readClosesOn(scope, fields)
  if (!fields.ok) return draw(c, raw, fields.errors)
  const members = await readMembers(scope)
  if (members.every((member) => askedAbout(scope, modules, member).length === 0))
    return draw(c, raw, { '': pulseText(scope.locale).nobody })
  await once(scope, raw, async () => {
    await openPulse(scope, modules, closesOn)
    return place
  })
  return go(c, place, { kind: 'success', text: surveysText(scope.locale).opened })
})

pulseRoutes.post('/close', manage, async (c) => {
  const { scope } = c.var
  const open = (await readRuns(scope, kind)).find(({ closedAt }) => closedAt === null)
  if (open) await closeRun(scope, open.id)
  return go(c, place, { kind: 'success', text: surveysText(scope.locale).closed })
})

async function draw(c: Context<Site>, raw?: Raw, errors?: Errors) {
  const { scope, product } = c.var
  const rounds = await readRounds(c, kind)
  const page = (
    <PulsePage
      scope={scope}
      modules={product.registry.modules}
      rounds={rounds}
      pulse={rounds.shown && (await readClosed(scope, rounds.shown))}
      trend={await readTrend(scope)}
      raw={raw ?? { closesOn: await proposeEnd(scope, 5) }}
      errors={errors}
      once={onceKey(raw)}
      mayManage={may(scope.user, 'core.rollout.manage')}
    />
  )
  return c.render(page, { title: pulseText(scope.locale).title, status: errors ? 422 : 200 })
}
