import type { MiddlewareHandler } from 'hono'
import { may } from '../access/person.ts'
import { notFound } from './refusal.ts'
import type { Site } from './site.ts'

/** The mark a route carries; a test fails for every route that carries none. */
export type Guard = MiddlewareHandler<Site> & { guard: string }

/** Marks a middleware as the guard of a route. @param guard the permission it asks for */
export const guarded = (guard: string, handler: MiddlewareHandler<Site>): Guard =>
  Object.assign(handler, { guard })

/** Lets through who has the permission; to everybody else the page does not exist. */
export const allow = (permission: string): Guard =>
  guarded(permission, async (c, next) => {
    if (!may(c.var.scope.user, permission)) throw notFound()
    await next()
  })

/** A page for everybody who is signed in. */
export const allowAll: Guard = guarded('signed in', (_, next) => next())

/** A page for strangers too: sign-in, set-up, health. */
export const allowStrangers: Guard = guarded('anybody', (_, next) => next())
