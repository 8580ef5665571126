import { type Context, Hono } from 'hono'
import { isId } from '../../../core/db/id.ts'
import { allow } from '../../../core/http/allow.ts'
import { readForm } from '../../../core/http/form.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { readCursor } from '../../../core/records/paging.ts'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { addAssignRoutes } from './assign-routes.tsx'
import { pooledBy } from './kinds.ts'
import { poolText } from './messages.ts'
import { takeFromPool } from './moving.ts'
import { poolsFor } from './pools.ts'
import { countPooled, pooledName, readPoolPage } from './reading.ts'
import { addReleaseRoutes } from './release-routes.tsx'
import { claimFromPool } from './rights.ts'
import type { Refused } from './rules.ts'
import { setupRoutes } from './setup-routes.tsx'
import { PoolPage, poolPlace } from './views/pool-page.tsx'

/** The pool: what lies there, claiming, assigning, releasing, and setting it up. */
export const poolRoutes = new Hono<Site>()

const claim = allow(claimFromPool)

poolRoutes.get('/', claim, async (c) => {
  const { scope } = c.var
  const params = new URL(c.req.url).searchParams
  const pooled = pooledBy(params.get('of') ?? undefined)
  const pools = await poolsFor(scope)
  const chosen = pools.find(({ id }) => id === params.get('pool'))
  const looked = chosen ? [chosen] : pools
  const query = (params.get('q') ?? '').replaceAll('\0', '').trim().slice(0, 100)
  const [page, count] = await Promise.all([
    readPoolPage(scope, pooled, looked, query, readCursor(params)),
    countPooled(scope, pooled, looked),
  ])
  const drawn = <PoolPage {...{ scope, pooled, pools, query, page, count }} chosen={chosen?.id} />
  return c.render(drawn, { title: poolText(scope.locale).title })
})

poolRoutes.post('/claim', claim, async (c) => {
  const { scope, product } = c.var
  const { raw } = await readForm(c)
  const pooled = pooledBy(raw.of)
  const { user } = scope
  if (!raw.id || !isId(raw.id)) throw notFound()
  const back = `${poolPlace}?of=${pooled.kind.list}`
  const t = poolText(scope.locale)
  const found = await pooledName(scope, pooled, await poolsFor(scope), raw.id)
  const taker = { id: user.id, name: user.name, departmentId: user.departmentId, department: null }
  const came = found
    ? await takeFromPool(scope, product.registry, pooled, found.pool, raw.id, taker, 'claimed')
    : 'gone'
  if (came === 'gone') return go(c, back, { kind: 'info', text: t.gone })
  if (came !== 'taken') return go(c, back, { kind: 'danger', text: sayRefused(scope, came) })
  const text = t.claimed(found?.name ?? '')
  return go(c, `${pooled.kind.href}/${raw.id}`, { kind: 'success', text })
})

/** Why somebody may not have a record, as a sentence. */
export function sayRefused({ locale }: Scope, refused: Refused): string {
  const t = poolText(locale).refused
  return 'from' in refused
    ? t[refused.why](printDate(refused.from, locale))
    : t[refused.why](refused.most)
}

addAssignRoutes(poolRoutes, (c: Context<Site>, refused) => sayRefused(c.var.scope, refused))
addReleaseRoutes(poolRoutes)
poolRoutes.route('/pools', setupRoutes)
