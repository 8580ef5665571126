import { Hono } from 'hono'
import { allowAll } from '../http/allow.ts'
import type { Site } from '../http/site.ts'
import { toSignIn } from '../http/transaction.ts'

/** Stands before the transaction of a request: an answer that stays open must hold none. */
export const streamRoute = new Hono<Site>()

streamRoute.get('/notifications/stream', allowAll, (c) => {
  const { signedIn, locale, product } = c.var
  if (!signedIn) return toSignIn(c)
  const shown = Number(c.req.query('shown')) || 0
  const stream = product.streams.open(signedIn, locale, shown)
  if (!stream) return c.body(null, 204)
  return c.body(stream, 200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'private, no-store',
    'X-Accel-Buffering': 'no',
  })
})
