import { type Context, Hono } from 'hono'
import { allow } from '../../core/http/allow.ts'
import { Fields } from '../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { once, onceKey } from '../../core/http/once.ts'
import { pathId } from '../../core/http/path-id.ts'
import { notFound, Refusal } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { versionOf } from '../../core/http/version.ts'
import { metricOf } from '../evidence/metrics.ts'
import { readReason } from '../reason-field.ts'
import {
  addCriterion,
  type Criterion,
  changeCriterion,
  lockedSince,
  readCriteria,
  removeCriterion,
} from './criteria.ts'
import { readCriterion, readTerms } from './criterion-form.ts'
import type { Gate } from './gates.ts'
import { gatesText } from './messages.ts'
import { gateIn, gatePlace } from './room-page.tsx'
import { CriterionPage } from './views/criterion.tsx'
import { NewCriterionPage } from './views/new-criterion.tsx'

/** What a gate asks for: criteria are added, changed and removed until it is locked, then changed with a reason. */
export const criterionRoutes = new Hono<Site>()

const manage = allow('core.rollout.manage')

criterionRoutes.get('/new', manage, async (c) => {
  const { gate } = await unlocked(c)
  return drawNew(c, gate, { place: 'company', rank: 'counts' })
})

criterionRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const t = gatesText(scope.locale)
  const { gate } = await unlocked(c)
  const { raw } = await readForm(c)
  const { criterion, fields } = readCriterion(raw, scope.locale)
  if (!fields.ok) return drawNew(c, gate, raw, fields.errors)
  let taken: 'taken' | undefined
  await once(scope, raw, async () => {
    taken = await addCriterion(scope, gate.family, criterion)
    return taken ? undefined : gatePlace(gate)
  })
  if (taken) return drawNew(c, gate, raw, { metric: t.taken })
  return go(c, gatePlace(gate), { kind: 'success', text: t.saved })
})

criterionRoutes.get('/:id', manage, async (c) => {
  const { criterion } = await criterionIn(c)
  const { floor, target, weight, critical, minN, version } = criterion
  return draw(c, criterion, {
    ...{ floor: String(floor), target: String(target), weight: String(weight) },
    ...{ minN: minN === null ? '' : String(minN), version: String(version) },
    ...(critical ? { critical: 'on' } : {}),
  })
})

criterionRoutes.post('/:id', manage, async (c) => {
  const { scope } = c.var
  const t = gatesText(scope.locale)
  const { gate, criterion } = await criterionIn(c)
  const { raw } = await readForm(c)
  const fields = new Fields(raw, scope.locale)
  const metric = metricOf(criterion.metric)
  const terms = readTerms(fields, raw, scope.locale, metric, criterion.hard)
  let reason: string | null = null
  if (await lockedSince(scope, gate.family)) {
    const given = readReason(c, raw)
    if (given.error) fields.refuse('reason', t.needLateReason)
    reason = given.reason
  }
  if (!fields.ok) return draw(c, criterion, raw, fields.errors)
  if ((await changeCriterion(scope, criterion, versionOf(raw), terms, reason)) === 'conflict')
    return draw(c, criterion, { ...raw, version: String(criterion.version) }, { '': t.faster })
  return go(c, gatePlace(gate), { kind: 'success', text: t.saved })
})

criterionRoutes.post('/:id/remove', manage, async (c) => {
  const { scope } = c.var
  const { gate } = await unlocked(c)
  const { criterion } = await criterionIn(c)
  await removeCriterion(scope, gate.family, criterion)
  return go(c, gatePlace(gate), { kind: 'success', text: gatesText(scope.locale).removed })
})

/** The gate, while its criteria may still be added and removed. @throws Refusal 409 behind the lock */
async function unlocked(c: Context<Site>) {
  const { scope } = c.var
  const found = await gateIn(c)
  if (await lockedSince(scope, found.gate.family))
    throw new Refusal(409, gatesText(scope.locale).lockedRefusal)
  return found
}

/** @throws Refusal 404 for one of another gate, or that law or security fixes */
async function criterionIn(c: Context<Site>) {
  const { gate } = await gateIn(c)
  const id = pathId(c)
  const criterion = (await readCriteria(c.var.scope, gate.family)).find((one) => one.id === id)
  if (!criterion || metricOf(criterion.metric)?.kind) throw notFound()
  return { gate, criterion }
}

function drawNew(c: Context<Site>, gate: Gate, raw: Raw, errors?: Errors) {
  const { locale } = c.var.scope
  const page = (
    <NewCriterionPage locale={locale} gate={gate} raw={raw} errors={errors} once={onceKey(raw)} />
  )
  return c.render(page, { title: gatesText(locale).add, status: errors ? 422 : 200 })
}

async function draw(c: Context<Site>, criterion: Criterion, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const { gate } = await gateIn(c)
  const page = (
    <CriterionPage
      locale={scope.locale}
      gate={gate}
      criterion={criterion}
      locked={(await lockedSince(scope, gate.family)) !== null}
      raw={raw}
      errors={errors}
    />
  )
  const title = gatesText(scope.locale).changeTitle
  return c.render(page, { title, status: errors ? 422 : 200 })
}
