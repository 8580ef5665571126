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
import { readClaims } from './claims.ts'
import { readinessText } from './messages.ts'
import { questions, questionsVersion } from './questions.ts'
import { kind, readClosed } from './reading.ts'
import { ReadinessPage } from './views/readiness.tsx'

/** How ready the firm is: rounds of questions, what they say, and the work that follows. */
export const readinessRoutes = new Hono<Site>()

const view = allow('core.rollout.view')
const manage = allow('core.rollout.manage')
const place = '/rollout/readiness'

readinessRoutes.route('/answer', answerRoutes)

readinessRoutes.get('/', view, (c) => draw(c))

readinessRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const t = readinessText(scope.locale)
  const { raw } = await readForm(c)
  const fields = new Fields(raw, scope.locale)
  const closesOn = readClosesOn(scope, fields)
  const { questions: asked } = raw
  const form = asked === 'full' || asked === 'short' ? asked : undefined
  if (!form) fields.refuse('questions', t.chooseForm)
  if (!fields.ok || !form) return draw(c, raw, fields.errors)
  await once(scope, raw, async () => {
    await openRun(scope, { kind, form, closesOn, questionsVersion })
    return place
  })
  return go(c, place, { kind: 'success', text: surveysText(scope.locale).opened })
})

readinessRoutes.post('/close', manage, async (c) => {
  const { scope } = c.var
  const open = (await readRuns(scope, kind)).find(({ closedAt }) => closedAt === null)
  if (open) await closeRun(scope, open.id)
  return go(c, place, { kind: 'success', text: surveysText(scope.locale).closed })
})

/** Work that follows from questions with low values. */
readinessRoutes.post('/work', manage, async (c) => {
  const chosen = new Set((await readForm(c)).all('question'))
  const numbers = questions.filter(({ number }) => chosen.has(String(number)))
  return go(
    c,
    place,
    await makeWork(
      c.var.scope,
      numbers.map(({ number }) => `readiness.${number}`),
    ),
  )
})

async function draw(c: Context<Site>, raw?: Raw, errors?: Errors) {
  const { scope, product } = c.var
  const rounds = await readRounds(c, kind)
  const closed = rounds.shown && (await readClosed(scope, rounds.shown))
  const page = (
    <ReadinessPage
      locale={scope.locale}
      timeZone={scope.company.timeZone}
      rounds={rounds}
      closed={closed}
      claims={closed ? await readClaims(scope, product, closed.readiness.items) : []}
      departments={await readDepartments(scope)}
      raw={raw ?? { questions: 'full', closesOn: await proposeEnd(scope, 8) }}
      errors={errors}
      once={onceKey(raw)}
      mayManage={may(scope.user, 'core.rollout.manage')}
    />
  )
  return c.render(page, {
    title: readinessText(scope.locale).title,
    status: errors ? 422 : 200,
  })
}
