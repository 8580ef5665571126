import type { Child } from 'hono/jsx'
import { icon } from './icon.tsx'
import { hiddenFields, type ListBarProps, type Params } from './list-bar.tsx'
import { type Markup, markup } from './markup.ts'
import type { ViewText } from './messages.ts'

/**
 * The filter of a list. One that costs something is a page of its own, and with scripts its form is
 * fetched into a menu when somebody opens that, so no list carries what few look at.
 */
export const filterMenu = (list: ListBarProps): Markup => markup`
  <details class="menu" data-menu>
    <summary class="btn btn-ghost btn-sm">
      ${icon('filter')}<span class="phone-hidden">${list.t.filter}</span>
      ${list.chips && list.chips.length > 0 && markup`<span class="count">${list.chips.length}</span>`}
    </summary>
    ${list.filterHref && fetched('filter', list.filterHref, list.t.filter)}
    ${list.filter && markup`<div class="menu-box">${filterHere(list, list.filter)}</div>`}
  </details>`

const filterHere = (
  { t, action, params = [], search, clearHref }: ListBarProps,
  { names, fields }: NonNullable<ListBarProps['filter']>,
) => (
  <FilterForm
    t={t}
    action={action}
    params={[
      ...params.filter(([name]) => !names.includes(name)),
      ...(search?.value ? [['q', search.value] as const] : []),
    ]}
    clearHref={clearHref}
  >
    {fields}
  </FilterForm>
)

/** Which columns the list shows, in which order. */
export const columnMenu = ({ t }: ListBarProps, href: string): Markup => markup`
  <details class="menu" data-menu>
    <summary class="btn btn-ghost btn-sm" aria-label="${t.columns}" title="${t.columns}">
      ${icon('adjustments-horizontal')}
    </summary>
    ${fetched('columns', href, t.columns)}
  </details>`

/** What can be done with the view at hand. */
export const viewMenu = ({ t }: ListBarProps, href: string): Markup => markup`
  <details class="menu" data-menu>
    <summary class="btn btn-ghost btn-sm" aria-label="${t.viewMenu}" title="${t.viewMenu}">
      ${icon('bookmark')}
    </summary>
    ${fetched('views', href, t.viewMenu)}
  </details>`

/** A link to a page, until the form of that page, which has the same id, stands in its place. */
const fetched = (id: string, href: string, label: string) => markup`
  <div class="menu-box">
    <a id="${id}" href="${href}" hx-get="${href}" hx-trigger='toggle from:"closest details"'>${label}</a>
  </div>`

type FilterProps = {
  t: ViewText['list']
  /** The list's path. */
  action: string
  /** The state of the list that the filter leaves as it is: search and sort. */
  params: Params
  clearHref?: string
  children?: Child
}

/** The form of a filter: an ordinary GET form. */
export const FilterForm = ({ t, action, params, clearHref, children }: FilterProps) => (
  <form id="filter" method="get" action={action} class="filter-box">
    {hiddenFields(params)}
    {children}
    <div class="actions">
      <button type="submit" class="btn btn-primary btn-sm">
        {t.apply}
      </button>
      {clearHref && (
        <a class="btn btn-ghost btn-sm" href={clearHref}>
          {t.clear}
        </a>
      )}
    </div>
  </form>
)
