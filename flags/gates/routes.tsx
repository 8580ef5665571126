import { Hono } from 'hono'
import { allow } from '../../core/http/allow.ts'
import { readForm } from '../../core/http/form.ts'
import { pathId } from '../../core/http/path-id.ts'
import { notFound } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { parseMoment } from '../../core/values/moment.ts'
import { callOff, planAdvance } from './advances.ts'
import { lockGate } from './criteria.ts'
import { criterionRoutes } from './criterion-routes.tsx'
import { decisionRoutes } from './decision-routes.tsx'
import { gatesText } from './messages.ts'
import { closeProposal, readProposals } from './proposals.ts'
import { readStanding } from './room.ts'
import { drawRoom, gateIn, gatePlace } from './room-page.tsx'
import { GatesPage } from './views/gates.tsx'

/** The gates: what each asks for, what the evidence says, and what was decided. */
export const gateRoutes = new Hono<Site>()

const view = allow('core.rollout.view')
const manage = allow('core.rollout.manage')
const decide = allow('core.rollout.decide')

gateRoutes.get('/', view, async (c) => {
  const { scope } = c.var
  const page = <GatesPage locale={scope.locale} standing={await readStanding(scope)} />
  return c.render(page, { title: gatesText(scope.locale).title })
})

gateRoutes.get('/:code', view, (c) => drawRoom(c))

gateRoutes.post('/:code/lock', manage, async (c) => {
  const { scope } = c.var
  const { gate } = await gateIn(c)
  await lockGate(scope, gate.family)
  return go(c, gatePlace(gate), { kind: 'success', text: gatesText(scope.locale).lockedDone })
})

gateRoutes.post('/:code/plan', decide, async (c) => {
  const { scope } = c.var
  const t = gatesText(scope.locale)
  const { gate, standing } = await gateIn(c)
  const { raw } = await readForm(c)
  const wall = parseMoment((raw.at ?? '').replace('T', ' '))
  if (!wall.ok) return drawRoom(c, { raw, errors: { at: t.notAMoment } })
  if (standing.gate?.code !== gate.code)
    return drawRoom(c, { raw, errors: { at: t.refused.notNext } })
  const unfit = await planAdvance(scope, gate.code, wall.value)
  if (unfit) return drawRoom(c, { raw, errors: { at: t.unfit[unfit] } })
  return go(c, gatePlace(gate), { kind: 'success', text: t.plannedDone })
})

gateRoutes.post('/:code/call-off', decide, async (c) => {
  const { scope } = c.var
  const { gate } = await gateIn(c)
  await callOff(scope, gate.code)
  return go(c, gatePlace(gate), { kind: 'success', text: gatesText(scope.locale).calledOff })
})

gateRoutes.post('/:code/proposals/:id/close', decide, async (c) => {
  const { scope } = c.var
  const { gate } = await gateIn(c)
  const id = pathId(c)
  if (!(await readProposals(scope, gate.code)).some((one) => one.id === id)) throw notFound()
  await closeProposal(scope, id, null)
  return go(c, gatePlace(gate), { kind: 'success', text: gatesText(scope.locale).letGoDone })
})

gateRoutes.route('/:code/decisions', decisionRoutes)
gateRoutes.route('/:code/criteria', criterionRoutes)
