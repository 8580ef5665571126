import { randomUUID } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { isLocale, type Locale, localeOf } from '../i18n/locale.ts'
import type { Product } from '../product.ts'
import { readCookie } from './cookies.ts'
import type { Site } from './site.ts'

/** Names the request, and writes one line about it when it is answered, well or not. */
export const takeRequest =
  (product: Product): MiddlewareHandler<Site> =>
  async (c, next) => {
    const start = performance.now()
    c.set('product', product)
    c.set('requestId', randomUUID())
    c.set('added', [])
    c.set('address', addressOf(c, product.env.TRUST_PROXY))
    c.set('locale', speaks(c, null))
    await next()
    const ms = performance.now() - start
    const { status } = c.res
    const { requestId, signedIn, bearer } = c.var
    product.metrics.count(c.req.method, status, ms)
    const who = signedIn ?? bearer
    product.log.info({
      request: requestId,
      method: c.req.method,
      path: c.req.path,
      status,
      ms: Math.round(ms * 10) / 10,
      company: who?.company.id,
      person: who?.person.id,
      token: bearer?.tokenId,
    })
  }

/** Finds who sends the request. Files are served before, so they cost no look-up. */
export const recognise: MiddlewareHandler<Site> = async (c, next) => {
  const { sessions } = c.var.product
  const token = readCookie(c, 'sid')
  const signedIn = token ? await sessions.resume(token) : undefined
  c.set('signedIn', signedIn)
  if (signedIn) c.set('locale', speaks(c, signedIn.person.locale))
  await next()
}

/** The language a person chose, else the one picked before sign-in, else the browser's. */
function speaks(c: Context<Site>, chosen: Locale | null): Locale {
  if (chosen) return chosen
  const picked = readCookie(c, 'locale')
  return isLocale(picked) ? picked : localeOf(c.req.header('accept-language'))
}

/** The language that a stranger chose: for this page, else on one before. */
export const pickedLanguage = (c: Context<Site>): Locale | undefined =>
  [c.req.query('lang'), readCookie(c, 'locale')].find(isLocale)

/**
 * The sender's address. A forwarding header counts only as many hops back as the operator trusts;
 * with none, anybody may write into it what they like, and it is ignored.
 */
function addressOf(c: Context<Site>, hops: number): string {
  const direct = c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : ''
  if (hops === 0) return direct
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return forwarded.at(-hops) || direct
}
