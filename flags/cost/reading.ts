import { sql } from 'drizzle-orm'
import { type Cursor, cutPage, type Page, pageOf, type Sort } from '../../core/records/paging.ts'
import type { Scope } from '../../core/scope.ts'
import type { Headcount, Line } from './formula.ts'
import { type CostPlan, readPlan } from './plan.ts'
import { costActuals } from './schema.ts'

export type KeptLine = Line & {
  id: string
  name: string
  offerId: string | null
  subcategory: string | null
  committed: number | null
  module: string | null
  stage: string | null
  /** The contract it is owed by, and with whom that is. */
  contractId: string | null
  vendor: string | null
}

export type KeptHeadcount = Headcount & { id: string }

export type Offer = {
  id: string
  name: string
  kind: 'rent' | 'own' | 'other'
  note: string | null
  chosenAt: Date | null
}

/** What a line cost in a month, in minor units. */
export type Spent = { lineId: string; month: string; amount: number }

export type Costs = {
  plan: CostPlan
  lines: readonly KeptLine[]
  headcounts: readonly KeptHeadcount[]
  offers: readonly Offer[]
  spent: readonly Spent[]
}

/** All that the costs of a company are reckoned from. A company has some dozens of lines at most. */
export async function readCosts(scope: Scope): Promise<Costs> {
  const mine = sql`company_id = ${scope.company.id} and archived_at is null`
  const [plan, lines, headcounts, offers, spent] = await Promise.all([
    readPlan(scope),
    scope.db.execute<KeptLine>(sql`
      select id, name, offer_id as "offerId", category, kind, low::float8 as low,
        likely::float8 as likely, high::float8 as high, committed::float8 as committed,
        from_month as "fromMonth", to_month as "toMonth", in_quote as "inQuote", nature, subcategory,
        module, stage, contract_id as "contractId",
        (select c.vendor from flags.vendor_contracts c where c.company_id = cost_lines.company_id
          and c.id = cost_lines.contract_id) as vendor
      from flags.cost_lines where ${mine} order by from_month, id`),
    scope.db.execute<KeptHeadcount>(sql`
      select id, from_month as "fromMonth", users,
        adopters_percent::float8 / 100 as adopters
      from flags.cost_headcounts where ${mine} order by from_month, id`),
    scope.db.execute<Offer>(sql`
      select id, name, kind, note, chosen_at as "chosenAt"
      from flags.cost_offers where ${mine} order by id`),
    scope.db.execute<Spent>(sql`
      select line_id as "lineId", month::text as month, sum(amount)::float8 as amount
      from flags.cost_actuals where ${mine} group by line_id, month order by month`),
  ])
  return { plan, lines, headcounts, offers, spent }
}

/** One booking of what was really paid, or worked. */
export type Booking = {
  id: string
  line: string
  month: string
  amount: number
  hours: string | null
  document: string | null
}

const pageSize = 50
const byMonth: Sort = { column: costActuals.month, cast: 'date' }

/** A page of bookings, the latest months first. */
export async function readBookings(
  { db, company }: Scope,
  cursor: Cursor | undefined,
): Promise<Page<Booking & { sortedBy: string }>> {
  const { condition, order } = pageOf(byMonth, costActuals.id, 'desc', cursor)
  const rows = await db.execute<Booking & { sortedBy: string }>(sql`
    select ${costActuals.id}, (select name from flags.cost_lines l
        where l.company_id = ${costActuals.companyId} and l.id = ${costActuals.lineId}) as line,
      ${costActuals.month}::text as month, ${costActuals.amount}::float8 as amount,
      ${costActuals.hours}::text as hours, ${costActuals.document},
      ${costActuals.month}::text as "sortedBy"
    from ${costActuals}
    where ${costActuals.companyId} = ${company.id} and ${costActuals.archivedAt} is null
      and ${condition} order by ${order} limit ${pageSize + 1}`)
  return cutPage(rows, pageSize, cursor)
}
