import { Hono } from 'hono'
import { allowAll } from '../http/allow.ts'
import type { Site } from '../http/site.ts'
import { toSignIn } from '../http/transaction.ts'

/** Stands before the transaction of a request: an answer that stays open must hold none. */
export const streamRoute = new Hono<Site>()

const headers = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'private, no-store',
  'X-Accel-Buffering': 'no',
}

/** Milliseconds after which a browser that cannot keep one stream for all its tabs asks again. */
const askAgain = 60_000

streamRoute.get('/notifications/stream', allowAll, async (c) => {
  const { signedIn, locale, product } = c.var
  if (!signedIn) return toSignIn(c)
  const { for: whose = signedIn.person.id, once, shown } = c.req.query()
  if (whose !== signedIn.person.id) return c.body(null, 204)
  if (once !== undefined)
    return c.body(
      `retry: ${askAgain}\n${await product.streams.say(signedIn, locale)}`,
      200,
      headers,
    )
  const known = Number(c.req.header('last-event-id') ?? shown) || 0
  const stream = product.streams.open(signedIn, locale, known)
  return stream ? c.body(stream, 200, headers) : c.body(null, 204)
})
