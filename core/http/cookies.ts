import type { Context } from 'hono'
import { generateCookie, getCookie } from 'hono/cookie'
import type { Env } from '../env.ts'
import { addHeader } from './headers.ts'
import type { Site } from './site.ts'

/** Whether people reach this install by https, which decides what cookies may look like. */
export const isSecure = (env: Pick<Env, 'BASE_URL'>): boolean =>
  env.BASE_URL?.startsWith('https:') ?? false

/** By https a cookie is bound to this very host; by http browsers would refuse such a name. */
export const cookieName = (env: Pick<Env, 'BASE_URL'>, name: string): string =>
  isSecure(env) ? `__Host-${name}` : name

const nameOn = (c: Context<Site>, name: string) => cookieName(c.var.product.env, name)

const attributesOn = (c: Context<Site>) =>
  ({
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c.var.product.env),
  }) as const

/**
 * Keeps something in the browser, out of reach of scripts and of other sites' requests.
 * @param seconds how long; until the browser is closed when left out
 */
export const putCookie = (c: Context<Site>, name: string, value: string, seconds?: number): void =>
  addHeader(
    c,
    'set-cookie',
    generateCookie(nameOn(c, name), value, { ...attributesOn(c), maxAge: seconds }),
  )

export const readCookie = (c: Context<Site>, name: string): string | undefined =>
  getCookie(c, nameOn(c, name))

/** Forgets it. What the browser does not have need not be forgotten. */
export const dropCookie = (c: Context<Site>, name: string): void => {
  if (readCookie(c, name) !== undefined) putCookie(c, name, '', 0)
}
