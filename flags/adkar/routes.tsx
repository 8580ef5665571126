import { type Context, Hono } from 'hono'
import { readDepartments } from '../../core/access/department-tree.ts'
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
import { closeRun, openRun, readRuns } from '../surveys/runs.ts'
import { makeWork } from '../surveys/work.ts'
import { answerRoutes } from './answer-routes.tsx'
import { elements } from './formula.ts'
import { adkarText } from './messages.ts'
import { kind, questionsVersion, readClosed, readTrend } from './reading.ts'
import { AdkarPage } from './views/adkar.tsx'

/** How people stand to the change: rounds of five statements, what they say, what follows. */
export const adkarRoutes = new Hono<Site>()

const view = allow('core.rollout.view')
const manage = allow('core.rollout.manage')
const place = '/rollout/people'

adkarRoutes.route('/answer', answerRoutes)

adkarRoutes.get('/', view, (c) => draw(c))

adkarRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const fields = new Fields(raw, scope.locale)
  const closesOn = readClosesOn(scope, fields)
  if (!fields.ok) return draw(c, raw, fields.errors)
  await once(scope, raw, async () => {
    await openRun(scope, { kind, form: 'full', closesOn, questionsVersion })
    return place
  })
  return go(c, place, { kind: 'success', text: surveysText(scope.locale).opened })
})

adkarRoutes.post('/close', manage, async (c) => {
  const { scope } = c.var
  const open = (await readRuns(scope, kind)).find(({ closedAt }) => closedAt === null)
  if (open) await closeRun(scope, open.id)
  return go(c, place, { kind: 'success', text: surveysText(scope.locale).closed })
})

adkarRoutes.post('/work', manage, async (c) => {
  const chosen = new Set((await readForm(c)).all('element'))
  const codes = elements.filter((one) => chosen.has(one)).map((one) => `adkar.${one}`)
  return go(c, place, await makeWork(c.var.scope, codes))
})

async function draw(c: Context<Site>, raw?: Raw, errors?: Errors) {
  const { scope } = c.var
  const rounds = await readRounds(c, kind)
  const page = (
    <AdkarPage
      scope={scope}
      rounds={rounds}
      closed={rounds.shown && (await readClosed(scope, rounds.shown))}
      trend={await readTrend(scope)}
      departments={await readDepartments(scope)}
      raw={raw ?? { closesOn: await proposeEnd(scope, 5) }}
      errors={errors}
      once={onceKey(raw)}
      mayManage={may(scope.user, 'core.rollout.manage')}
    />
  )
  return c.render(page, { title: adkarText(scope.locale).title, status: errors ? 422 : 200 })
}
