import { type Context, Hono } from 'hono'
import { readDepartments } from '../../core/access/department-tree.ts'
import { may } from '../../core/access/person.ts'
import { today } from '../../core/calendar/reading.ts'
import { allow } from '../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { once, onceKey } from '../../core/http/once.ts'
import { notFound } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { readReason } from '../reason-field.ts'
import { readVouched } from './attest-form.ts'
import {
  attest,
  readAttestations,
  readStandingAttestations,
  withdrawAttestation,
} from './attestations.ts'
import { evidenceText } from './messages.ts'
import type { Metric } from './metric.ts'
import { metricOf, metrics } from './metrics.ts'
import { openEvidence } from './reading.ts'
import { hasSnapshot, readHistory, takeSnapshot } from './snapshots.ts'
import { EvidencePage } from './views/evidence.tsx'
import { MetricPage } from './views/metric.tsx'

/** The figures the rollout is judged by: as they are, as they were, and who vouches for them. */
export const evidenceRoutes = new Hono<Site>()

const view = allow('core.rollout.view')
const manage = allow('core.rollout.manage')
const place = '/rollout/evidence'

evidenceRoutes.get('/', view, async (c) => {
  const { scope, product } = c.var
  const read = await openEvidence(scope, product)
  const rows = await Promise.all(
    metrics.map(async (metric) => ({ metric, evidence: await read(metric) })),
  )
  const page = (
    <EvidencePage
      locale={scope.locale}
      rows={rows}
      mayTake={may(scope.user, 'core.rollout.manage') && !(await hasSnapshot(scope))}
    />
  )
  return c.render(page, { title: evidenceText(scope.locale).title })
})

evidenceRoutes.post('/', manage, async (c) => {
  const { scope, product } = c.var
  await takeSnapshot(scope, product)
  return go(c, place, { kind: 'success', text: evidenceText(scope.locale).taken })
})

evidenceRoutes.get('/:code', view, (c) => draw(c, metricIn(c), { heldOn: today(c.var.scope) }))

evidenceRoutes.post('/:code', manage, async (c) => {
  const { scope } = c.var
  const metric = metricIn(c)
  if (metric.read) throw notFound()
  const { raw } = await readForm(c)
  const { vouched, errors, ok } = await readVouched(scope, metric, raw)
  if (!ok) return draw(c, metric, raw, errors)
  const here = `${place}/${metric.code}`
  await once(scope, raw, async () => {
    await attest(scope, vouched)
    return here
  })
  return go(c, here, { kind: 'success', text: evidenceText(scope.locale).signed })
})

evidenceRoutes.post('/:code/withdraw', manage, async (c) => {
  const { scope } = c.var
  const metric = metricIn(c)
  const { raw } = await readForm(c)
  const standing = (await readStandingAttestations(scope))(metric.code, raw.department)
  const { reason, error } = readReason(c, raw)
  const here = `${place}/${metric.code}`
  if (error) return go(c, here, { kind: 'danger', text: error })
  if (standing && standing.id === raw.attestation)
    await withdrawAttestation(scope, standing, reason)
  return go(c, here, { kind: 'success', text: evidenceText(scope.locale).withdrawnDone })
})

/** @throws Refusal 404 for a figure that nobody declares */
function metricIn(c: Context<Site>): Metric {
  const metric = metricOf(c.req.param('code') ?? '')
  if (!metric) throw notFound()
  return metric
}

async function draw(c: Context<Site>, metric: Metric, raw: Raw, errors?: Errors) {
  const { scope, product } = c.var
  const read = await openEvidence(scope, product)
  const standing = await readStandingAttestations(scope)
  const departments = metric.byDepartment ? await readDepartments(scope) : []
  const given = await readAttestations(scope, metric.code)
  const page = (
    <MetricPage
      locale={scope.locale}
      timeZone={scope.company.timeZone}
      metric={metric}
      evidence={await read(metric)}
      history={await readHistory(scope, metric.code)}
      attestations={given}
      standing={(one) => standing(one.metric, one.departmentId ?? undefined)?.id === one.id}
      departments={departments.filter(({ archivedAt }) => !archivedAt)}
      raw={raw}
      errors={errors}
      once={onceKey(raw)}
      mayManage={may(scope.user, 'core.rollout.manage')}
    />
  )
  return c.render(page, { title: metric.title[scope.locale], status: errors ? 422 : 200 })
}
