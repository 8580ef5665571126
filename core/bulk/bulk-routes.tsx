import { type SQL, sql } from 'drizzle-orm'
import type { Context, Hono } from 'hono'
import { withoutModule } from '../access/members.ts'
import { isId } from '../db/id.ts'
import { allow } from '../http/allow.ts'
import { type Errors, type Raw, readForm } from '../http/form.ts'
import { once, onceKey } from '../http/once.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { formatNumber } from '../i18n/format.ts'
import type { Listed } from '../lists/listed.ts'
import { deedOf, readOrder } from './asking.ts'
import { bulkText } from './messages.ts'
import type { Bulk, BulkDeed } from './order.ts'
import { beginRun, countIds, mostRecords } from './runs.ts'
import { BulkPage } from './views/bulk-page.tsx'

/** The most rows that one form may carry; a page of a list has fewer. */
const mostChosen = 200

/** For which records: those of an address of the list, or some that were chosen in it. */
type Target = { params: string; ids: string[] }

/** What can be done with all records of a list at once: asked about first, then done as a job. */
export function addBulkRoutes(routes: Hono<Site>, list: Listed): void {
  const guard = allow(list.permission)

  routes.get('/bulk', guard, (c) => {
    const params = new URL(c.req.url).searchParams
    if (!params.has('do')) return go(c, list.href)
    const deed = requireDeed(c, list.bulk, params.get('do') ?? '')
    params.delete('do')
    const state = new URLSearchParams(list.stateOf(c.var.scope, params)).toString()
    return drawBulk(c, list, deed, { params: state, ids: [] })
  })

  routes.post('/bulk/ask', guard, async (c) => {
    const { raw, all } = await readForm(c)
    const deed = requireDeed(c, list.bulk, raw.do)
    return drawBulk(c, list, deed, targetOf(raw, all('id')), raw)
  })

  routes.post('/bulk/start', guard, async (c) => {
    const { scope } = c.var
    const { bulk } = list
    const { raw, all } = await readForm(c)
    const deed = requireDeed(c, bulk, raw.do)
    const target = targetOf(raw, all('id'))
    const field = bulk.fields(scope).find((one) => one.field === raw.field)
    if (field?.kind === 'choices') raw[field.field] = all(field.field).filter(Boolean).join(',')
    const { order, errors } = await readOrder(scope, bulk, deed, raw)
    if (!order) return drawBulk(c, list, deed, target, raw, errors)
    const ids = await idsOf(c, bulk, target, bulk.permissions[deed])
    if (!ids) return drawBulk(c, list, deed, target, raw, {})
    const to = await once(scope, raw, async () => {
      const run = await beginRun(scope, list.key, order, ids)
      return run && `/lists/runs/${run}`
    })
    return to ? go(c, to) : drawBulk(c, list, deed, target, raw, {})
  })
}

/** @throws Refusal 404 for what is no deed, or none of this person's */
function requireDeed(c: Context<Site>, bulk: Bulk, typed: string | undefined): BulkDeed {
  const deed = deedOf(c.var.scope, bulk, typed)
  if (!deed) throw notFound()
  return deed
}

/** @throws Refusal 404 for what is no id, 400 for more than a page could have */
function targetOf(raw: Raw, given: readonly string[]): Target {
  if (given.length > mostChosen) throw new Refusal(400)
  if (!given.every(isId)) throw notFound()
  return { params: raw.state ?? '', ids: [...new Set(given)] }
}

/**
 * A query for the ids of the records.
 * @returns undefined when the address cannot be read whole
 * @throws Refusal 404 when one of those chosen is out of reach
 */
async function idsOf(
  c: Context<Site>,
  bulk: Bulk,
  { params, ids }: Target,
  permission: string,
): Promise<SQL | undefined> {
  const { scope } = c.var
  if (ids.length === 0) return bulk.ids(scope, new URLSearchParams(params))
  if (!(await bulk.areReached(scope, ids, permission))) throw notFound()
  return sql`select id from unnest(${sql.param(ids)}::uuid[]) as id`
}

/** Asks what is to be done, and says for how many records. @param errors makes the answer a 422 */
export async function drawBulk(
  c: Context<Site>,
  list: Listed,
  deed: BulkDeed,
  target: Target,
  raw: Raw = {},
  errors?: Errors,
): Promise<Response> {
  const { scope, product } = c.var
  const { locale } = scope
  const t = bulkText(locale)
  const ids = await idsOf(c, list.bulk, target, list.bulk.permissions[deed])
  const count = ids ? await countIds(scope, ids) : 0
  const most = formatNumber(locale, mostRecords)
  const hindrance = !ids
    ? t.unsound
    : count > mostRecords
      ? t.tooMany(most)
      : count === 0
        ? t.none
        : undefined
  const params = new URLSearchParams(target.params)
  const directory = await product.directories.of(scope)
  const [module = ''] = list.key.split('.')
  const page = (
    <BulkPage
      {...{ scope, list, deed, count, hindrance, raw, directory }}
      ids={target.ids}
      params={target.params}
      said={list.say(scope, params, directory)}
      unseeing={deed === 'assign' ? await withoutModule(scope, module) : new Set()}
      tags={deed === 'tag' ? (await list.known(scope)).tags : []}
      errors={errors ?? {}}
      once={onceKey(raw)}
    />
  )
  return c.render(page, { title: t.deeds[deed], status: errors ? 422 : 200 })
}
