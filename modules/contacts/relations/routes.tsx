import type { Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { recordNames } from '../../../core/lists/naming.ts'
import { reachedName } from '../../../core/records/reach.ts'
import type { ContactsKind } from '../kinds.ts'
import { NameOptions } from '../views/account-picker.tsx'
import { kindAt, readKinds, type Way, waysOf } from './kinds.ts'
import { relationsText } from './messages.ts'
import { mostRelations } from './reading.ts'
import { readRelationForm } from './relation-form.ts'
import { relate, unrelate } from './relations.ts'
import { RelationFormPage } from './views/relation-form.tsx'

type Record = { id: string; name: string; href: string }

/** How a record stands to others: whoever may change the record may note that. */
export function addRelationRoutes(routes: Hono<Site>, kind: ContactsKind): void {
  const edit = allow(kind.edit)
  const recordOf = async (c: Context<Site>): Promise<Record> => {
    const id = pathId(c)
    const name = await reachedName(c.var.scope, kind, id, kind.edit)
    return { id, name, href: `${kind.href}/${id}` }
  }

  routes.get('/:id/relations/new', edit, async (c) => {
    const record = await recordOf(c)
    return draw(c, record, waysOf(await readKinds(c.var.scope), kind), {})
  })

  routes.get('/:id/relations/names', edit, async (c) => {
    const { scope } = c.var
    await recordOf(c)
    const { other = '', way } = c.req.query()
    const ways = waysOf(await readKinds(scope), kind).filter(({ value }) => !way || value === way)
    const ends = [...new Set(ways.map((one) => one.other))]
    const names = await Promise.all(ends.map((end) => recordNames(scope, kindAt(end), other)))
    return c.render(<NameOptions names={names.flat()} />, { title: '' })
  })

  routes.post('/:id/relations', edit, async (c) => {
    const { scope, product } = c.var
    const record = await recordOf(c)
    const { raw } = await readForm(c)
    const ways = waysOf(await readKinds(scope), kind)
    const { way, otherId, note, errors } = await readRelationForm(scope, ways, raw)
    const t = relationsText(scope.locale)
    const to = await once(scope, raw, async () => {
      if (!way || !otherId || Object.keys(errors).length > 0) return undefined
      const came = await relate(scope, product.registry, kind, record.id, way, otherId, note)
      if (came === 'added') return record.href
      errors.other = came === 'full' ? t.full(mostRelations) : t[came]
      return undefined
    })
    if (!to) return draw(c, record, ways, raw, errors)
    return go(c, to, { kind: 'success', text: t.saved })
  })

  routes.post('/:id/relations/:relation/remove', edit, async (c) => {
    const { scope, product } = c.var
    const { id, href } = await recordOf(c)
    const relation = c.req.param('relation') ?? ''
    const kinds = await readKinds(scope)
    await unrelate(scope, product.registry, kind, id, relation, kinds)
    return go(c, href, { kind: 'success', text: relationsText(scope.locale).removed })
  })
}

function draw(
  c: Context<Site>,
  { name, href }: Record,
  ways: readonly Way[],
  raw: Raw,
  errors?: Errors,
) {
  const { scope } = c.var
  const page = (
    <RelationFormPage {...{ scope, name, href, ways, raw, errors }} once={onceKey(raw)} />
  )
  return c.render(page, {
    title: relationsText(scope.locale).add,
    status: errors ? 422 : 200,
  })
}
