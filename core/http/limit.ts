import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Refusal } from './refusal.ts'
import type { Site } from './site.ts'

/** The largest request: a file of 20 MiB and the form around it (security.md 2.2: 54). */
const largest = 21 * 1024 * 1024

const limit = bodyLimit({
  maxSize: largest,
  onError: () => {
    throw new Refusal(413)
  },
})

/**
 * Refuses what is too large with 413. A page is asked for without a body, and merely looking for
 * one costs a tenth of the answer.
 */
export const limitBody: MiddlewareHandler<Site> = (c, next) =>
  c.req.method === 'GET' || c.req.method === 'HEAD' ? next() : limit(c, next)
