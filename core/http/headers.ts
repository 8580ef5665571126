import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Site } from './site.ts'

const year = 365 * 24 * 3600

/** No script, style or frame but our own files; nothing inline anywhere (security.md 2.1). */
const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
  manifestSrc: ["'self'"],
}

/** Names and values of headers. */
export type Headed = Readonly<Record<string, string>>

/** What programs get is no page: shown as one, it may do nothing at all. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'"
const isData = (path: string): boolean => /^\/api(\/|$)/.test(path) && path !== '/api/v1/docs'

/**
 * The headers of every answer, errors and files included. They are always the same, so the library
 * is asked for them once.
 * @param secure whether people come by https, which then stays so for a year
 */
export async function ownHeaders(secure: boolean): Promise<Headed> {
  const asked = new Hono().use(
    secureHeaders({
      contentSecurityPolicy: policy,
      strictTransportSecurity: secure ? `max-age=${year}; includeSubDomains` : false,
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      crossOriginOpenerPolicy: 'same-origin',
      crossOriginResourcePolicy: 'same-origin',
      originAgentCluster: false,
      xXssProtection: false,
    }),
  )
  const { headers } = await asked.get('/', (c) => c.body(null)).request('/')
  return Object.fromEntries(headers)
}

/** Adds a header to whatever answer this request will get, an error included. */
export const addHeader = (c: Context<Site>, name: string, value: string): void => {
  c.var.added.push([name, value])
}

/** Answers that carry all their headers already. */
const whole = new WeakSet<Response>()

/**
 * A page with all its headers, made in one go: taken apart and put together again by each step it
 * passes, an answer cost as much as the page.
 */
export function pageAnswer(c: Context<Site>, html: string, status: number): Response {
  const { product, requestId, added } = c.var
  const headers: Record<string, string> = {
    ...product.headers,
    'x-request-id': requestId,
    'content-type': 'text/html; charset=UTF-8',
    'cache-control': 'private, no-store',
    vary: 'HX-Request-Type, Cookie, Accept-Language',
  }
  const answer = new Response(html, { status, headers: withAdded(headers, added) })
  whole.add(answer)
  return answer
}

/** Only several cookies need more than a record, since each has a line of its own. */
function withAdded(headers: Record<string, string>, added: readonly [string, string][]) {
  if (added.length === 0) return headers
  if (added.length === 1) return { ...headers, ...Object.fromEntries(added) }
  const all = new Headers(headers)
  for (const [name, value] of added) all.append(name, value)
  return all
}

/** Gives every other answer its headers: files, streams, redirects. */
export const headAnswers: MiddlewareHandler<Site> = async (c, next) => {
  await next()
  if (whole.has(c.res)) return
  const { product, requestId, added } = c.var
  const { headers } = c.res
  // What is handed out to be kept brings a narrower policy along: a sandbox.
  const narrower = isData(c.req.path) ? dataPolicy : headers.get('content-security-policy')
  for (const name in product.headers) headers.set(name, product.headers[name] as string)
  if (narrower) headers.set('content-security-policy', narrower)
  headers.set('x-request-id', requestId)
  for (const [name, value] of added) headers.append(name, value)
}
