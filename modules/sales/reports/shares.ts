import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { readPlanned } from '../../../core/db/plan.ts'
import { percent } from '../../../core/reports/figures.ts'
import type { Part } from '../../../core/reports/part.ts'
import { dayIn } from '../../../core/reports/period.ts'
import type { Scope } from '../../../core/scope.ts'
import { accounts } from '../../contacts/public.ts'
import { dealsText } from '../deals/messages.ts'
import { deals } from '../deals/schema.ts'
import { viewAccounts } from '../rights.ts'
import { addSum, count, type Sums, saySums, sumCell, winRate } from './figures.ts'
import { reportsText } from './messages.ts'
import type { Report } from './part.ts'
import { dealsOf, listOf } from './source.ts'
import type { ReportState } from './state.ts'

/** How deals are told apart: what to group by, and how the list is narrowed to one group. */
type Way = {
  key: 'people' | 'sectors' | 'regions'
  joins: (scope: Scope) => SQL
  group: SQL
  narrow: (group: string, isUser: boolean) => Record<string, string>
}

type Row = {
  group: string | null
  isUser: boolean
  currency: string | null
  won: number
  lost: number
  open: number
  minor: number
}

/** The account of a deal, for who may see it: what it says of others is told to nobody. */
const withAccount = (scope: Scope): SQL => sql`
  left join lateral (select ${accounts.industry} as industry, ${accounts.region} as region
    from ${accounts} where ${accounts.companyId} = ${deals.companyId}
      and ${accounts.id} = ${deals.accountId} and ${within(scope, viewAccounts, accounts)}) a on true`

const ways: readonly Way[] = [
  {
    key: 'people',
    joins: () => sql`left join core.users u on u.company_id = ${deals.companyId}
      and u.id = ${deals.ownerId}`,
    group: sql`coalesce(u.name, nullif(${deals.seller}, ''))`,
    narrow: (group, isUser): Record<string, string> =>
      isUser
        ? { owner: group }
        : group === 'none'
          ? { nobodys: '1' }
          : { seller: group, owner: 'none' },
  },
  {
    key: 'sectors',
    joins: withAccount,
    group: sql`nullif(a.industry, '')`,
    narrow: (sector) => ({ sector }),
  },
  {
    key: 'regions',
    joins: withAccount,
    group: sql`nullif(a.region, '')`,
    narrow: (territory) => ({ territory }),
  },
]

const most = 200

/** Won, lost and open deals by whoever sells them, and by the sector and the region of accounts. */
export const shares: readonly Report[] = ways.map((way) => ({
  key: way.key,
  title: ({ locale }) => reportsText(locale).shares[way.key].title,
  about: ({ locale }) => reportsText(locale).shares[way.key].about,
  read: async (scope, state) => [toPart(scope, state, way, await readRows(scope, state, way))],
}))

const readRows = (scope: Scope, state: ReportState, { joins, group, key }: Way): Promise<Row[]> =>
  readPlanned<Row>(
    scope.db,
    sql`select ${group} as "group", ${key === 'people' ? sql`${deals.ownerId} is not null` : sql`false`} as "isUser",
      case when ${deals.outcome} = 'won' then ${deals.amountCurrency} end as currency,
      count(*) filter (where ${deals.outcome} = 'won')::int as won,
      count(*) filter (where ${deals.outcome} = 'lost')::int as lost,
      count(*) filter (where ${deals.outcome} = 'open')::int as open,
      coalesce(sum(${deals.amountMinor}) filter (where ${deals.outcome} = 'won'), 0)::float8 as minor
    from ${deals} ${joins(scope)}
    where ${dealsOf(scope, state)}
      and (${deals.outcome} = 'open' or ${dayIn(sql`${deals.closedOn}`, state.period)})
    group by 1, 2, 3`,
  )

type Group = Omit<Row, 'currency' | 'minor'> & { sums: Sums }

function toPart(scope: Scope, state: ReportState, way: Way, found: readonly Row[]): Part {
  const { locale } = scope
  const t = reportsText(locale)
  const groups = new Map<string, Group>()
  for (const row of found) {
    const key = `${row.isUser} ${row.group}`
    const known = groups.get(key) ?? { ...row, won: 0, lost: 0, open: 0, sums: {} }
    groups.set(key, {
      ...known,
      ...{ won: known.won + row.won, lost: known.lost + row.lost, open: known.open + row.open },
      sums: addSum(known.sums, row.currency, row.minor),
    })
  }
  const own = scope.company.currency
  const sorted = [...groups.values()]
    .sort((a, b) => (b.sums[own] ?? 0) - (a.sums[own] ?? 0) || b.won - a.won)
    .slice(0, most)
  const nameOf = ({ group }: Group) => group ?? dealsText(locale).filter.without
  const href = (one: Group, outcome: string) =>
    listOf(
      state,
      { ...way.narrow(one.group ?? 'none', one.isUser), outcome },
      outcome === 'open' ? undefined : 'closed',
    )
  return {
    title: t.shares[way.key].title,
    formula: t.shares.formula,
    columns: [
      { label: t.shares[way.key].column },
      ...[t.outcomes.won, t.outcomes.lost, t.outcomes.rate, t.open, t.outcomes.wonValue].map(
        (label) => ({ label, end: true as const }),
      ),
    ],
    rows: sorted.map((one) => [
      { text: nameOf(one) },
      { text: count(locale, one.won), href: href(one, 'won') },
      { text: count(locale, one.lost), href: href(one, 'lost') },
      { text: percent(locale, winRate(one.won, one.lost)), href: href(one, 'closed') },
      { text: count(locale, one.open), href: href(one, 'open') },
      sumCell(locale, one.sums, `${href(one, 'won')}&currency=any`),
    ]),
    bars: sorted.slice(0, 20).map((one) => ({
      label: nameOf(one),
      value: one.sums[own] ?? 0,
      shown: saySums(locale, one.sums),
    })),
    empty: t.nothing,
  }
}
