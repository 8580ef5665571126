import { sql } from 'drizzle-orm'
import { readPlanned } from '../../../core/db/plan.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import { percent } from '../../../core/reports/figures.ts'
import type { Part } from '../../../core/reports/part.ts'
import { dayIn } from '../../../core/reports/period.ts'
import type { Scope } from '../../../core/scope.ts'
import { soldName } from '../deal-products/filter.ts'
import { dealLines } from '../deal-products/schema.ts'
import { dealsText } from '../deals/messages.ts'
import { deals } from '../deals/schema.ts'
import { products } from '../products/schema.ts'
import { addSum, count, type Sums, saySums, sumCell, winRate } from './figures.ts'
import { reportsText } from './messages.ts'
import type { Report } from './part.ts'
import { dealsOf, listOf } from './source.ts'
import type { ReportState } from './state.ts'

/** One product in one currency; a deal without lines is of no product, at its own value. */
type Row = {
  product: string | null
  currency: string | null
  won: number
  lost: number
  open: number
  quantity: number
  minor: number
}

const most = 200

/** What is sold how often and for how much, by the lines of deals. */
export const sold: Report = {
  key: 'products',
  title: ({ locale }) => reportsText(locale).products.title,
  about: ({ locale }) => reportsText(locale).products.about,
  read: async (scope, state) => [toPart(scope, state, await readRows(scope, state))],
}

/** A deal that has a product in several lines counts once; its lines are added up first. */
const readRows = (scope: Scope, state: ReportState): Promise<Row[]> =>
  readPlanned<Row>(
    scope.db,
    sql`
    select product, case when outcome = 'won' then currency end as currency,
      count(*) filter (where outcome = 'won')::int as won,
      count(*) filter (where outcome = 'lost')::int as lost,
      count(*) filter (where outcome = 'open')::int as open,
      coalesce(sum(quantity) filter (where outcome = 'won'), 0)::float8 as quantity,
      coalesce(sum(minor) filter (where outcome = 'won'), 0)::float8 as minor
    from (
      select ${deals.id}, ${deals.outcome} as outcome, ${soldName} as product,
        coalesce(l.currency, ${deals.amountCurrency}) as currency, sum(l.quantity) as quantity,
        sum(coalesce(l.amount_minor, ${deals.amountMinor})) as minor
      from ${deals}
      left join ${dealLines} l on l.company_id = ${deals.companyId} and l.deal_id = ${deals.id}
      left join ${products} p on p.company_id = l.company_id and p.id = l.product_id
      where ${dealsOf(scope, state)}
        and (${deals.outcome} = 'open' or ${dayIn(sql`${deals.closedOn}`, state.period)})
      group by 1, 2, 3, 4
    ) lines group by 1, 2`,
  )

type Group = Omit<Row, 'currency' | 'minor'> & { sums: Sums }

function groupsOf(found: readonly Row[], own: string): Group[] {
  const groups = new Map<string | null, Group>()
  for (const { product, currency, won, lost, open, quantity, minor } of found) {
    const known = groups.get(product)
    groups.set(product, {
      product,
      ...{ won: (known?.won ?? 0) + won, lost: (known?.lost ?? 0) + lost },
      ...{ open: (known?.open ?? 0) + open, quantity: (known?.quantity ?? 0) + quantity },
      sums: addSum(known?.sums ?? {}, currency, minor),
    })
  }
  const worth = ({ sums }: Group) => sums[own] ?? 0
  return [...groups.values()].sort((a, b) => worth(b) - worth(a) || b.won - a.won).slice(0, most)
}

function toPart(scope: Scope, state: ReportState, found: readonly Row[]): Part {
  const { locale, company } = scope
  const t = reportsText(locale)
  const rows = groupsOf(found, company.currency)
  const nameOf = ({ product }: Group) => product ?? dealsText(locale).filter.without
  const href = ({ product }: Group, outcome: string) =>
    listOf(
      state,
      { product: product ?? 'none', outcome },
      outcome === 'open' ? undefined : 'closed',
    )
  return {
    title: t.products.title,
    formula: t.products.formula,
    columns: [
      { label: t.products.column },
      ...[
        ...[t.outcomes.won, t.outcomes.lost, t.outcomes.rate, t.open],
        ...[t.products.quantity, t.outcomes.wonValue],
      ].map((label) => ({ label, end: true as const })),
    ],
    rows: rows.map((one) => [
      { text: nameOf(one) },
      { text: count(locale, one.won), href: href(one, 'won') },
      { text: count(locale, one.lost), href: href(one, 'lost') },
      { text: percent(locale, winRate(one.won, one.lost)), href: href(one, 'closed') },
      { text: count(locale, one.open), href: href(one, 'open') },
      one.product === null
        ? { text: '–' }
        : { text: formatNumber(locale, one.quantity), href: href(one, 'won') },
      sumCell(locale, one.sums, href(one, 'won')),
    ]),
    bars: rows.slice(0, 20).map((one) => ({
      label: nameOf(one),
      value: one.sums[company.currency] ?? 0,
      shown: saySums(locale, one.sums),
    })),
    empty: t.nothing,
  }
}
