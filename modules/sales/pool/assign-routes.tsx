import type { Context, Hono } from 'hono'
import { colleagueOptions } from '../../../core/access/views/colleague-options.ts'
import { isId } from '../../../core/db/id.ts'
import { allow } from '../../../core/http/allow.ts'
import { readForm } from '../../../core/http/form.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { readPlace } from '../../../core/records/assigning.ts'
import { pooledBy } from './kinds.ts'
import { poolText } from './messages.ts'
import { takeFromPool } from './moving.ts'
import { poolsFor } from './pools.ts'
import { pooledName } from './reading.ts'
import { assignFromPool } from './rights.ts'
import type { Refused } from './rules.ts'
import { ChoosePage } from './views/choose-page.tsx'
import { poolPlace } from './views/pool-page.tsx'

type Chosen = { of?: string; id?: string; person?: string }

/** Giving a record of the pool to a colleague. */
export function addAssignRoutes(
  routes: Hono<Site>,
  say: (c: Context<Site>, refused: Refused) => string,
): void {
  const assign = allow(assignFromPool)

  const find = async (c: Context<Site>, { of, id }: Chosen) => {
    const pooled = pooledBy(of)
    if (!id || !isId(id)) throw notFound()
    return {
      pooled,
      id,
      found: await pooledName(c.var.scope, pooled, await poolsFor(c.var.scope), id),
    }
  }

  const draw = async (c: Context<Site>, chosen: Chosen, error?: string) => {
    const { scope, product } = c.var
    const { pooled, id, found } = await find(c, chosen)
    const t = poolText(scope.locale)
    const back = `${poolPlace}?of=${pooled.kind.list}`
    if (!found) return go(c, back, { kind: 'info', text: t.gone })
    const { colleagues } = await product.directories.of(scope)
    const page = (
      <ChoosePage
        scope={scope}
        title={t.assigning.title(found.name)}
        action={`${poolPlace}/assign`}
        of={pooled.kind.list}
        id={id}
        field={{
          ...{ kind: 'person', name: 'person', label: t.assigning.to },
          options: colleagueOptions(scope.locale, colleagues),
        }}
        submit={t.assign}
        value={chosen.person}
        errors={error ? { person: error } : {}}
        cancelHref={back}
      />
    )
    return c.render(page, { title: t.assign, status: error ? 422 : 200 })
  }

  routes.get('/assign', assign, (c) =>
    c.req.query('id') ? draw(c, c.req.query()) : go(c, poolPlace),
  )

  routes.post('/assign', assign, async (c) => {
    const { scope, product } = c.var
    const { raw } = await readForm(c)
    const { pooled, id, found } = await find(c, raw)
    const t = poolText(scope.locale)
    const back = `${poolPlace}?of=${pooled.kind.list}`
    if (!found) return go(c, back, { kind: 'info', text: t.gone })
    const place = raw.person ? await readPlace(scope, raw.person, '') : undefined
    if (!place?.owner) return draw(c, raw, t.assigning.toMissing)
    const { owner, department } = place
    const taker = {
      ...owner,
      departmentId: department?.id ?? null,
      department: department?.name ?? null,
    }
    const came = await takeFromPool(
      ...([scope, product.registry, pooled, found.pool, id, taker, 'assigned'] as const),
    )
    if (came === 'gone') return go(c, back, { kind: 'info', text: t.gone })
    if (came !== 'taken') return draw(c, raw, say(c, came))
    return go(c, back, { kind: 'success', text: t.assigned(found.name, owner.name) })
  })
}
