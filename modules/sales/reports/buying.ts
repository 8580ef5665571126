import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import { readPlanned } from '../../../core/db/plan.ts'
import { ownerIs } from '../../../core/lists/where.ts'
import { seenName } from '../../../core/records/seen-name.ts'
import type { Cell, Part } from '../../../core/reports/part.ts'
import { dayIn, writePeriod } from '../../../core/reports/period.ts'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { accounts } from '../../contacts/public.ts'
import { contractKind } from '../contracts/kind.ts'
import { contracts } from '../contracts/schema.ts'
import { dealKind } from '../deals/kind.ts'
import { deals } from '../deals/schema.ts'
import { roundMoney } from '../money-words.ts'
import { addressOf } from '../papers/address.ts'
import { paperText } from '../papers/messages.ts'
import { buyingOf } from '../purchases/buying.ts'
import { purchaseText } from '../purchases/messages.ts'
import { bought } from '../purchases/reading.ts'
import { viewAccounts } from '../rights.ts'
import { count } from './figures.ts'
import { reportsText } from './messages.ts'
import type { Report } from './part.ts'
import type { ReportState } from './state.ts'

/** What one account bought in the company's currency; days as ISO days. */
type Row = {
  account: { id: string; name: string } | null
  minor: number
  contracts: number
  deals: number
  days: string[]
}

const most = 200

/** How lately, how often and for how much customers buy, and which good ones went quiet. */
export const buying: Report = {
  key: 'buying',
  title: ({ locale }) => reportsText(locale).buying.title,
  about: ({ locale }) => reportsText(locale).buying.about,
  read: async (scope, state) => [toPart(scope, state, await readRows(scope, state))],
}

function readRows(scope: Scope, { owner, department, period }: ReportState): Promise<Row[]> {
  const of = (table: typeof contracts | typeof deals) => sql`true
    ${owner ? sql`and ${ownerIs(scope, owner, table)}` : sql``}
    ${department ? sql`and ${table.departmentId} = ${department}` : sql``}`
  return readPlanned<Row>(
    scope.db,
    sql`
    select ${seenName(scope, accounts, viewAccounts, sql`b.account`)} as account, b.minor,
      b.contracts, b.deals, b.days
    from (
      select account, sum(minor)::float8 as minor,
        count(*) filter (where of = 'contract')::int as contracts,
        count(*) filter (where of = 'deal')::int as deals, array_agg(distinct day::text) as days
      from (${bought(scope, { contracts: of(contracts), deals: of(deals) })}) one
      where currency = ${scope.company.currency} and ${dayIn(sql`day`, period)}
      group by account order by 2 desc, account limit ${most}
    ) b order by b.minor desc, b.account`,
  )
}

function toPart(scope: Scope, state: ReportState, rows: readonly Row[]): Part {
  const { locale, company } = scope
  const t = reportsText(locale).buying
  const words = purchaseText(locale)
  const said = (minor: number) => roundMoney({ minor, currency: company.currency }, locale)
  const nameOf = ({ account }: Row) => account?.name ?? paperText(locale).outOfReach
  const known = rows.flatMap((row) => {
    const of = buyingOf(row.days, row.minor, today(scope))
    return of ? [{ ...row, of, last: row.days.toSorted().at(-1) ?? '' }] : []
  })
  const quiet = known.filter(({ of }) => of.isQuiet).length
  return {
    title: t.title,
    summary: t.summary(count(locale, known.length), count(locale, quiet)),
    formula: `${words.formula} ${t.formula}`,
    columns: [
      { label: paperText(locale).account },
      ...[words.recency, t.contracts, t.deals, words.value, words.rhythm, t.signal].map(
        (label) => ({
          label,
          end: true as const,
        }),
      ),
    ],
    rows: known.map((row) => {
      const page = row.account ? `/contacts/accounts/${row.account.id}` : undefined
      const counted = (one: 'contracts' | 'deals'): Cell =>
        row[one] === 0
          ? { text: '–' }
          : {
              text: count(locale, row[one]),
              href: row.account ? behind(scope, state, one, row.account.id) : undefined,
            }
      const { rhythmDays, isQuiet } = row.of
      return [
        { text: nameOf(row), href: page },
        { text: printDate(row.last, locale) },
        ...[counted('contracts'), counted('deals')],
        { text: said(row.minor), href: page },
        { text: rhythmDays === null ? '–' : words.every(rhythmDays) },
        { text: isQuiet ? t.quiet : '–' },
      ]
    }),
    bars: known.slice(0, 20).map((row) => ({
      ...{ label: nameOf(row), value: row.minor, shown: said(row.minor) },
    })),
    empty: words.none,
  }
}

/** Where the contracts, or the won deals, of an account stand that were counted. */
function behind(
  { company }: Scope,
  { owner, department, period }: ReportState,
  one: 'contracts' | 'deals',
  account: string,
): string {
  const whose = { account, owner, department, currency: company.currency }
  const during = period.from || period.to ? writePeriod(period) : undefined
  if (one === 'contracts')
    return addressOf(contractKind.href, { ...whose, stands: 'agreed', bought: during })
  const won = { view: 'list', outcome: 'won', contract: 'none', closed: during }
  return addressOf(dealKind.href, { ...whose, ...won })
}
