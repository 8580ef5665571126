import { Hono } from 'hono'
import { may } from '../../core/access/person.ts'
import { today } from '../../core/calendar/reading.ts'
import { allow } from '../../core/http/allow.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { downloadHeaders } from '../../core/transfer/download.ts'
import { noteLook, readLook } from '../risks/sponsor.ts'
import { overviewText } from './messages.ts'
import { printOverview } from './printing.ts'
import { readOverview } from './reading.ts'
import { OverviewPage } from './views/overview.tsx'

/** The rollout on one screen, and on one sheet. */
export const overviewRoutes = new Hono<Site>()

const view = allow('core.rollout.view')

overviewRoutes.get('/overview', view, async (c) => {
  const { scope, product } = c.var
  const page = (
    <OverviewPage
      scope={scope}
      overview={await readOverview(scope, product)}
      mayBegin={may(scope.user, 'core.rollout.manage')}
      looked={await readLook(scope)}
    />
  )
  return c.render(page, { title: overviewText(scope.locale).title })
})

/** Asking for a page changes nothing; that one has looked, one says. */
overviewRoutes.post('/overview/seen', view, async (c) => {
  const { scope } = c.var
  await noteLook(scope)
  return go(c, '/rollout/overview', { kind: 'success', text: overviewText(scope.locale).seenDone })
})

overviewRoutes.get('/overview.pdf', view, async (c) => {
  const { scope, product } = c.var
  const overview = await readOverview(scope, product)
  if (!overview) return go(c, '/rollout/overview')
  const name = `${overviewText(scope.locale).title} ${today(scope)}.pdf`
  const file = await printOverview(scope, overview)
  return c.body(new Uint8Array(file), 200, downloadHeaders(name, 'application/pdf'))
})
