import { sql } from 'drizzle-orm'
import type { Context } from 'hono'
import { asOperator } from '../../../core/access/operator.ts'
import { inNoCompany } from '../../../core/db/database.ts'
import { notFound, Refusal } from '../../../core/http/refusal.ts'
import type { Site } from '../../../core/http/site.ts'
import type { Scope } from '../../../core/scope.ts'
import { hostOf } from './hosting.ts'
import { type Portal, readPortal } from './portals.ts'

/**
 * Lets a stranger into a company's public pages: while these are open and the company has the module
 * at all. Every look is counted by address, so that nobody carries it all away at once.
 * @throws Refusal 404 for pages that are closed or never were, 429 for too many at once
 */
export async function enterPortal<T>(
  c: Context<Site>,
  work: (scope: Scope, portal: Portal) => Promise<T>,
): Promise<T> {
  const { product, address, requestId } = c.var
  const wait = await product.pageThrottle.count(`portal ${address}`, address)
  if (wait) throw new Refusal(429, '', wait)
  const key = (c.req.param('key') ?? '').slice(0, 80)
  const [row] = await inNoCompany(product.pool, (db) =>
    db.execute<{ company: string | null }>(sql`select service.portal_company(${key}) as company`),
  )
  if (!row?.company || !(await product.isOnForAnybody(row.company, 'service'))) throw notFound()
  return asOperator(product, row.company, requestId, async (scope) => {
    const portal = await readPortal(scope)
    if (!portal) throw notFound()
    c.set('host', hostOf(c.var.locale, scope.company, portal))
    return work({ ...scope, locale: c.var.locale, address }, portal)
  })
}
