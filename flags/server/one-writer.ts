import type { MiddlewareHandler } from 'hono'
import type { Pool } from '../../core/db/connection.ts'
import type { Env } from '../../core/env.ts'
import { Refusal } from '../../core/http/refusal.ts'
import type { Site } from '../../core/http/site.ts'
import { matrixText } from '../matrix/messages.ts'
import { firstCompany } from './passing-on.ts'

type Asked = { env: Pick<Env, 'UNLEASH_URL' | 'UNLEASH_ADMIN_TOKEN'>; pool: Pool }

/** The server that decides a company's modules and may not be written to; undefined where this install writes. */
export async function writtenElsewhere(
  { env: { UNLEASH_URL: url, UNLEASH_ADMIN_TOKEN: adminToken }, pool }: Asked,
  company: string,
): Promise<string | undefined> {
  if (!url || adminToken !== undefined) return undefined
  return (await firstCompany(pool)) === company ? new URL(url).origin : undefined
}

/** Never two writers: where a server decides that may not be written to, only freezing is done here. */
export const oneWriter: MiddlewareHandler<Site> = async (c, next) => {
  const { scope, product } = c.var
  const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD'
  const stops = /\/(freeze|thaw|explain|stop|start|drop|strictness)$/.test(c.req.path)
  const server = changes && !stops && (await writtenElsewhere(product, scope.company.id))
  if (server) throw new Refusal(409, matrixText(scope.locale).server.refused(server))
  await next()
}
