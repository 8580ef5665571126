import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'
import type { ViewText } from './messages.ts'
import { listSwap } from './table.tsx'

export type ListView = { href: string; label: string; current: boolean; count?: string }
export type FilterChip = { label: string; removeHref: string }
export type ColumnChoice = { key: string; label: string; shown: boolean }

export type ListBarProps = {
  t: ViewText['list']
  /** The list's path, without query. */
  action: string
  /** The current state of the list but for q and the cursor: sort, view, filters. */
  params?: readonly (readonly [name: string, value: string])[]
  views?: readonly ListView[]
  search?: { value: string; placeholder?: string }
  chips?: readonly FilterChip[]
  clearHref?: string
  /** Fields of the filter form; they replace the params of the same names. */
  filter?: { fields: Child; names: readonly string[] }
  /** Where the chosen columns are posted to, as fields named column. */
  columns?: { action: string; choices: readonly ColumnChoice[] }
}

/** Views, search, active filters, the filter form, the columns: the line above a list. */
export const ListBar = ({ t, views = [], chips = [], ...list }: ListBarProps) => (
  <div class="list-bar">
    {views.length > 0 && (
      <nav class="views" aria-label={t.views}>
        {views.map((view) => (
          <a href={view.href} hx-boost={listSwap} aria-current={view.current ? 'true' : undefined}>
            {view.label}
            {view.count && <span class="count">{view.count}</span>}
          </a>
        ))}
      </nav>
    )}
    <div class="tools">
      {chips.map((chip) => (
        <a class="chip" href={chip.removeHref} hx-boost={listSwap}>
          {chip.label}
          <Icon name="x" />
          <span class="sr-only">{t.remove(chip.label)}</span>
        </a>
      ))}
      {chips.length > 1 && list.clearHref && (
        <a class="clear" href={list.clearHref} hx-boost={listSwap}>
          {t.clear}
        </a>
      )}
      {list.search && <SearchBox t={t} {...list} search={list.search} />}
      {list.filter && <FilterMenu t={t} {...list} filter={list.filter} count={chips.length} />}
      {list.columns && <ColumnMenu t={t} {...list.columns} back={list.action} />}
    </div>
  </div>
)

type SearchProps = Pick<ListBarProps, 't' | 'action' | 'params'> & {
  search: NonNullable<ListBarProps['search']>
}

const SearchBox = ({ t, action, params = [], search }: SearchProps) => (
  <search>
    <form
      method="get"
      action={action}
      class="search-box"
      hx-boost={listSwap}
      hx-replace-url="true"
      hx-trigger="submit, input delay:200ms"
      hx-sync="this:replace"
    >
      <Hidden params={params} />
      <Icon name="search" />
      <input
        id="list-search"
        type="search"
        name="q"
        value={search.value}
        placeholder={search.placeholder ?? t.search}
        aria-label={t.search}
        title={t.keys}
        autocomplete="off"
      />
      <noscript>
        <button type="submit" class="btn btn-sm">
          {t.searchButton}
        </button>
      </noscript>
    </form>
  </search>
)

type FilterProps = Pick<ListBarProps, 't' | 'action' | 'params' | 'search' | 'clearHref'> & {
  filter: NonNullable<ListBarProps['filter']>
  count: number
}

const FilterMenu = ({ t, action, params = [], search, filter, clearHref, count }: FilterProps) => (
  <details class="menu" data-menu>
    <summary class="btn btn-ghost btn-sm">
      <Icon name="filter" />
      <span class="phone-hidden">{t.filter}</span>
      {count > 0 && <span class="count">{count}</span>}
    </summary>
    <form method="get" action={action} class="menu-box filter-box" hx-boost={listSwap}>
      <Hidden params={params.filter(([name]) => !filter.names.includes(name))} />
      {search?.value && <input type="hidden" name="q" value={search.value} />}
      {filter.fields}
      <div class="actions">
        <button type="submit" class="btn btn-primary btn-sm">
          {t.apply}
        </button>
        {clearHref && (
          <a class="btn btn-ghost btn-sm" href={clearHref} hx-boost={listSwap}>
            {t.clear}
          </a>
        )}
      </div>
    </form>
  </details>
)

type ColumnProps = NonNullable<ListBarProps['columns']> & { t: ViewText['list']; back: string }

const ColumnMenu = ({ t, action, choices, back }: ColumnProps) => (
  <details class="menu" data-menu>
    <summary class="btn btn-ghost btn-sm" aria-label={t.columns} title={t.columns}>
      <Icon name="adjustments-horizontal" />
    </summary>
    <form method="post" action={action} class="menu-box">
      <input type="hidden" name="back" value={back} />
      <fieldset>
        <legend>{t.columns}</legend>
        {choices.map((choice) => (
          <label class="check-line">
            <input
              type="checkbox"
              class="checkbox"
              name="column"
              value={choice.key}
              checked={choice.shown}
            />
            {choice.label}
          </label>
        ))}
      </fieldset>
      <div class="actions">
        <button type="submit" class="btn btn-primary btn-sm">
          {t.save}
        </button>
      </div>
    </form>
  </details>
)

const Hidden = ({ params }: { params: NonNullable<ListBarProps['params']> }) => (
  <>
    {params.map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)
