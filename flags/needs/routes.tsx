import { type Context, Hono } from 'hono'
import { may } from '../../core/access/person.ts'
import { isId } from '../../core/db/id.ts'
import { allow } from '../../core/http/allow.ts'
import { Fields } from '../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { pathId } from '../../core/http/path-id.ts'
import { notFound } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import type { Scope } from '../../core/scope.ts'
import { parseText } from '../../core/values/text.ts'
import { readPlan } from '../cost/plan.ts'
import { readProgramme } from '../plan/programme.ts'
import { registerRoutes } from '../register/routes.tsx'
import { needsText } from './messages.ts'
import { requestRegister } from './register.ts'
import { decide, readBudgets, readFreeze, readRequests } from './requests.ts'
import { DecidePage } from './views/decide.tsx'
import { NeedsPage } from './views/needs.tsx'

/** What people want besides the plan. */
export const needsRoutes = new Hono<Site>()

const place = '/rollout/needs'
const mayDecide = allow('core.rollout.decide')

needsRoutes.get('/', allow('core.rollout.view'), async (c) => {
  const { scope } = c.var
  const page = (
    <NeedsPage
      scope={scope}
      plan={await readPlan(scope)}
      budgets={await readBudgets(scope)}
      requests={await readRequests(scope)}
      frozen={await readFreeze(scope)}
      mayManage={may(scope.user, 'core.rollout.manage')}
      mayDecide={may(scope.user, 'core.rollout.decide')}
    />
  )
  return c.render(page, { title: needsText(scope.locale).title })
})

needsRoutes.get('/:id/decide', mayDecide, (c) => drawDecision(c, {}))

needsRoutes.post('/:id/decide', mayDecide, async (c) => {
  const { scope } = c.var
  const t = needsText(scope.locale)
  const { raw } = await readForm(c)
  const fields = new Fields(raw, scope.locale)
  const reason = fields.need('reason', t.reason, (text) => parseText(text, { most: 500 }), '')
  const { outcome } = raw
  const displaces = raw.displaces && isId(raw.displaces) ? raw.displaces : null
  if (outcome !== 'approved' && outcome !== 'declined') fields.refuse('outcome', t.noOutcome)
  else if (fields.ok) {
    const decision = { outcome, reason, displaces } as const
    const refused = await decide(scope, pathId(c), decision, await isSponsor(scope))
    if (!refused) return go(c, place, { kind: 'success', text: t.decided })
    fields.refuse(refused === 'notThere' ? 'displaces' : 'outcome', t.refused[refused])
  }
  return drawDecision(c, raw, fields.errors)
})

/** Whoever is the sponsor of the rollout, by role or by its plan. */
const isSponsor = async (scope: Scope): Promise<boolean> =>
  scope.user.roles.includes('sponsor') || (await readProgramme(scope))?.sponsorId === scope.user.id

async function drawDecision(c: Context<Site>, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const requests = await readRequests(scope)
  const request = requests.find(({ id }) => id === pathId(c))
  if (!request) throw notFound()
  const page = (
    <DecidePage
      scope={scope}
      plan={await readPlan(scope)}
      request={request}
      budget={(await readBudgets(scope)).find(({ stage }) => stage === request.stage)}
      approved={requests.filter(
        ({ state, stage }) => state === 'approved' && stage === request.stage,
      )}
      mayManage={may(scope.user, 'core.rollout.manage')}
      raw={raw}
      errors={errors ?? {}}
    />
  )
  return c.render(page, { title: request.need, status: errors ? 422 : 200 })
}

needsRoutes.route('/', registerRoutes(requestRegister))
