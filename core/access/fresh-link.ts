import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { baseUrl } from '../http/origin.ts'
import type { Site } from '../http/site.ts'

/** Where a token leads, on the address by which people reach this install. */
export const welcomeLink = (c: Context<Site>, token: string): string => {
  const { env } = c.var.product
  return `${env.BASE_URL ? baseUrl(env) : new URL(c.req.url).origin}/welcome/${token}`
}

/**
 * Keeps a token for the one page that shows it, in the browser of the administrator who made it,
 * since the database holds only its hash. Sealed, so that nobody can slip in a link of their own.
 */
export function keepFreshLink(c: Context<Site>, user: string, token: string): void {
  const sealed = c.var.product.tickets.seal(`${user} ${token}`)
  setCookie(c, nameOf(c), sealed, { ...attributes(c), maxAge: 60 })
}

/** The link that was just made for a person, once. */
export function takeFreshLink(c: Context<Site>, user: string): string | undefined {
  const sealed = getCookie(c, nameOf(c))
  if (!sealed) return undefined
  deleteCookie(c, nameOf(c), attributes(c))
  const [of, token] = c.var.product.tickets.open(sealed)?.split(' ') ?? []
  return of === user && token ? welcomeLink(c, token) : undefined
}

const isSecure = (c: Context<Site>) => c.var.product.sessions.cookieName.startsWith('__Host-')

const nameOf = (c: Context<Site>) => (isSecure(c) ? '__Host-link' : 'link')

const attributes = (c: Context<Site>) =>
  ({ path: '/', httpOnly: true, sameSite: 'Strict', secure: isSecure(c) }) as const
