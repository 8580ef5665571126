import type { Child } from 'hono/jsx'
import { icon } from './icon.tsx'
import { columnMenu, filterMenu, viewMenu } from './list-menus.tsx'
import { type Markup, markup } from './markup.ts'
import type { ViewText } from './messages.ts'
import { listSwap } from './table.tsx'

export type ListView = {
  href: string
  label: string
  current: boolean
  count?: string
  /** Says in a word that the list is not as the view has it. */
  mark?: string
}
export type FilterChip = { label: string; removeHref: string }
export type Params = readonly (readonly [name: string, value: string])[]

export type ListBarProps = {
  t: ViewText['list']
  /** The list's path, without query. */
  action: string
  /** The current state of the list but for q and the cursor: sort, view, filters. */
  params?: Params
  views?: readonly ListView[]
  /** The page of the saved views; with scripts it opens as a menu. */
  viewsHref?: string
  /** What is to be said about what the list shows. */
  notice?: string
  search?: { value: string; placeholder?: string }
  chips?: readonly FilterChip[]
  clearHref?: string
  /** Fields of the filter form, where they are few; they replace the params of the same names. */
  filter?: { fields: Child; names: readonly string[] }
  /** The pages of the filter and of the columns; with scripts each opens as a menu. */
  filterHref?: string
  columnsHref?: string
}

/** Views, search, active filters, the filter form, the columns: the line above a list. */
export const ListBar = (list: ListBarProps): Markup => markup`
  <div class="list-bar">
    <div class="view-row">
      ${list.views && viewLinks(list.t, list.views)}
      ${list.viewsHref && viewMenu(list, list.viewsHref)}
    </div>
    <div class="tools">
      ${list.chips?.map((chip) => chipLink(list.t, chip))}
      ${list.chips && list.chips.length > 1 && list.clearHref && clearLink(list.t, list.clearHref)}
      ${list.search && searchBox(list, list.search)}
      ${(list.filter || list.filterHref) && filterMenu(list)}
      ${list.columnsHref && columnMenu(list, list.columnsHref)}
    </div>
  </div>
  ${list.notice && markup`<p class="list-notice" role="status">${icon('info-circle')}${list.notice}</p>`}`

const viewLinks = (t: ViewText['list'], views: readonly ListView[]) => markup`
  <nav class="views" aria-label="${t.views}">
    ${views.map(
      (view) =>
        markup`<a href="${view.href}" hx-boost="${listSwap}"${view.current && markup` aria-current="true"`}>${view.label}${view.count && markup`<span class="count">${view.count}</span>`}${view.mark && markup`<span class="changed"><span class="sr-only">${view.mark}</span></span>`}</a>`,
    )}
  </nav>`

const chipLink = (t: ViewText['list'], { label, removeHref }: FilterChip) => markup`
  <a class="chip" href="${removeHref}" hx-boost="${listSwap}">
    ${label}${icon('x')}<span class="sr-only">${t.remove(label)}</span>
  </a>`

const clearLink = (t: ViewText['list'], href: string) =>
  markup`<a class="clear" href="${href}" hx-boost="${listSwap}">${t.clear}</a>`

const searchBox = (
  { t, action, params }: ListBarProps,
  { value, placeholder }: NonNullable<ListBarProps['search']>,
) => markup`
  <search>
    <form method="get" action="${action}" class="search-box" hx-boost="${listSwap}" hx-replace-url="true" hx-trigger="submit, input delay:200ms" hx-sync="this:replace">
      ${hiddenFields(params)}${icon('search')}
      <input id="list-search" type="search" name="q" value="${value}" placeholder="${placeholder ?? t.search}" aria-label="${t.search}" title="${t.keys}" autocomplete="off">
      <noscript><button type="submit" class="btn btn-sm">${t.searchButton}</button></noscript>
    </form>
  </search>`

/** The state of a list that a form must carry on. */
export const hiddenFields = (params: Params = []): Markup[] =>
  params.map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`)
