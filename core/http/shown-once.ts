import type { Context } from 'hono'
import { dropCookie, putCookie, readCookie } from './cookies.ts'
import type { Site } from './site.ts'

/**
 * Keeps a secret for the one page that shows it, in the browser of the person who made it, since
 * the database holds only its hash. Sealed, so that nobody can slip in another.
 * @param of what it belongs to, without spaces; only a page about that shows it
 */
export function keepToShow(c: Context<Site>, name: string, of: string, secret: string): void {
  putCookie(c, name, c.var.product.tickets.seal(`${of} ${secret}`), 60)
}

/** The secret that was just made, once. */
export function takeToShow(c: Context<Site>, name: string, of: string): string | undefined {
  const sealed = readCookie(c, name)
  if (!sealed) return undefined
  dropCookie(c, name)
  const [whose, secret] = c.var.product.tickets.open(sealed)?.split(' ') ?? []
  return whose === of ? secret : undefined
}
