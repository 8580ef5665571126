import { Hono } from 'hono'
import { allowAll } from '../../core/http/allow.ts'
import { isFor } from '../../core/http/navigation.ts'
import { notFound } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'

/** The door of the console: it leads to the first room that is there for whoever comes in. */
export const consoleRoutes = new Hono<Site>()

consoleRoutes.get('/', allowAll, (c) => {
  const { scope, product } = c.var
  const first = product.registry.console.rooms.find((room) => isFor(room, scope.user))
  if (!first) throw notFound()
  return go(c, first.href)
})
