import type { Hono } from 'hono'
import { whoMaySee } from '../../../core/access/seers.ts'
import { addBulkRoutes, drawBulk } from '../../../core/bulk/bulk-routes.tsx'
import { addConditionRoutes } from '../../../core/conditions/builder-routes.tsx'
import { isId } from '../../../core/db/id.ts'
import { allow } from '../../../core/http/allow.ts'
import { readForm } from '../../../core/http/form.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound, Refusal } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { chooseColumns } from '../../../core/lists/columns.ts'
import { addViewRoutes } from '../../../core/lists/view-routes.tsx'
import { addTag } from '../../../core/records/tags.ts'
import type { Scope } from '../../../core/scope.ts'
import { sayProblem } from '../../../core/values/problem.ts'
import { parseText } from '../../../core/values/text.ts'
import { activityText } from '../activities/messages.ts'
import { moveToArchive } from '../archiving.ts'
import type { RecordKind } from '../kinds.ts'
import { contactsText } from '../messages.ts'
import { requireReach } from '../reach.ts'
import { ColumnsPage } from '../views/columns-page.tsx'
import { arrange, moved } from './arranging.ts'
import { assign, readPlace } from './assigning.ts'
import { drawAssign, drawTag } from './bulk-pages.tsx'
import { drawFilter } from './filter-page.tsx'
import { readFrame } from './frame.ts'
import { listedOf } from './listed.ts'
import { followAddress, placeOf } from './place.ts'
import { hrefOf } from './state.ts'
import { stateOf } from './state-of.ts'

/** The most rows that one form may carry; a page of a list has fewer. */
const most = 200

/** The columns a list can have but for the first, and those it shows by default. */
export type ListColumns = {
  all: (scope: Scope) => readonly { key: string; label: string }[]
  usual: readonly string[]
}

/** What can be done with rows of a list, and how the list itself looks. */
export function addListRoutes(routes: Hono<Site>, kind: RecordKind, columns: ListColumns): void {
  const view = allow(kind.view)

  routes.get('/filter', view, (c) => drawFilter(c, kind))

  addViewRoutes(routes, listedOf(kind))
  addConditionRoutes(routes, listedOf(kind))
  addBulkRoutes(routes, listedOf(kind))

  routes.get('/columns', view, async (c) => {
    const { scope } = c.var
    const frame = await readFrame(scope, kind)
    const state = stateOf(scope, kind, new URL(c.req.url).searchParams)
    const shown = state.columns ?? frame.columns ?? columns.usual
    const choices = arrange(columns.all(scope), shown)
    const page = <ColumnsPage scope={scope} kind={kind} state={state} choices={choices} />
    return c.render(page, { title: contactsText(scope.locale).columnsTitle })
  })

  routes.post('/columns', view, async (c) => {
    const { scope } = c.var
    const { raw, all } = await readForm(c)
    const known = columns.all(scope).map(({ key }) => key)
    const state = stateOf(scope, kind, new URLSearchParams(raw.state))
    const frame = await readFrame(scope, kind)
    const order = all('order').length > 0 ? all('order') : (frame.columns ?? columns.usual)
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
    const t = contactsText(c.var.scope.locale)
    if (raw.all === '1' && raw.do !== 'follow') {
      const state = new URLSearchParams(raw.state)
      state.set('do', raw.do ?? '')
      return go(c, `${kind.href}/bulk?${state}`)
    }
    const ids = chosenIds(all('id'))
    if (ids.length === 0) return go(c, placeOf(c, kind), { kind: 'danger', text: t.chosenNothing })
    if (raw.do === 'follow') {
      const [one = '', second] = ids
      if (!second) return go(c, followAddress(c, kind, one))
      const text = activityText(c.var.scope.locale).oneOnly
      return go(c, placeOf(c, kind), { kind: 'info', text })
    }
    if (raw.do === 'edit') return drawBulk(c, listedOf(kind), 'edit', { params: '', ids })
    if (raw.do === 'assign') return drawAssign(c, kind, ids)
    if (raw.do === 'tag') return drawTag(c, kind, ids)
    if (raw.do !== 'archive' && raw.do !== 'restore') throw new Refusal(400)
    const deed = raw.do === 'archive' ? 'archived' : 'restored'
    const count = await moveToArchive(c.var.scope, c.var.product.registry, kind, ids, deed)
    const text = deed === 'archived' ? t.archivedDone(count) : t.restoredDone(count)
    return go(c, placeOf(c, kind), { kind: 'success', text })
  })

  routes.get('/:id/assign', allow(kind.assign), (c) => drawAssign(c, kind, [pathId(c)]))

  routes.post('/assign', allow(kind.assign), async (c) => {
    const { scope, product } = c.var
    const { raw, all } = await readForm(c)
    const ids = chosenIds(all('id'))
    const { owner = '', department = '' } = raw
    const t = contactsText(scope.locale)
    if (ids.length === 0) throw new Refusal(400)
    const place = await readPlace(scope, owner, department)
    const wrong = place ? !place.owner && !place.department && t.assignNothing : t.assignGone
    if (wrong || !place) return drawAssign(c, kind, ids, { ...raw, error: wrong || t.assignGone })
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
    const text = contactsText(scope.locale).taggedDone(count, name.value)
    return go(c, placeOf(c, kind), { kind: 'success', text })
  })
}

/** @throws Refusal 404 for what is no id, 400 for more than a page could have */
function chosenIds(given: readonly string[]): string[] {
  if (given.length > most) throw new Refusal(400)
  if (!given.every(isId)) throw notFound()
  return [...new Set(given)]
}
