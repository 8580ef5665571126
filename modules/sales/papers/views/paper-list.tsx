import type { Child } from 'hono/jsx'
import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { List } from '../../../../views/list.tsx'
import type { FilterChip } from '../../../../views/list-bar.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageHead } from '../../../../views/page.tsx'
import { type Column, Table } from '../../../../views/table.tsx'
import { addressOf, type ListAddress } from '../address.ts'
import type { Paged } from '../paged.ts'

type Kept = Readonly<Record<string, string | undefined>>

type Props<Row, State extends string> = {
  scope: Pick<Scope, 'locale'>
  title: string
  path: string
  address: ListAddress<State>
  /** What else narrows the list: it is kept from page to page, and said above it. */
  filters?: { params: Kept; chips: readonly FilterChip[] }
  /** What can be looked at, the usual one first. */
  states: readonly { state: State; label: string }[]
  list: Paged<Row>
  columns: readonly Column<Row>[]
  rowName: (row: Row) => string
  rowHref?: (row: Row) => string
  actions?: Child
  empty: Child
}

/** A list of papers: what they are about, views by state, search, pages. */
export function PaperList<Row extends { id: string }, State extends string>(
  props: Props<Row, State>,
) {
  const { scope, title, path, address, states, list, columns, actions, empty } = props
  const view = viewText(scope.locale)
  const { query, state } = address
  const { params = {}, chips } = props.filters ?? {}
  const usual = states[0]?.state
  const shown = { ...params, state: state === usual ? undefined : state }
  const kept = { q: query, ...shown }
  const { rows, before, after } = list.page
  return (
    <>
      <PageHead t={view.page} title={title} actions={actions} />
      <List
        t={view.list}
        action={path}
        params={Object.entries(shown).flatMap(([name, value]) => (value ? [[name, value]] : []))}
        views={states.map((one) => ({
          href: addressOf(path, {
            q: query,
            ...params,
            state: one.state === usual ? undefined : one.state,
          }),
          label: one.label,
          current: one.state === state,
        }))}
        search={{ value: query }}
        chips={chips}
        clearHref={path}
        pager={{
          total: formatNumber(scope.locale, list.total),
          previousHref: before && addressOf(path, { ...kept, before }),
          nextHref: after && addressOf(path, { ...kept, after }),
        }}
        empty={empty}
      >
        {rows.length > 0 ? (
          <Table
            t={view.table}
            caption={title}
            columns={columns}
            rows={rows}
            rowId={({ id }) => id}
            rowName={props.rowName}
            rowHref={props.rowHref}
          />
        ) : undefined}
      </List>
    </>
  )
}
