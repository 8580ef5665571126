import { type Context, Hono } from 'hono'
import { may } from '../../core/access/person.ts'
import { today } from '../../core/calendar/reading.ts'
import { allow } from '../../core/http/allow.ts'
import { Fields } from '../../core/http/fields.ts'
import { readForm } from '../../core/http/form.ts'
import { pathId } from '../../core/http/path-id.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { readCursor } from '../../core/records/paging.ts'
import { amount } from '../register/fields.ts'
import { readEntry } from '../register/register.ts'
import { registerRoutes } from '../register/routes.tsx'
import { actualRegister } from './actual-register.ts'
import { costText } from './messages.ts'
import { chooseOffer } from './offers.ts'
import { approveEnvelope, keepPlan, readPlan } from './plan.ts'
import { readBookings, readCosts } from './reading.ts'
import { compare, reckon } from './reckoning.ts'
import { headcountRegister, lineRegister, offerRegister, planRegister } from './registers.ts'
import { ActualsPage } from './views/actuals.tsx'
import { OffersPage } from './views/offers.tsx'
import { CostPage } from './views/overview.tsx'

/** What the rollout costs. */
export const costRoutes = new Hono<Site>()

const view = allow('core.rollout.view')
const manage = 'core.rollout.manage'
const decide = 'core.rollout.decide'

costRoutes.get('/', view, (c) => drawCosts(c))

costRoutes.post('/envelope', allow(decide), async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const { currency } = await readPlan(scope)
  const fields = new Fields(raw, scope.locale)
  const t = costText(scope.locale)
  const { parse } = amount('amount', '', '', currency)
  const wanted = fields.need('amount', t.approveAmount, (text) => parse(text, reading(currency)), 0)
  const error = fields.errors.amount
  if (error) return drawCosts(c, { amount: raw.amount ?? '', error })
  await approveEnvelope(scope, Number(wanted))
  return go(c, '/rollout/cost', { kind: 'success', text: t.approved })
})

const reading = (currency: string) => ({ currency, region: '' })

async function drawCosts(c: Context<Site>, approval?: { amount: string; error: string }) {
  const { scope, product } = c.var
  const costs = await readCosts(scope)
  const { colleagues } = await product.directories.of(scope)
  const page = (
    <CostPage
      scope={scope}
      costs={costs}
      reckoned={reckon(costs, today(scope))}
      mayManage={may(scope.user, manage)}
      mayApprove={may(scope.user, decide)}
      approvedBy={colleagues.find(({ id }) => id === costs.plan.envelopeBy)?.name}
      approval={approval}
    />
  )
  return c.render(page, { title: costText(scope.locale).title, status: approval ? 422 : 200 })
}

costRoutes.get('/actuals', view, async (c) => {
  const { scope } = c.var
  const cursor = readCursor(new URL(c.req.url).searchParams)
  const page = (
    <ActualsPage
      scope={scope}
      plan={await readPlan(scope)}
      page={await readBookings(scope, cursor)}
      mayManage={may(scope.user, manage)}
    />
  )
  return c.render(page, { title: costText(scope.locale).actuals.title })
})

costRoutes.get('/offers', view, async (c) => {
  const { scope } = c.var
  const costs = await readCosts(scope)
  const page = (
    <OffersPage
      scope={scope}
      costs={costs}
      compared={compare(costs)}
      mayManage={may(scope.user, manage)}
      mayChoose={may(scope.user, decide)}
    />
  )
  return c.render(page, { title: costText(scope.locale).offers.title })
})

costRoutes.post('/offers/:id/choose', allow(decide), async (c) => {
  const { scope } = c.var
  const offer = await readEntry(scope, offerRegister, pathId(c))
  await chooseOffer(scope, offer)
  const text = costText(scope.locale).offers.chosenNow(offer.name)
  return go(c, '/rollout/cost/offers', { kind: 'success', text })
})

/** The basis is there as soon as somebody wants to change it. */
costRoutes.post('/plan', allow(manage), async (c) => {
  await keepPlan(c.var.scope)
  const { id } = await readPlan(c.var.scope)
  return go(c, `/rollout/cost/plan/${id}/edit`)
})

costRoutes.route('/plan', registerRoutes(planRegister))
costRoutes.route('/lines', registerRoutes(lineRegister))
costRoutes.route('/headcounts', registerRoutes(headcountRegister))
costRoutes.route('/offers', registerRoutes(offerRegister))
costRoutes.route('/actuals', registerRoutes(actualRegister))
