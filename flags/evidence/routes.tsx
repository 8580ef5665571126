import { Hono } from 'hono'
import { may } from '../../core/access/person.ts'
import { today } from '../../core/calendar/reading.ts'
import { allow } from '../../core/http/allow.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { attestRoutes } from './attest-routes.ts'
import { evidenceText } from './messages.ts'
import { drawMetric, evidencePlace, metricIn } from './metric-page.tsx'
import { metrics } from './metrics.ts'
import { openEvidence } from './reading.ts'
import { hasSnapshot, takeSnapshot } from './snapshots.ts'
import { EvidencePage } from './views/evidence.tsx'

/** The figures the rollout is judged by: as they are, as they were, and who vouches for them. */
export const evidenceRoutes = new Hono<Site>()

const view = allow('core.rollout.view')
const manage = allow('core.rollout.manage')

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
  return go(c, evidencePlace, { kind: 'success', text: evidenceText(scope.locale).taken })
})

evidenceRoutes.get('/:code', view, (c) =>
  drawMetric(c, metricIn(c), { heldOn: today(c.var.scope) }),
)

evidenceRoutes.route('/', attestRoutes)
