import type { Context, Hono } from 'hono'
import { may } from '../access/person.ts'
import { isRole } from '../access/roles.ts'
import { allow } from '../http/allow.ts'
import { type Errors, type Raw, readForm } from '../http/form.ts'
import { once, onceKey } from '../http/once.ts'
import { pathId } from '../http/path-id.ts'
import { notFound } from '../http/refusal.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { versionOf } from '../http/version.ts'
import { addressOf } from './choosing.ts'
import {
  changeView,
  mostViews,
  openWith,
  removeView,
  saveView,
  setRoleDefaults,
} from './keeping.ts'
import type { Listed } from './listed.ts'
import { listsText } from './messages.ts'
import { prepareViews } from './preparing.ts'
import { manageViews, mayChange, readSavedViews, type SavedView, viewsOf } from './saved-views.ts'
import { readViewForm } from './view-form.ts'
import { hrefOf, longestState, stateIn } from './view-state.ts'
import { ViewFormPage } from './views/view-form.tsx'
import { ViewsPage } from './views/views-page.tsx'

/** The views of a list: kept, shared, changed, deleted, and what the list opens with. */
export function addViewRoutes(routes: Hono<Site>, list: Listed): void {
  const guard = allow(list.permission)
  const all = `${list.href}/views`

  routes.get('/views', guard, async (c) => {
    const { scope, product } = c.var
    const page = (
      <ViewsPage
        scope={scope}
        list={list}
        saved={await product.savedViews.of(scope)}
        params={new URL(c.req.url).searchParams}
      />
    )
    return c.render(page, { title: listsText(scope.locale).views.title })
  })

  routes.get('/views/new', guard, (c) => {
    const { params, columns } = stateIn(c.var.scope, list, new URL(c.req.url).searchParams)
    return drawForm(c, list, { raw: { params, columns: columns?.join(',') } })
  })

  routes.post('/views', guard, async (c) => {
    const { scope } = c.var
    const { raw } = await readForm(c)
    const { input, errors } = await readViewForm(scope, raw)
    const state = stateOfForm(c, list, raw)
    const t = listsText(scope.locale).views
    const to = await once(scope, raw, async () => {
      const saved = await readSavedViews(scope)
      const own = saved.views.filter(
        (one) => one.list === list.key && one.ownerId === scope.user.id,
      )
      if (own.length >= mostViews) errors[''] = t.tooMany(mostViews)
      if (state.params.length > longestState) errors[''] = t.tooLong
      if (Object.keys(errors).length > 0) return undefined
      const id = await saveView(scope, list.key, input, state)
      if (!id) errors.name = t.nameTaken
      return id && hrefOf(list, state, id)
    })
    if (!to) return drawForm(c, list, { raw, errors })
    return go(c, to, { kind: 'success', text: t.saved(input.name) })
  })

  routes.post('/views/prepared', guard, async (c) => {
    const { scope } = c.var
    if (!list.prepared || !may(scope.user, manageViews)) throw notFound()
    await prepareViews(scope, list.key, list.prepared)
    return go(c, all, { kind: 'success', text: listsText(scope.locale).views.preparedDone })
  })

  routes.post('/views/defaults', guard, async (c) => {
    const { scope } = c.var
    const { raw } = await readForm(c)
    const views = viewsOf(scope, await readSavedViews(scope), list.key)
    const named = (id: string | undefined) => {
      const found = views.find((one) => one.id === id)
      if (!found) throw notFound()
      return found
    }
    const mine = raw.mine || undefined
    if (raw.mine !== undefined)
      await openWith(scope, list.key, mine === 'whole' ? null : mine && named(mine).id)
    if (may(scope.user, manageViews) && Object.keys(raw).some((name) => name.startsWith('role_')))
      await setRoleDefaults(scope, list.key, rolesIn(raw, named))
    const text = listsText(scope.locale).views.defaultsSaved
    return go(c, all, { kind: 'success', text })
  })

  routes.get('/views/edit', guard, async (c) => {
    const id = c.req.query('id')
    if (!id) return go(c, all)
    const view = await find(c, list, id)
    const { name, departmentId } = view
    return drawForm(c, list, { view, raw: { name, department: departmentId ?? '' } })
  })

  routes.post('/views/:id', guard, async (c) => {
    const { scope } = c.var
    const view = await find(c, list)
    const { raw } = await readForm(c)
    const t = listsText(scope.locale).views
    const { input, errors } = await readViewForm(scope, raw, view)
    if (Object.keys(errors).length > 0) return drawForm(c, list, { view, raw, errors })
    const done = await changeView(scope, view, versionOf(raw), input)
    if (done === 'taken') errors.name = t.nameTaken
    if (done === 'conflict') errors[''] = t.savedMeanwhile
    if (done !== 'changed') return drawForm(c, list, { view, raw, errors })
    return go(c, `${list.href}?${addressOf(view)}`, { kind: 'success', text: t.changed })
  })

  routes.post('/views/:id/state', guard, async (c) => {
    const { scope } = c.var
    const view = await find(c, list)
    const state = stateOfForm(c, list, (await readForm(c)).raw)
    const t = listsText(scope.locale).views
    const to = hrefOf(list, state, view.id)
    if (state.params.length > longestState) return go(c, to, { kind: 'danger', text: t.tooLong })
    await changeView(scope, view, view.version, {
      ...state,
      columns: state.columns ?? view.columns,
    })
    return go(c, to, { kind: 'success', text: t.saved(view.name) })
  })

  routes.post('/views/:id/delete', guard, async (c) => {
    await removeView(c.var.scope, await find(c, list))
    const text = listsText(c.var.scope.locale).views.removed
    return go(c, all, { kind: 'success', text })
  })
}

/** A view that this person may change. @throws Refusal 404 for any other */
async function find(c: Context<Site>, list: Listed, id = pathId(c)): Promise<SavedView> {
  const { scope } = c.var
  const views = viewsOf(scope, await readSavedViews(scope), list.key)
  const view = views.find((one) => one.id === id)
  if (!view || !mayChange(scope.user, view)) throw notFound()
  return view
}

/** What `role_<role>` of a form chose. */
function rolesIn(raw: Raw, named: (id: string | undefined) => SavedView) {
  const chosen = Object.entries(raw).flatMap(([name, id]) => {
    const role = name.slice('role_'.length)
    return name.startsWith('role_') && isRole(role) && id ? [[role, named(id)] as const] : []
  })
  return new Map(chosen)
}

/** The state of the list that a form carries along, read anew: nothing else of it is kept. */
function stateOfForm(c: Context<Site>, list: Listed, { params, columns }: Raw) {
  const address = new URLSearchParams(params ?? '')
  if (columns) address.set('columns', columns)
  return stateIn(c.var.scope, list, address)
}

type Drawn = { view?: SavedView; raw: Raw; errors?: Errors }

async function drawForm(c: Context<Site>, list: Listed, drawn: Drawn): Promise<Response> {
  const { scope, product } = c.var
  const { departments } = await product.directories.of(scope)
  const page = (
    <ViewFormPage
      scope={scope}
      list={list}
      departments={departments}
      once={drawn.view ? undefined : onceKey(drawn.raw)}
      {...drawn}
    />
  )
  const t = listsText(scope.locale).views
  const title = drawn.view ? t.editTitle : t.saveNew
  return c.render(page, { title, status: drawn.errors ? 422 : 200 })
}
