import { Hono } from 'hono'
import { may } from '../access/person.ts'
import { allow } from '../http/allow.ts'
import { notFound } from '../http/refusal.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { readCursor } from '../records/paging.ts'
import { faultsOf, privacyFaultsOf } from './faults.ts'
import { measureSoon } from './job.ts'
import { measuredIn } from './measured.ts'
import { qualityText } from './messages.ts'
import { readBroken, readWorst } from './reading.ts'
import { sampleRoutes } from './sample-routes.tsx'
import { QualityPage } from './views/overview.tsx'
import { QualityRecordsPage } from './views/records.tsx'

/** How good the data are. */
export const qualityRoutes = new Hono<Site>()

qualityRoutes.route('/sample', sampleRoutes)

const view = allow('core.quality.view')

qualityRoutes.get('/', view, async (c) => {
  const page = <QualityPage scope={c.var.scope} measured={await measuredIn(c)} />
  return c.render(page, { title: qualityText(c.var.scope.locale).title })
})

qualityRoutes.post('/measure', view, async (c) => {
  const { scope } = c.var
  await measureSoon(scope)
  const text = qualityText(scope.locale).soon
  return go(c, '/rollout/data-quality', { kind: 'info', text })
})

qualityRoutes.get('/records', view, async (c) => {
  const { scope } = c.var
  const wanted = c.req.query('object')
  if (!wanted) return go(c, '/rollout/data-quality')
  const one = (await measuredIn(c)).find(({ quality }) => quality.object === wanted)
  if (!one) throw notFound()
  const rule = c.req.query('rule')
  const faults = [...faultsOf(one.quality), ...privacyFaultsOf(one.quality)]
  const fault = faults.find(({ key }) => key === rule)
  if (rule && !fault) throw notFound()
  const state = scope.modules.state(one.module.id)
  const seen = state !== 'off' && may(scope.user, one.quality.permission)
  const cursor = readCursor(new URL(c.req.url).searchParams)
  const read = () =>
    fault ? readBroken(scope, one.quality, fault, cursor) : readWorst(scope, one.quality, cursor)
  const page = (
    <QualityRecordsPage
      locale={scope.locale}
      one={one}
      rule={fault?.key}
      page={seen ? await read() : undefined}
      mayFix={state === 'write'}
    />
  )
  return c.render(page, { title: one.quality.title[scope.locale] })
})
