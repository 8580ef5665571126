import { List } from '../../../views/list.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageHead } from '../../../views/page.tsx'
import { Table } from '../../../views/table.tsx'
import { bulkText } from '../../bulk/messages.ts'
import { formatNumber } from '../../i18n/format.ts'
import type { Scope } from '../../scope.ts'
import type { ListPart } from '../list-reading.ts'
import { listsText } from '../messages.ts'
import type { Opened } from '../opening.ts'
import { pageSize } from '../query.ts'
import { columnsFor, type ListRow, type RecordList } from '../record-list.ts'
import { hrefOf, paramsOf } from '../state.ts'
import { bulkActions } from './bulk-actions.tsx'
import { filterChips } from './filter-chips.ts'
import { Actions, Nothing } from './list-actions.tsx'
import { chosenColumns, deedFor } from './list-columns.ts'
import { listTabs, viewNotice } from './list-tabs.ts'

type Props<Row extends ListRow> = ListPart<Row> & {
  scope: Scope
  list: RecordList<Row>
  opened: Opened
}

/** A list of records: its views, search, filters, rows, pages and bulk actions. */
export function ListPage<Row extends ListRow>(props: Props<Row>) {
  const { scope, list, opened, page, frame } = props
  const { kind } = list
  const { state } = opened
  const view = viewText(scope.locale)
  const t = kind.text(scope.locale)
  const all = columnsFor(scope, list, frame)
  const shown = chosenColumns(all, state.columns ?? frame.columns, list.usual)
  const archived = state.filters.archived === '1'
  const bulk = bulkActions(scope, kind, archived)
  const deed = archived ? undefined : deedFor(scope, kind)
  const sorted = { key: state.sort, direction: state.direction }
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        tabs={list.looks?.(scope.locale)}
        actions={<Actions {...props} kind={kind} state={state} />}
      />
      <List
        t={view.list}
        action={kind.href}
        params={paramsOf(state, { query: '' })}
        views={listTabs(scope, kind, opened)}
        viewsHref={hrefOf(`${kind.href}/views`, state)}
        notice={viewNotice(scope, kind, opened)}
        search={{ value: state.query, placeholder: t.searchHint }}
        chips={filterChips(scope, frame, kind, state)}
        clearHref={hrefOf(kind.href, state, { filters: {} })}
        filterHref={hrefOf(`${kind.href}/filter`, state)}
        columnsHref={columnsHref(props)}
        pager={pagerOf(props)}
        bulk={bulk.length > 0 ? { ...bulkOf(props), actions: bulk } : undefined}
        empty={<Nothing {...props} kind={kind} state={state} />}
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
            deed={shown.some(({ key }) => key === deed?.key) ? undefined : deed}
            bulkForm={bulk.length > 0 ? 'bulk' : undefined}
            sorted={sorted}
            sortHref={(sort, direction) => hrefOf(kind.href, state, { sort, direction })}
          />
        ) : undefined}
      </List>
    </>
  )
}

/** A view's columns are chosen for the view, all others for the person. */
const columnsHref = <Row extends ListRow>({
  list: { kind },
  opened: { state, chosen },
}: Props<Row>) => (chosen.view ? hrefOf(`${kind.href}/columns`, state) : `${kind.href}/columns`)

/** The form of the checked rows; it can reach all of a list that has more than one page. */
function bulkOf<Row extends ListRow>({
  scope,
  list: { kind },
  opened: { state },
  page,
  total,
}: Props<Row>) {
  const action = `${kind.href}/bulk`
  if (!page.before && !page.after) return { action }
  const t = bulkText(scope.locale)
  const all = total && !total.more ? t.all(formatNumber(scope.locale, total.count)) : t.allOfThem
  return { action, all, state: new URLSearchParams(paramsOf(state)).toString() }
}

function pagerOf<Row extends ListRow>({
  scope,
  list: { kind },
  opened: { state },
  page,
  total,
}: Props<Row>) {
  const t = listsText(scope.locale)
  const known = total ?? { count: Math.min(page.rows.length, pageSize), more: Boolean(page.after) }
  const count = formatNumber(scope.locale, known.count)
  return {
    total: known.more ? t.more(count) : count,
    exactHref: known.more ? hrefOf(kind.href, state, { exact: true }) : undefined,
    previousHref: page.before && hrefOf(kind.href, state, { before: page.before }),
    nextHref: page.after && hrefOf(kind.href, state, { after: page.after }),
  }
}
