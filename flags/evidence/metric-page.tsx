import type { Context } from 'hono'
import { readDepartments } from '../../core/access/department-tree.ts'
import { may } from '../../core/access/person.ts'
import type { Errors, Raw } from '../../core/http/form.ts'
import { onceKey } from '../../core/http/once.ts'
import { notFound } from '../../core/http/refusal.ts'
import type { Site } from '../../core/http/site.ts'
import { readAttestations, readStandingAttestations } from './attestations.ts'
import type { Metric } from './metric.ts'
import { metricOf } from './metrics.ts'
import { openEvidence } from './reading.ts'
import { readHistory } from './snapshots.ts'
import { MetricPage } from './views/metric.tsx'

export const evidencePlace = '/rollout/evidence'

/** @throws Refusal 404 for a figure that nobody declares */
export function metricIn(c: Context<Site>): Metric {
  const metric = metricOf(c.req.param('code') ?? '')
  if (!metric) throw notFound()
  return metric
}

/** Draws a figure, and where nothing measures it the form to vouch for it. */
export async function drawMetric(c: Context<Site>, metric: Metric, raw: Raw, errors?: Errors) {
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
