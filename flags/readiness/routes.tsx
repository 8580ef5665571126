import { type Context, Hono } from 'hono'
import { readDepartments } from '../../core/access/department-tree.ts'
import { may } from '../../core/access/person.ts'
import { addWorkingDays, shiftDay } from '../../core/calendar/calendar.ts'
import { readCalendar, today } from '../../core/calendar/reading.ts'
import { allow } from '../../core/http/allow.ts'
import { Fields } from '../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { once, onceKey } from '../../core/http/once.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { parseDate } from '../../core/values/date.ts'
import { readProgramme } from '../plan/programme.ts'
import { currentOf, readStages } from '../plan/stage-rows.ts'
import { addCorrective } from '../plan/work-items.ts'
import { readInvitation, readTurnout } from '../surveys/answering.ts'
import { closeRun, openRun, type Run, readRuns } from '../surveys/runs.ts'
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
const longest = 60

readinessRoutes.route('/answer', answerRoutes)

readinessRoutes.get('/', view, (c) => draw(c))

readinessRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const t = readinessText(scope.locale)
  const { raw } = await readForm(c)
  const fields = new Fields(raw, scope.locale)
  const closesOn = fields.need('closesOn', t.closesOn, parseDate, '')
  const { questions: asked } = raw
  const form = asked === 'full' || asked === 'short' ? asked : undefined
  if (!form) fields.refuse('questions', t.chooseForm)
  if (closesOn < today(scope)) fields.refuse('closesOn', t.closesPast)
  if (closesOn > shiftDay(today(scope), longest)) fields.refuse('closesOn', t.closesFar)
  if (!fields.ok || !form) return draw(c, raw, fields.errors)
  await once(scope, raw, async () => {
    await openRun(scope, { kind, form, closesOn, questionsVersion })
    return place
  })
  return go(c, place, { kind: 'success', text: t.opened })
})

readinessRoutes.post('/close', manage, async (c) => {
  const { scope } = c.var
  const open = (await readRuns(scope, kind)).find(({ closedAt }) => closedAt === null)
  if (open) await closeRun(scope, open.id)
  return go(c, place, { kind: 'success', text: readinessText(scope.locale).closed })
})

/** Work that follows from questions with low values, in the stage under way. */
readinessRoutes.post('/work', manage, async (c) => {
  const { scope } = c.var
  const t = readinessText(scope.locale)
  const chosen = new Set((await readForm(c)).all('question'))
  const programme = await readProgramme(scope)
  const stage = programme && currentOf(await readStages(scope))
  if (!programme || !stage) return go(c, place, { kind: 'danger', text: t.needPlan })
  const dueOn = addWorkingDays(await readCalendar(scope), today(scope), 10)
  const items = questions
    .filter(({ number }) => chosen.has(String(number)))
    .map(({ number }) => ({
      ...{ stage: stage.code, code: `readiness.${number}`, ownerId: programme.leadId, dueOn },
    }))
  if (items.length === 0) return go(c, place, { kind: 'danger', text: t.chooseSome })
  const added = await addCorrective(scope, items)
  const text = added.length > 0 ? t.madeWork(String(added.length)) : t.madeNone
  return go(c, place, { kind: 'success', text })
})

async function draw(c: Context<Site>, raw?: Raw, errors?: Errors) {
  const { scope, product } = c.var
  const runs = await readRuns(scope, kind)
  const open = runs.find(({ closedAt }) => closedAt === null)
  const over = runs.filter(({ closedAt }) => closedAt !== null)
  const shown: Run | undefined = over.find(({ id }) => id === c.req.query('run')) ?? over[0]
  const closed = shown && (await readClosed(scope, shown))
  const inTwoWeeks = addWorkingDays(await readCalendar(scope), today(scope), 8)
  const page = (
    <ReadinessPage
      locale={scope.locale}
      timeZone={scope.company.timeZone}
      open={open}
      turnout={open ? await readTurnout(scope, open.id) : []}
      isAsked={(await readInvitation(scope, kind))?.answered === false}
      runs={over}
      closed={closed}
      claims={closed ? await readClaims(scope, product, closed.readiness.items) : []}
      departments={await readDepartments(scope)}
      raw={raw ?? { questions: 'full', closesOn: inTwoWeeks }}
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
