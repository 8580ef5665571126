import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { limitJson, readJson } from '../../core/api/body.ts'
import { keepNowhere, recogniseBearer, speakAsAsked } from '../../core/api/gate.ts'
import { allowAll } from '../../core/http/allow.ts'
import { Refusal } from '../../core/http/refusal.ts'
import type { Site } from '../../core/http/site.ts'
import type { Flags } from '../port.ts'
import type { Feed } from './feed.ts'
import { cleanContext, contextFrom, placed, togglesFor } from './frontend.ts'

/** As much as serving takes: the flags, and what is heard of their changes. */
export type Served = { flags: Flags; feed: Feed }

const streamHeaders = {
  'Content-Type': 'text/event-stream',
  'X-Accel-Buffering': 'no',
}

/**
 * The company's flags for its other programs, over the client API that every Unleash SDK speaks: with a
 * token of the kind `unleash`, and no cookie. `/frontend` decides for one context, and answers pages
 * of other origins too.
 */
export function servedRoutes({ flags, feed }: Served): Hono<Site> {
  const routes = new Hono<Site>()
  for (const place of ['/client/*', '/frontend', '/frontend/*']) {
    if (place !== '/client/*')
      routes.use(place, cors({ origin: '*', exposeHeaders: ['ETag'], maxAge: 86_400 }))
    routes.use(place, keepNowhere, speakAsAsked, limitJson, recogniseBearer('unleash'))
  }

  routes.get('/client/features', allowAll, async (c) => {
    const { etag, body } = await feed.now(companyOf(c))
    return answer(c, etag, () => body)
  })
  routes.get('/client/features/:name', allowAll, async (c) => {
    const { features } = await feed.now(companyOf(c))
    const found = features.get(c.req.param('name'))
    if (!found) throw new Refusal(404)
    return c.body(found, 200, json)
  })
  routes.get('/client/delta', allowAll, async (c) => {
    const known = c.req.header('if-none-match')
    const { etag, events } = await feed.since(companyOf(c), known)
    return answer(c, etag, () => events)
  })
  routes.get('/client/streaming', allowAll, async (c) => {
    const stream = await feed.open(companyOf(c))
    if (!stream) throw new Refusal(429, '', 60)
    return c.body(stream, 200, streamHeaders)
  })

  routes.get('/frontend', allowAll, (c) => decide(c, contextFrom(c.req.query())))
  routes.post('/frontend', allowAll, async (c) => {
    const { given } = await readJson(c)
    const { context = {} } = given as { context?: Record<string, unknown> }
    return decide(c, context)
  })

  // What clients tell of themselves is taken and not kept.
  for (const place of ['/client', '/frontend/client'])
    for (const told of ['register', 'metrics', 'metrics/bulk'])
      routes.post(`${place}/${told}`, allowAll, (c) => c.body(null, 202))

  async function decide(c: Context<Site>, given: Record<string, unknown>) {
    const company = companyOf(c)
    const who = await placed(c.var.product, company, cleanContext(given))
    return c.json(togglesFor(await flags.of(company), who))
  }
  return routes
}

const json = { 'Content-Type': 'application/json; charset=utf-8' }

const companyOf = (c: Context<Site>): string => c.var.bearer?.company.id ?? ''

/** Nothing, when the client knows it already. */
function answer(c: Context<Site>, etag: string, body: () => string): Response {
  const known = c.req.header('if-none-match')
  return known === etag || known === `W/${etag}`
    ? c.body(null, 304, { ETag: etag })
    : c.body(body(), 200, { ...json, ETag: etag })
}
