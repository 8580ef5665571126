import type { Context } from 'hono'
import { baseUrl } from '../http/origin.ts'
import { keepToShow, takeToShow } from '../http/shown-once.ts'
import type { Site } from '../http/site.ts'

/** Where a token leads, on the address by which people reach this install. */
export const welcomeLink = (c: Context<Site>, token: string): string => {
  const { env } = c.var.product
  return `${env.BASE_URL ? baseUrl(env) : new URL(c.req.url).origin}/welcome/${token}`
}

/** Keeps the token of a link for the page of the person it was made for. */
export const keepFreshLink = (c: Context<Site>, user: string, token: string): void =>
  keepToShow(c, 'link', user, token)

/** The link that was just made for a person, once. */
export function takeFreshLink(c: Context<Site>, user: string): string | undefined {
  const token = takeToShow(c, 'link', user)
  return token && welcomeLink(c, token)
}
