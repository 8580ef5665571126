import { type Context, Hono } from 'hono'
import { allow } from '../../core/http/allow.ts'
import { Fields } from '../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { pathId } from '../../core/http/path-id.ts'
import { notFound } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { versionOf } from '../../core/http/version.ts'
import { parseNumber, parseWhole } from '../../core/values/number.ts'
import { metricOf } from '../evidence/metrics.ts'
import { readReason } from '../reason-field.ts'
import { type Criterion, changeCriterion, lockedSince, readCriteria } from './criteria.ts'
import { gatesText } from './messages.ts'
import { gateIn, gatePlace } from './room-page.tsx'
import { CriterionPage } from './views/criterion.tsx'

/** What a criterion asks for: freely changed until it is locked, with a reason afterwards. */
export const criterionRoutes = new Hono<Site>()

const manage = allow('core.rollout.manage')

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
  const number = (text: string) => parseNumber(text, { least: -1000, most: 1_000_000 })
  const floor = Number(fields.need('floor', t.floorField, number, '0'))
  const target = Number(fields.need('target', t.targetField, number, '0'))
  const share = (text: string) => parseWhole(text, { least: 0, most: 100 })
  const weight = criterion.hard ? 0 : fields.need('weight', t.weightField, share, 0)
  const minN = fields.may('minN', (text) => parseWhole(text, { least: 1, most: 100_000 }))
  const critical = criterion.hard || raw.critical === 'on'
  let reason: string | null = null
  if (await lockedSince(scope, gate.family)) {
    const given = readReason(c, raw)
    if (given.error) fields.refuse('reason', t.needLateReason)
    reason = given.reason
  }
  if (!fields.ok) return draw(c, criterion, raw, fields.errors)
  const terms = { floor, target, weight, critical, minN }
  if ((await changeCriterion(scope, criterion, versionOf(raw), terms, reason)) === 'conflict')
    return draw(c, criterion, { ...raw, version: String(criterion.version) }, { '': t.faster })
  return go(c, gatePlace(gate), { kind: 'success', text: t.saved })
})

/** @throws Refusal 404 for one of another gate, or that law or security fixes */
async function criterionIn(c: Context<Site>) {
  const { gate } = await gateIn(c)
  const id = pathId(c)
  const criterion = (await readCriteria(c.var.scope, gate.family)).find((one) => one.id === id)
  if (!criterion || metricOf(criterion.metric)?.kind) throw notFound()
  return { gate, criterion }
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
