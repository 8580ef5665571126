import type { Context, Hono } from 'hono'
import { isId } from '../../../core/db/id.ts'
import { allow } from '../../../core/http/allow.ts'
import { readForm } from '../../../core/http/form.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { reachedName } from '../../../core/records/reach.ts'
import { pooledBy } from './kinds.ts'
import { poolText } from './messages.ts'
import { putIntoPool } from './moving.ts'
import { poolsFor } from './pools.ts'
import { claimFromPool } from './rights.ts'
import { ChoosePage } from './views/choose-page.tsx'
import { poolPlace } from './views/pool-page.tsx'

/** Letting a record go to a pool, for who may give it away. */
export function addReleaseRoutes(routes: Hono<Site>): void {
  const claim = allow(claimFromPool)

  const draw = async (c: Context<Site>, of: string | undefined, id: string, error?: string) => {
    const { scope } = c.var
    const { kind } = pooledBy(of)
    const name = await reachedName(scope, kind, id, kind.assign)
    const t = poolText(scope.locale).releasing
    const options = (await poolsFor(scope)).map(({ id, name }) => ({ value: id, label: name }))
    // Where there is only one, nobody has to choose it.
    const [only, another] = options
    const page = (
      <ChoosePage
        scope={scope}
        title={t.title(name)}
        text={t.text}
        action={`${poolPlace}/release`}
        of={kind.list}
        id={id}
        field={{ kind: 'select', name: 'pool', label: poolText(scope.locale).pool, options }}
        {...(only && !another && { value: only.value })}
        submit={t.submit}
        errors={error ? { pool: error } : {}}
        cancelHref={`${kind.href}/${id}`}
      />
    )
    return c.render(page, { title: t.title(name), status: error ? 422 : 200 })
  }

  const idOf = (id: string | undefined): string => {
    if (!id || !isId(id)) throw notFound()
    return id
  }

  routes.get('/release', claim, (c) => {
    const { of, id } = c.req.query()
    return id ? draw(c, of, idOf(id)) : go(c, poolPlace)
  })

  routes.post('/release', claim, async (c) => {
    const { scope, product } = c.var
    const { raw } = await readForm(c)
    const id = idOf(raw.id)
    const pooled = pooledBy(raw.of)
    await reachedName(scope, pooled.kind, id, pooled.kind.assign)
    const t = poolText(scope.locale).releasing
    const pool = (await poolsFor(scope)).find((one) => one.id === raw.pool)
    if (!pool) return draw(c, raw.of, id, t.missing)
    await putIntoPool(scope, product.registry, pooled, pool, [id], 'released')
    const text = t.done(pool.name)
    return go(c, `${poolPlace}?of=${pooled.kind.list}`, { kind: 'success', text })
  })
}
