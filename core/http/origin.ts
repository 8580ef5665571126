import type { Context, MiddlewareHandler } from 'hono'
import { asOperator } from '../access/operator.ts'
import type { Env } from '../env.ts'
import { recordAudit } from '../records/audit.ts'
import { Refusal } from './refusal.ts'
import type { Site } from './site.ts'

/** The address people reach the product by; links that leave the product begin with it. */
export const baseUrl = (env: Env): string =>
  new URL(env.BASE_URL ?? `http://${env.HOST === '0.0.0.0' ? 'localhost' : env.HOST}:${env.PORT}`)
    .origin

/**
 * A request that changes something must come from the product's own pages, whatever its content
 * type and whatever other headers it carries (security.md 2.1). Interfaces that take no cookie
 * are not affected.
 */
export const sameOrigin: MiddlewareHandler<Site> = async (c, next) => {
  if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) && !isOwn(c)) {
    await noteForeign(c)
    throw new Refusal(403, 'origin')
  }
  await next()
}

/** A form sent in somebody's name from elsewhere is an attack or a misconfigured proxy. */
async function noteForeign(c: Context<Site>): Promise<void> {
  const { product, signedIn, requestId, address } = c.var
  const origin = c.req.header('origin') ?? null
  product.log.warn(
    { request: requestId, address, origin, path: c.req.path },
    'foreign form refused',
  )
  if (!signedIn) return
  await asOperator(product, signedIn.company.id, requestId, (scope) =>
    recordAudit(
      { ...scope, actorId: signedIn.person.id, address },
      {
        action: 'foreign-form-refused',
        object: 'core.request',
        after: { path: c.req.path, origin },
      },
    ),
  )
}

function isOwn(c: Context<Site>): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const { env } = c.var.product
  const own = env.BASE_URL ? baseUrl(env) : `http://${c.req.header('host')}`
  return c.req.header('origin') === own
}
