import type { Context, Hono } from 'hono'
import { allow } from '../http/allow.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { viewParam } from '../lists/choosing.ts'
import type { Listed } from '../lists/listed.ts'
import { check } from './checking.ts'
import { conditionsText } from './messages.ts'
import { changed, type Draft, draftOf, readDraft, whereOf } from './rows.ts'
import { most } from './tree.ts'
import { BuilderPage } from './views/builder.tsx'
import { readWhere, writeWhere } from './written.ts'

/** The name by which a list's address carries its combined filter. */
export const whereParam = 'where'

/** The page on which a list's filter is put together; it changes nothing, so it is asked by GET. */
export function addConditionRoutes(routes: Hono<Site>, list: Listed): void {
  routes.get('/conditions', allow(list.permission), (c) => {
    const { scope } = c.var
    const params = new URL(c.req.url).searchParams
    const deed = params.get('do')
    const fields = list.fields(scope)
    if (deed === null) return draw(c, list, draftOf(readWhere(params.get(whereParam) ?? '')))
    const draft = readDraft(params, fields)
    if (deed !== 'apply') return draw(c, list, changed(draft, deed, params, fields))
    const errors = wrongIn(c, list, draft)
    if (Object.keys(errors).length > 0) return draw(c, list, draft, errors)
    const where = whereOf(draft)
    return go(c, listHref(c, list, where && writeWhere(where)))
  })
}

/** What is wrong with a draft, by the number of the line, and with all of it. */
function wrongIn(c: Context<Site>, list: Listed, draft: Draft): Record<string, string> {
  const { scope } = c.var
  const fields = list.fields(scope)
  const errors: Record<string, string> = {}
  for (const [at, row] of draft.rows.entries()) {
    const checked = check(scope, fields, row)
    if (!checked.ok) errors[at] = checked.wrong
  }
  const where = whereOf(draft)
  if (where && writeWhere(where).length > most.address)
    errors[''] = conditionsText(scope.locale).builder.tooLong
  return errors
}

/** What the list shows besides its combined filter. */
function otherParams(c: Context<Site>, list: Listed): [string, string][] {
  const params = new URL(c.req.url).searchParams
  const state = list.stateOf(c.var.scope, params).filter(([name]) => name !== whereParam)
  const columns = list.columnsOf(c.var.scope, params)
  const view = params.get(viewParam)
  return [
    ...state,
    ...(columns ? [['columns', columns.join(',')] as [string, string]] : []),
    ...(view ? [[viewParam, view] as [string, string]] : []),
  ]
}

/** With a search, be it empty, an address is complete, and no view is put into it. */
function listHref(c: Context<Site>, list: Listed, where: string | undefined): string {
  const all = new URLSearchParams(otherParams(c, list))
  if (where) all.set(whereParam, where)
  else if (!all.has('q')) all.set('q', '')
  return `${list.href}?${all}`
}

async function draw(
  c: Context<Site>,
  list: Listed,
  draft: Draft,
  errors?: Record<string, string>,
): Promise<Response> {
  const { scope } = c.var
  const now = whereOf(draft)
  const page = (
    <BuilderPage
      scope={scope}
      title={list.title}
      action={`${list.href}/conditions`}
      listHref={listHref(c, list, now && writeWhere(now))}
      fields={list.fields(scope)}
      draft={draft}
      known={await list.known(scope)}
      params={otherParams(c, list)}
      errors={errors}
    />
  )
  const { title } = conditionsText(scope.locale).builder
  return c.render(page, { title, status: errors ? 422 : 200 })
}
