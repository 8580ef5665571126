import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { today } from '../../../core/calendar/reading.ts'
import { notFound } from '../../../core/http/refusal.ts'
import type { Cursor } from '../../../core/records/paging.ts'
import { seenName } from '../../../core/records/seen-name.ts'
import type { Named } from '../../../core/records/stored.ts'
import type { Scope } from '../../../core/scope.ts'
import { dealKind } from '../deals/kind.ts'
import { deals } from '../deals/schema.ts'
import type { Line } from '../lines/line-form.ts'
import type { Taxing } from '../lines/totals.ts'
import { accountName } from '../papers/account-field.ts'
import { matching, type Paged, readPaged } from '../papers/paged.ts'
import { quoteKind } from './kind.ts'
import { quoteLines, quotes } from './schema.ts'
import { type QuoteState, type StoredState, stateOn } from './state.ts'

export const quoteViews = [
  'current',
  'draft',
  'waiting',
  'open',
  'accepted',
  'refused',
  'all',
] as const
export type QuoteView = (typeof quoteViews)[number]

export type QuoteRow = {
  id: string
  number: string
  revision: number
  title: string
  accountId: string
  /** Null where the account is out of the reader's reach. */
  account: string | null
  currency: string
  totalMinor: number
  validUntil: string
  state: QuoteState
  owner: string | null
  updatedAt: Date
}

/** A quote without its lines. */
export type QuoteHead = QuoteRow & {
  version: number
  personId: string | null
  attention: string
  dealId: string | null
  /** Null out of the reader's reach. */
  deal: Named | null
  taxing: Taxing
  terms: string
  decidedOn: string | null
  decision: string
  topDiscount: string
  ownerId: string | null
  departmentId: string | null
  department: string | null
  archivedAt: Date | null
  mayEdit: boolean
}

export type Quote = QuoteHead & { stored: StoredState; lines: (Line & { id: string })[] }

/** The columns of a QuoteRow. */
export const quoteColumns = (
  scope: Scope,
) => sql`${quotes.id}, ${quotes.number}, ${quotes.revision},
  ${quotes.title}, ${quotes.accountId} as "accountId", ${accountName(scope, quotes.accountId)} as account,
  ${quotes.currency}, ${quotes.totalMinor}::float8 as "totalMinor",
  ${quotes.validUntil}::text as "validUntil", ${quotes.state}, ${quotes.updatedAt} as "updatedAt",
  (select u.name from core.users u
    where u.company_id = ${quotes.companyId} and u.id = ${quotes.ownerId}) as owner`

const more = (scope: Scope) => sql`${quotes.version}, ${quotes.personId} as "personId",
  ${quotes.attention}, ${quotes.dealId} as "dealId",
  ${seenName(scope, deals, dealKind.view, sql`${quotes.dealId}`)} as deal, ${quotes.taxing}, ${quotes.terms},
  ${quotes.decidedOn}::text as "decidedOn", ${quotes.decision},
  trim_scale(${quotes.topDiscount})::text as "topDiscount", ${quotes.ownerId} as "ownerId",
  ${quotes.departmentId} as "departmentId", ${quotes.archivedAt} as "archivedAt",
  (select d.name from core.departments d
    where d.company_id = ${quotes.companyId} and d.id = ${quotes.departmentId}) as department,
  ${within(scope, quoteKind.edit, quotes)} as "mayEdit"`

/** The quotes that a permission reaches. */
export const reachedQuotes = (scope: Scope, permission: string = quoteKind.view): SQL =>
  sql`${quotes.companyId} = ${scope.company.id} and ${within(scope, permission, quotes)}`

/** What each view shows. */
export const inView: Record<QuoteView, SQL> = {
  current: sql`${quotes.archivedAt} is null and ${quotes.state} <> 'replaced'`,
  draft: sql`${quotes.archivedAt} is null and ${quotes.state} = 'draft'`,
  waiting: sql`${quotes.archivedAt} is null and ${quotes.state} = 'waiting'`,
  open: sql`${quotes.archivedAt} is null and ${quotes.state} = 'open'`,
  accepted: sql`${quotes.archivedAt} is null and ${quotes.state} = 'accepted'`,
  refused: sql`${quotes.archivedAt} is null and ${quotes.state} = 'refused'`,
  all: sql`true`,
}

type Wanted = {
  query: string
  state: QuoteView
  also?: SQL
  /** What else must reach them, beside the right to look at them. */
  permission?: string
}
type Asked = Wanted & { cursor: Cursor | undefined; size?: number }

const matchingQuotes = (scope: Scope, { query, state, also, permission }: Wanted): SQL => sql`
  ${reachedQuotes(scope)} and ${inView[state]} and ${also ?? sql`true`}
  and ${permission ? reachedQuotes(scope, permission) : sql`true`}
  and ${matching(sql`${quotes.search}`, query)}`

/** One page of quotes within reach, the newest first. */
export async function readQuoteList(
  scope: Scope,
  { cursor, size, ...wanted }: Asked,
): Promise<Paged<QuoteHead>> {
  const day = today(scope)
  const { page, total } = await readPaged<QuoteHead & { state: StoredState }>(scope, {
    columns: sql`${quoteColumns(scope)}, ${more(scope)}`,
    from: sql`${quotes}`,
    where: matchingQuotes(scope, wanted),
    sort: { column: quotes.id, cast: 'uuid' },
    id: sql`${quotes.id}`,
    direction: 'desc',
    ...{ cursor, size },
  })
  const rows = page.rows.map((row) => ({ ...row, state: stateOn(row, day) }))
  return { page: { ...page, rows }, total }
}

/** Quotes one after the other by their ids, as a file has them. @param after the last one before */
export async function readQuotesById(
  scope: Scope,
  wanted: Wanted,
  after: string | undefined,
  limit: number,
): Promise<(QuoteHead & { netMinor: number; taxMinor: number })[]> {
  type Row = QuoteHead & { state: StoredState; netMinor: number; taxMinor: number }
  const rows = await scope.db.execute<Row>(sql`
    select ${quoteColumns(scope)}, ${more(scope)}, ${quotes.netMinor}::float8 as "netMinor",
      ${quotes.taxMinor}::float8 as "taxMinor" from ${quotes}
    where ${matchingQuotes(scope, wanted)} and ${after ? sql`${quotes.id} > ${after}` : sql`true`}
    order by ${quotes.id} limit ${limit}`)
  return rows.map((row) => ({ ...row, state: stateOn(row, today(scope)) }))
}

export async function countQuotes(scope: Scope, wanted: Wanted): Promise<number> {
  const [row] = await scope.db.execute<{ count: number }>(sql`
    select count(*)::int as count from ${quotes} where ${matchingQuotes(scope, wanted)}`)
  return row?.count ?? 0
}

/** One quote with its lines. @throws Refusal 404 when there is none within reach */
export const readQuote = (
  scope: Scope,
  id: string,
  permission: string = quoteKind.view,
): Promise<Quote> =>
  readWhere(scope, sql`${reachedQuotes(scope, permission)} and ${quotes.id} = ${id}`)

/** A quote for who may decide on it, whoever it belongs to. */
export const quoteToDecide = (scope: Scope, id: string): Promise<Quote> =>
  readWhere(scope, sql`${quotes.companyId} = ${scope.company.id} and ${quotes.id} = ${id}`)

async function readWhere(scope: Scope, where: SQL): Promise<Quote> {
  const [row] = await scope.db.execute<
    Omit<Quote, 'lines' | 'stored'> & { state: StoredState }
  >(sql`
    select ${quoteColumns(scope)}, ${more(scope)} from ${quotes} where ${where}`)
  if (!row) throw notFound()
  const writable = scope.modules.state('sales') === 'write'
  return {
    ...row,
    stored: row.state,
    state: stateOn(row, today(scope)),
    mayEdit: row.mayEdit && writable,
    lines: await readLinesOf(scope, row.id),
  }
}

const readLinesOf = (scope: Scope, quoteId: string) =>
  scope.db.execute<Line & { id: string }>(sql`
    select id, product_id as "productId", name, unit, trim_scale(quantity)::text as quantity,
      price_minor::float8 as "priceMinor", trim_scale(discount)::text as discount,
      trim_scale(tax_rate)::text as "taxRate", amount_minor::float8 as "amountMinor"
    from ${quoteLines} where company_id = ${scope.company.id} and quote_id = ${quoteId}
    order by position limit 200`)

/** The versions of a quote that the reader may see, the latest first. */
export const readVersions = (scope: Scope, number: string) =>
  scope.db.execute<{ id: string; revision: number; state: StoredState; totalMinor: number }>(sql`
    select ${quotes.id}, ${quotes.revision}, ${quotes.state},
      ${quotes.totalMinor}::float8 as "totalMinor"
    from ${quotes} where ${reachedQuotes(scope)} and ${quotes.number} = ${number}
    order by ${quotes.revision} desc limit 50`)
