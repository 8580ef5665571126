import { may } from '../../../../core/access/person.ts'
import { formatAgo, formatNumber } from '../../../../core/i18n/format.ts'
import { listsText } from '../../../../core/lists/messages.ts'
import type { Page } from '../../../../core/records/paging.ts'
import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { List } from '../../../../views/list.tsx'
import { markup, type Printable } from '../../../../views/markup.ts'
import { viewText } from '../../../../views/messages.ts'
import { PageHead } from '../../../../views/page.tsx'
import { type Column, Table } from '../../../../views/table.tsx'
import { type Pooled, pooledKinds } from '../kinds.ts'
import { poolText } from '../messages.ts'
import type { Pool } from '../pools.ts'
import { mostCounted, type PoolRow } from '../reading.ts'
import { assignFromPool, claimFromPool, managePools } from '../rights.ts'

export const poolPlace = '/sales/pool'

type Props = {
  scope: Scope
  pooled: Pooled
  /** All that this person may claim from, and the one that is looked at. */
  pools: readonly Pool[]
  chosen?: string
  query: string
  page: Page<PoolRow>
  count: number
}

/** What lies in the pools of somebody's departments, for them to claim. */
export const PoolPage = (props: Props) => {
  const { scope, pooled, pools, query, page, count } = props
  const view = viewText(scope.locale)
  const t = poolText(scope.locale)
  const href = addressOf(props)
  const total = formatNumber(scope.locale, Math.min(count, mostCounted))
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        tabs={pooledKinds.map(({ kind }) => ({
          href: href({ of: kind.list }),
          label: kind.text(scope.locale).title,
          current: kind === pooled.kind,
        }))}
        actions={
          may(scope.user, managePools) && (
            <LinkButton href={`${poolPlace}/pools`} icon="settings" tour="pool-setup">
              {t.settings}
            </LinkButton>
          )
        }
      />
      <List
        t={view.list}
        action={poolPlace}
        params={[
          ['of', pooled.kind.list],
          ['pool', props.chosen ?? ''],
        ]}
        views={
          pools.length > 1
            ? [
                { label: t.all, href: href({ pool: '' }), current: !props.chosen },
                ...pools.map(({ id, name }) => ({
                  ...{ label: name, href: href({ pool: id }), current: id === props.chosen },
                })),
              ]
            : undefined
        }
        search={{ value: query, placeholder: t.search }}
        pager={{
          total: count > mostCounted ? listsText(scope.locale).more(total) : total,
          previousHref: page.before && href({ before: page.before }),
          nextHref: page.after && href({ after: page.after }),
        }}
        empty={
          pools.length > 0 ? (
            <Empty icon="users" title={t.emptyTitle} text={t.emptyText} />
          ) : (
            <Empty icon="users" title={t.noneTitle} text={t.noneText} />
          )
        }
      >
        {page.rows.length > 0 ? (
          <Table
            t={view.table}
            caption={t.caption}
            columns={columnsFor(props)}
            rows={page.rows}
            rowId={({ id }) => id}
            rowName={({ name }) => name}
          />
        ) : undefined}
      </List>
    </>
  )
}

/** The page of this state, changed. */
const addressOf =
  ({ pooled, chosen, query }: Props) =>
  (change: Record<string, string>): string => {
    const all = { of: pooled.kind.list, pool: chosen ?? '', q: query, ...change }
    const said = Object.entries(all).filter(([, value]) => value !== '')
    return `${poolPlace}?${new URLSearchParams(said)}`
  }

function columnsFor({ scope, pooled, pools }: Props): Column<PoolRow>[] {
  const { locale, company } = scope
  const t = poolText(locale)
  const { kind, shown } = pooled
  const label = (field: string) =>
    kind.fields.find((one) => one.field === field)?.label[locale] ?? field
  const byId = new Map(pools.map((pool) => [pool.id, pool]))
  const value = (row: PoolRow, field: string): Printable =>
    byId.get(row.poolId)?.hidden.includes(field)
      ? markup`<span class="hint">${t.hidden}</span>`
      : (row.shown[field] ?? '')
  return [
    { key: 'name', label: t.name, cell: ({ name }) => name },
    ...Object.keys(shown).map((field) => ({
      ...{ key: field, label: label(field), cell: (row: PoolRow) => value(row, field) },
      hideOnPhone: pools.every(({ hidden }) => hidden.includes(field)),
    })),
    {
      ...{ key: 'pool', label: t.pool, quiet: true, hideOnPhone: pools.length === 1 },
      cell: ({ poolId }) => byId.get(poolId)?.name,
    },
    { key: 'former', label: t.former, quiet: true, cell: ({ former }) => former },
    {
      key: 'since',
      label: t.since,
      quiet: true,
      cell: ({ since }) => formatAgo(locale, company.timeZone, new Date(since), scope.now()),
    },
    ...deedsFor(scope, kind.list),
  ]
}

/** What somebody may do with a line: have it themselves, or give it to a colleague. */
function deedsFor(scope: Scope, list: string): Column<PoolRow>[] {
  if (scope.modules.state('sales') !== 'write') return []
  const t = poolText(scope.locale)
  const claim: Column<PoolRow> = {
    key: 'claim',
    label: t.claim,
    cell: ({ id }) =>
      markup`<form method="post" action="${poolPlace}/claim"><input type="hidden" name="of" value="${list}"><input type="hidden" name="id" value="${id}"><button type="submit" class="btn btn-sm" data-tour="claim">${t.claim}</button></form>`,
  }
  const assign: Column<PoolRow> = {
    key: 'assign',
    label: t.assign,
    cell: ({ id }) => markup`<a href="${poolPlace}/assign?of=${list}&id=${id}">${t.assign}</a>`,
  }
  return [
    ...(may(scope.user, claimFromPool) ? [claim] : []),
    ...(may(scope.user, assignFromPool) ? [assign] : []),
  ]
}
