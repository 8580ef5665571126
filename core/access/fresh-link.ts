import type { Context } from 'hono'
import { dropCookie, putCookie, readCookie } from '../http/cookies.ts'
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
  putCookie(c, 'link', sealed, 60)
}

/** The link that was just made for a person, once. */
export function takeFreshLink(c: Context<Site>, user: string): string | undefined {
  const sealed = readCookie(c, 'link')
  if (!sealed) return undefined
  dropCookie(c, 'link')
  const [of, token] = c.var.product.tickets.open(sealed)?.split(' ') ?? []
  return of === user && token ? welcomeLink(c, token) : undefined
}
