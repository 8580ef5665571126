import type { MiddlewareHandler } from 'hono'
import { Refusal } from '../../core/http/refusal.ts'
import type { Site } from '../../core/http/site.ts'
import { matrixText } from '../matrix/messages.ts'

/** Never two writers: where a server decides that may not be written to, only freezing is done here. */
export const oneWriter: MiddlewareHandler<Site> = async (c, next) => {
  const { flagServer } = c.var.product
  const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD'
  const stops = /\/(freeze|thaw|explain|stop|start|drop|strictness)$/.test(c.req.path)
  if (flagServer && !flagServer.mayWrite && changes && !stops)
    throw new Refusal(409, matrixText(c.var.scope.locale).server.refused(flagServer.href))
  await next()
}
