import { formatNumber } from '../../../core/i18n/format.ts'
import type { Page } from '../../../core/records/paging.ts'
import type { Scope } from '../../../core/scope.ts'
import { List } from '../../../views/list.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageHead } from '../../../views/page.tsx'
import { type Column, Table } from '../../../views/table.tsx'
import type { RecordKind } from '../kinds.ts'
import type { ListFrame } from '../lists/frame.ts'
import { pageSize } from '../lists/query.ts'
import { hrefOf, type ListState, paramsOf } from '../lists/state.ts'
import type { Total } from '../lists/totals.ts'
import { contactsText } from '../messages.ts'
import { bulkActions } from './bulk-actions.tsx'
import { filterChips } from './filters.tsx'
import { Actions, Nothing } from './list-actions.tsx'
import { chosenColumns } from './list-texts.ts'

type Props<Row> = {
  scope: Scope
  kind: RecordKind
  state: ListState
  page: Page<Row>
  total: Total | undefined
  frame: ListFrame
  columns: readonly Column<Row>[]
  usual: readonly string[]
}

/** A list of accounts or contacts: its views, search, filters, rows, pages and bulk actions. */
export function ListPage<Row extends { id: string; name: string }>(props: Props<Row>) {
  const { scope, kind, state, page, frame, columns } = props
  const view = viewText(scope.locale)
  const t = contactsText(scope.locale)[kind.list]
  const shown = chosenColumns(columns, frame.columns, props.usual)
  const bulk = bulkActions(scope, kind, state.filters.archived === '1')
  const sorted = { key: state.sort, direction: state.direction }
  return (
    <>
      <PageHead t={view.page} title={t.title} actions={<Actions {...props} />} />
      <List
        t={view.list}
        action={kind.href}
        params={paramsOf(state, { query: '' })}
        views={listViews(props)}
        search={{ value: state.query, placeholder: t.searchHint }}
        chips={filterChips(scope, frame, kind, state)}
        clearHref={hrefOf(kind.href, state, { filters: {} })}
        filterHref={hrefOf(`${kind.href}/filter`, state)}
        columnsHref={`${kind.href}/columns`}
        pager={pagerOf(props)}
        bulk={bulk.length > 0 ? { action: `${kind.href}/bulk`, actions: bulk } : undefined}
        empty={<Nothing {...props} />}
      >
        {page.rows.length > 0 ? (
          <Table
            t={view.table}
            caption={t.caption}
            columns={shown}
            rows={page.rows}
            rowId={(row) => row.id}
            rowName={(row) => row.name}
            rowHref={(row) => `${kind.href}/${row.id}`}
            bulkForm={bulk.length > 0 ? 'bulk' : undefined}
            sorted={sorted}
            sortHref={(sort, direction) => hrefOf(kind.href, state, { sort, direction })}
          />
        ) : undefined}
      </List>
    </>
  )
}

/** The ready-made looks at the list; each keeps the search and the sort. */
function listViews<Row>({ scope, kind, state }: Props<Row>) {
  const t = contactsText(scope.locale)[kind.list]
  const { archived } = contactsText(scope.locale)
  const looks = [
    { label: t.all, filters: {} },
    { label: t.mine, filters: { owner: 'me' } },
    { label: t.unowned, filters: { owner: 'none' } },
    { label: archived, filters: { archived: '1' } },
  ]
  return looks.map(({ label, filters }) => ({
    label,
    href: hrefOf(kind.href, state, { filters }),
    current: JSON.stringify(filters) === JSON.stringify(state.filters),
  }))
}

function pagerOf<Row>({ scope, kind, state, page, total }: Props<Row>) {
  const t = contactsText(scope.locale)
  const known = total ?? { count: Math.min(page.rows.length, pageSize), more: Boolean(page.after) }
  const count = formatNumber(scope.locale, known.count)
  return {
    total: known.more ? t.more(count) : count,
    exactHref: known.more ? hrefOf(kind.href, state, { exact: true }) : undefined,
    previousHref: page.before && hrefOf(kind.href, state, { before: page.before }),
    nextHref: page.after && hrefOf(kind.href, state, { after: page.after }),
  }
}
