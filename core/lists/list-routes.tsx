import type { Context, Hono } from 'hono'
import { whoMaySee } from '../access/seers.ts'
import { addBulkRoutes, drawBulk } from '../bulk/bulk-routes.tsx'
import { addConditionRoutes } from '../conditions/builder-routes.tsx'
import { isId } from '../db/id.ts'
import { allow } from '../http/allow.ts'
import { readForm } from '../http/form.ts'
import { pathId } from '../http/path-id.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { moveToArchive } from '../records/archiving.ts'
import { assign, readPlace } from '../records/assigning.ts'
import type { RecordKind } from '../records/kind.ts'
import { recordText } from '../records/messages.ts'
import { requireReach } from '../records/reach.ts'
import { movedText } from '../records/record-routes.tsx'
import { addTag } from '../records/tags.ts'
import type { Scope } from '../scope.ts'
import { sayProblem } from '../values/problem.ts'
import { parseText } from '../values/text.ts'
import { arrange, moved } from './arranging.ts'
import { drawAssign, drawTag } from './chosen-pages.tsx'
import { chooseColumns } from './columns.ts'
import { drawFilter } from './filter-page.tsx'
import { emptyFrame, readFrame } from './frame.ts'
import { listsText } from './messages.ts'
import { placeOf } from './place.ts'
import { columnsFor, type ListRow, listedOf, type RecordList } from './record-list.ts'
import type { RowDeed } from './row-deed.ts'
import { hrefOf } from './state.ts'
import { stateOf } from './state-of.ts'
import { addViewRoutes } from './view-routes.tsx'
import { ColumnsPage } from './views/columns-page.tsx'

/** The most rows that one form may carry; a page of a list has fewer. */
const most = 200

/** What can be done with rows of a list, and how the list itself looks. */
export function addListRoutes<Row extends ListRow>(
  routes: Hono<Site>,
  list: RecordList<Row>,
): void {
  const { kind, usual } = list
  const { rowDeed } = kind
  const listed = listedOf(list)
  const choices = (scope: Scope) => columnsFor(scope, list, emptyFrame).slice(1)
  const view = allow(kind.view)

  routes.get('/filter', view, (c) => drawFilter(c, kind))

  addViewRoutes(routes, listed)
  addConditionRoutes(routes, listed)
  addBulkRoutes(routes, listed)

  routes.get('/columns', view, async (c) => {
    const { scope } = c.var
    const frame = await readFrame(scope, kind)
    const state = stateOf(scope, kind, new URL(c.req.url).searchParams)
    const shown = state.columns ?? frame.columns ?? usual
    const all = arrange(choices(scope), shown)
    const page = <ColumnsPage scope={scope} kind={kind} state={state} choices={all} />
    return c.render(page, { title: listsText(scope.locale).columnsTitle })
  })

  routes.post('/columns', view, async (c) => {
    const { scope } = c.var
    const { raw, all } = await readForm(c)
    const known = choices(scope).map(({ key }) => key)
    const state = stateOf(scope, kind, new URLSearchParams(raw.state))
    const frame = await readFrame(scope, kind)
    const order = all('order').length > 0 ? all('order') : (frame.columns ?? usual)
    const chosen = moved([...new Set([...order, ...known])], raw).filter(
      (key) => known.includes(key) && all('column').includes(key),
    )
    const onward = raw.up || raw.down ? `${kind.href}/columns` : kind.href
    if (isId(state.view)) return go(c, hrefOf(onward, state, { columns: chosen }))
    await chooseColumns(scope, kind.object, chosen)
    return go(c, raw.up || raw.down ? `${kind.href}/columns` : placeOf(c, kind))
  })

  routes.post('/bulk', view, async (c) => {
    const { raw, all } = await readForm(c)
    const t = listsText(c.var.scope.locale)
    if (raw.all === '1' && raw.do !== rowDeed?.key) {
      const state = new URLSearchParams(raw.state)
      state.set('do', raw.do ?? '')
      return go(c, `${kind.href}/bulk?${state}`)
    }
    const ids = chosenIds(all('id'))
    if (ids.length === 0) return go(c, placeOf(c, kind), { kind: 'danger', text: t.chosenNothing })
    if (rowDeed && raw.do === rowDeed.key) {
      const [one = '', second] = ids
      if (!second) return go(c, deedAddress(c, kind, rowDeed, one))
      const text = rowDeed.oneOnly(c.var.scope.locale)
      return go(c, placeOf(c, kind), { kind: 'info', text })
    }
    if (raw.do === 'edit') return drawBulk(c, listed, 'edit', { params: '', ids })
    if (raw.do === 'assign') return drawAssign(c, kind, ids)
    if (raw.do === 'tag') return drawTag(c, kind, ids)
    if (raw.do !== 'archive' && raw.do !== 'restore') throw new Refusal(400)
    const deed = raw.do === 'archive' ? 'archived' : 'restored'
    const count = await moveToArchive(c.var.scope, c.var.product.registry, kind, ids, deed)
    const text = movedText(c.var.scope, deed, count)
    return go(c, placeOf(c, kind), { kind: 'success', text })
  })

  // A short address, since it may stand in every row of a list; the page it leads to asks for the right.
  if (rowDeed)
    routes.get(`/:id/${rowDeed.key}`, view, (c) => go(c, deedAddress(c, kind, rowDeed, pathId(c))))

  routes.get('/:id/assign', allow(kind.assign), (c) => drawAssign(c, kind, [pathId(c)]))

  routes.post('/assign', allow(kind.assign), async (c) => {
    const { scope, product } = c.var
    const { raw, all } = await readForm(c)
    const ids = chosenIds(all('id'))
    const { owner = '', department = '' } = raw
    const t = listsText(scope.locale)
    if (ids.length === 0) throw new Refusal(400)
    const gone = recordText(scope.locale).pages.assignGone
    const place = await readPlace(scope, owner, department)
    const wrong = place ? !place.owner && !place.department && t.assignNothing : gone
    if (wrong || !place) return drawAssign(c, kind, ids, { ...raw, error: wrong || gone })
    const count = await assign(scope, product.registry, kind, ids, place)
    const [recordId = ''] = ids
    const about = { object: kind.object, recordId }
    const blind =
      place.owner && (await whoMaySee(scope, product.registry, [owner], about)).size === 0
        ? place.owner.name
        : undefined
    return go(c, placeOf(c, kind), {
      kind: blind ? 'info' : 'success',
      text: blind ? t.assignedUnseen(count, blind) : t.assignedDone(count),
    })
  })

  routes.post('/tag', allow(kind.edit), async (c) => {
    const { scope } = c.var
    const { raw, all } = await readForm(c)
    const ids = chosenIds(all('id'))
    const name = parseText(raw.name ?? '', { most: 40 })
    if (!name.ok) return drawTag(c, kind, ids, raw.name, sayProblem(name.problem, scope.locale))
    await requireReach(scope, kind, ids, kind.edit)
    const count = await addTag(scope, kind.object, ids, name.value)
    const text = listsText(scope.locale).taggedDone(count, name.value)
    return go(c, placeOf(c, kind), { kind: 'success', text })
  })
}

/** Where something is done with one record, to come back to the list as it was left. */
const deedAddress = (c: Context<Site>, kind: RecordKind, deed: RowDeed, recordId: string) =>
  deed.href({ object: kind.object, recordId }, placeOf(c, kind))

/** @throws Refusal 404 for what is no id, 400 for more than a page could have */
function chosenIds(given: readonly string[]): string[] {
  if (given.length > most) throw new Refusal(400)
  if (!given.every(isId)) throw notFound()
  return [...new Set(given)]
}
