import { Hono } from 'hono'
import { allowAll } from '../http/allow.ts'
import { pathId } from '../http/path-id.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { notifyText } from './messages.ts'
import { markRead } from './notify.ts'
import { placeOfNotice, readNotices } from './reading.ts'
import { NotificationsPage } from './views/notifications.tsx'

/** What somebody was told, for themselves alone. */
export const notifyRoutes = new Hono<Site>()

notifyRoutes.get('/notifications', allowAll, async (c) => {
  const { scope, product } = c.var
  const before = c.req.query('before') ?? ''
  const notices = await readNotices(product.registry, scope, before)
  const page = <NotificationsPage locale={scope.locale} notices={notices} first={before === ''} />
  return c.render(page, { title: notifyText(scope.locale).title })
})

notifyRoutes.post('/notifications/read', allowAll, async (c) => {
  await markRead(c.var.scope)
  return go(c, '/notifications')
})

notifyRoutes.post('/notifications/:id/read', allowAll, async (c) => {
  await markRead(c.var.scope, pathId(c))
  return go(c, '/notifications')
})

notifyRoutes.post('/notifications/:id/open', allowAll, async (c) => {
  const { scope, product } = c.var
  const id = pathId(c)
  const place = await placeOfNotice(product.registry, scope, id)
  await markRead(scope, id)
  return go(c, place)
})
