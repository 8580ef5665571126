import { type Context, Hono } from 'hono'
import { readMembers } from '../../core/access/members.ts'
import { may } from '../../core/access/person.ts'
import { readCalendar, today } from '../../core/calendar/reading.ts'
import { allow, allowAll } from '../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { once, onceKey } from '../../core/http/once.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { readReason } from '../reason-field.ts'
import { readItemOutlook } from './dependencies.ts'
import { itemRoutes } from './item-routes.tsx'
import { planText } from './messages.ts'
import { pilotRoutes } from './pilot-routes.tsx'
import { pauseProgramme, readProgramme, readStart, startProgramme } from './programme.ts'
import { outlook } from './slip.ts'
import { stageRoutes } from './stage-routes.tsx'
import { currentOf, readStages } from './stage-rows.ts'
import { isStage, sizeFor } from './stages.ts'
import { BeginPage } from './views/begin.tsx'
import { OwnWorkPage } from './views/own-work.tsx'
import { PlanPage } from './views/plan.tsx'
import { readOwnWork, readStageWork } from './work-items.ts'

/** The plan of the rollout: its stages, their work, who does it and by when. */
export const planRoutes = new Hono<Site>()

const view = allow('core.rollout.view')
const manage = allow('core.rollout.manage')
const place = '/rollout/plan'

planRoutes.get('/', view, (c) => drawPlan(c))

planRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const { start, errors, ok } = await readStart(scope, raw)
  if (!ok) return drawBegin(c, raw, errors)
  await once(scope, raw, async () => {
    await startProgramme(scope, start)
    return place
  })
  return go(c, place, { kind: 'success', text: planText(scope.locale).begun })
})

planRoutes.post('/pause', manage, async (c) => {
  const { scope } = c.var
  const t = planText(scope.locale)
  const { raw } = await readForm(c)
  const { reason, error } = readReason(c, raw)
  if (error) return go(c, place, { kind: 'danger', text: error })
  const pause = raw.pause === 'yes'
  await pauseProgramme(scope, pause, reason)
  return go(c, place, { kind: 'success', text: pause ? t.paused : t.resumed })
})

planRoutes.get('/mine', allowAll, async (c) => {
  const { scope } = c.var
  const page = (
    <OwnWorkPage
      locale={scope.locale}
      work={await readOwnWork(scope, 100)}
      outlook={await readItemOutlook(scope)}
    />
  )
  return c.render(page, { title: planText(scope.locale).mine })
})

planRoutes.route('/items', itemRoutes)
planRoutes.route('/stages', stageRoutes)
planRoutes.route('/pilot', pilotRoutes)

async function drawPlan(c: Context<Site>) {
  const { scope } = c.var
  const programme = await readProgramme(scope)
  if (!programme) return drawBegin(c, {})
  const stages = await readStages(scope)
  const wanted = c.req.query('stage')
  const current = currentOf(stages)
  const code = isStage(wanted) ? wanted : (current?.code ?? 'S6')
  const page = (
    <PlanPage
      locale={scope.locale}
      programme={programme}
      stages={stages}
      current={current?.code}
      shown={code}
      work={await readStageWork(scope, code)}
      outlook={outlook(await readCalendar(scope), stages, today(scope))}
      items={await readItemOutlook(scope)}
      mayManage={may(scope.user, 'core.rollout.manage')}
    />
  )
  return c.render(page, { title: planText(scope.locale).title })
}

async function drawBegin(c: Context<Site>, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const people = await readMembers(scope)
  const sponsor = people.find(({ roles }) => roles.includes('sponsor'))
  const usual = {
    sponsor: sponsor?.id ?? '',
    lead: scope.actorId ?? '',
    startsOn: today(scope),
    size: String(sizeFor(people.length)),
  }
  const page = (
    <BeginPage
      locale={scope.locale}
      people={people}
      raw={errors ? raw : usual}
      errors={errors}
      once={onceKey(raw)}
      mayManage={may(scope.user, 'core.rollout.manage')}
    />
  )
  return c.render(page, { title: planText(scope.locale).title, status: errors ? 422 : 200 })
}
