import { type Context, Hono } from 'hono'
import { may } from '../access/person.ts'
import type { Product } from '../product.ts'
import { allowStrangers } from './allow.ts'
import { notFound } from './refusal.ts'
import type { Site } from './site.ts'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** What proxies add of themselves. */
const proxyHeaders = ['forwarded', 'via', 'x-real-ip', 'x-forwarded-for', 'x-forwarded-host']

/** What the operator's tools ask: is the process up, can it serve, what does it do. */
export function healthRoutes(product: Product): Hono<Site> {
  const { registry } = product.metrics
  const routes = new Hono<Site>()
  routes.get('/healthz', allowStrangers, (c) => c.text('up'))
  routes.get('/readyz', allowStrangers, async (c) => {
    await product.pool`select 1`
    return product.changes.live() ? c.text('ready') : c.text('not ready', 503)
  })
  routes.get('/metrics', allowStrangers, async (c) => {
    const { signedIn } = c.var
    const admin = signedIn && may(signedIn.person, 'core.company.manage')
    if (!admin && !isHere(c)) throw notFound()
    return c.text(await registry.metrics(), 200, { 'Content-Type': registry.contentType })
  })
  return routes
}

/** Asked on this machine, and not by a proxy here for somebody elsewhere. */
function isHere(c: Context<Site>): boolean {
  const { product, address } = c.var
  const passedOn = proxyHeaders.some((name) => c.req.header(name) !== undefined)
  return loopback.has(address) && product.env.TRUST_PROXY === 0 && !passedOn
}
