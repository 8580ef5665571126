import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { rawPool, readPoolForm } from './forms.ts'
import { poolText } from './messages.ts'
import { changePool, openPool, type Pool, readPools } from './pools.ts'
import { managePools } from './rights.ts'
import { PoolForm } from './views/pool-form.tsx'
import { SetupPage } from './views/setup-page.tsx'

/** Opening pools and saying what they allow. */
export const setupRoutes = new Hono<Site>()

const manage = allow(managePools)
const place = '/sales/pool/pools'

type Drawn = { pool?: Pool; raw: Raw; hidden: readonly string[]; errors?: Errors; version?: number }

async function draw(c: Context<Site>, { pool, raw, hidden, errors, version }: Drawn) {
  const { scope, product } = c.var
  const { departments } = await product.directories.of(scope)
  const t = poolText(scope.locale).setup
  const page = (
    <PoolForm
      {...{ scope, raw, hidden, departments, version }}
      name={pool?.name}
      action={pool ? `${place}/${pool.id}` : place}
      errors={errors ?? {}}
      once={pool ? undefined : onceKey(raw)}
    />
  )
  return c.render(page, { title: pool ? t.edit(pool.name) : t.add, status: errors ? 422 : 200 })
}

setupRoutes.get('/', manage, async (c) => {
  const { scope } = c.var
  const page = <SetupPage scope={scope} pools={await readPools(scope)} />
  return c.render(page, { title: poolText(scope.locale).setup.title })
})

setupRoutes.get('/new', manage, (c) =>
  draw(c, { raw: { followDays: '30', warnDays: '3' }, hidden: [] }),
)

setupRoutes.post('/', manage, async (c) => {
  const { scope, product } = c.var
  const { raw, all } = await readForm(c)
  const { departments } = await product.directories.of(scope)
  const { input, errors } = readPoolForm(scope, raw, all, departments)
  const made = await once(scope, raw, async () => {
    if (Object.keys(errors).length > 0) return undefined
    await openPool(scope, input)
    return place
  })
  if (!made) return draw(c, { raw, hidden: all('hidden'), errors })
  return go(c, made, { kind: 'success', text: poolText(scope.locale).setup.saved })
})

async function find(c: Context<Site>): Promise<Pool> {
  const id = pathId(c)
  const pool = (await readPools(c.var.scope)).find((one) => one.id === id)
  if (!pool) throw notFound()
  return pool
}

setupRoutes.get('/:id', manage, async (c) => {
  const pool = await find(c)
  return draw(c, { pool, raw: rawPool(pool), hidden: pool.hidden, version: pool.version })
})

setupRoutes.post('/:id', manage, async (c) => {
  const { scope, product } = c.var
  const pool = await find(c)
  const { raw, all } = await readForm(c)
  const { departments } = await product.directories.of(scope)
  const { input, errors } = readPoolForm(scope, raw, all, departments)
  const version = versionOf(raw)
  const t = poolText(scope.locale).setup
  if (Object.keys(errors).length === 0) {
    const came = await changePool(scope, pool, version, input)
    if (came === 'changed') return go(c, place, { kind: 'success', text: t.saved })
    errors[''] = t.meanwhile
  }
  return draw(c, { pool, raw, hidden: all('hidden'), errors, version: pool.version })
})
