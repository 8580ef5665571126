import { type SQL, sql } from 'drizzle-orm'
import { within, withinPlaces } from '../../../core/access/within.ts'
import { readPlanned } from '../../../core/db/plan.ts'
import { narrow } from '../../../core/lists/search.ts'
import { ownerIs, whereOf } from '../../../core/lists/where.ts'
import { cutPage, type Page, pageOf, type Sort } from '../../../core/records/paging.ts'
import { seenName } from '../../../core/records/seen-name.ts'
import type { Scope } from '../../../core/scope.ts'
import { accounts } from '../../contacts/public.ts'
import { liveStages } from '../pipelines/stages.ts'
import { viewAccounts } from '../rights.ts'
import type { BoardState } from './board-state.ts'
import { dealKind } from './kind.ts'
import { deals, dealTallies } from './schema.ts'
import { daysStill, nextStepOn, standsStill } from './standing.ts'

export const cardsAtOnce = 20

export type CardRow = {
  id: string
  stage: string
  sortedBy: string
  name: string
  amountMinor: number | string | null
  amountCurrency: string | null
  outcome: string
  stageSince: Date
  account: { name: string } | null
  owner: string | null
  seller: string
  nextOn: string | null
  stillDays: number | null
  mayEdit: boolean
}

export type Sum = { stage: string; currency: string | null; records: number; minor: number }

/** The cards of each stage, and what all of each come to. */
export type BoardPart = { columns: Map<string, Page<CardRow>>; sums: Sum[] }

const byArrival: Sort = { column: deals.stageSince, cast: 'timestamptz' }
const here = sql`deals`

/**
 * Reads a board in two queries, however many columns it has and deals stand in them: the head of
 * each column from one index, the sums from what triggers noted.
 */
export async function readBoard(scope: Scope, state: BoardState): Promise<BoardPart> {
  const stages = state.pipeline ? liveStages(state.pipeline).map(({ id }) => id) : []
  const narrowed = await narrow(scope, dealKind, state.query)
  const where = whereOf(scope, dealKind, dealKind.view, state.filters, narrowed)
  const isWhole =
    narrowed.kind === 'all' &&
    Object.keys(state.filters).every((name) => ['owner', 'department'].includes(name))
  const [rows, sums] = await Promise.all([
    readPlanned<CardRow>(scope.db, cardsQuery(scope, state, stages, where)),
    isWhole ? talliedSums(scope, state, stages) : countedSums(scope, stages, where),
  ])
  const columns = new Map(
    stages.map((stage) => {
      const cursor = state.further?.stage === stage ? state.further.cursor : undefined
      const cards = rows.filter((row) => row.stage === stage)
      return [stage, cutPage(cards, cardsAtOnce, cursor)]
    }),
  )
  return { columns, sums }
}

/** The first cards of each stage; of one of them, those behind a cursor. */
export function cardsQuery(
  scope: Scope,
  { further }: BoardState,
  stages: readonly string[],
  where: SQL,
): SQL {
  const { condition, order } = pageOf(byArrival, deals.id, 'desc', further?.cursor)
  const from = further ? sql`and (s.stage <> ${further.stage} or ${condition})` : sql``
  const mayEdit =
    scope.modules.state('sales') === 'write' ? within(scope, dealKind.edit, deals) : sql`false`
  return sql`
    select s.stage, d.* from unnest(${sql.param(stages)}::uuid[]) s (stage)
    cross join lateral (
      select deals.id, deals.stage_since::text as "sortedBy", deals.name,
        deals.amount_minor as "amountMinor", deals.amount_currency as "amountCurrency",
        deals.outcome, deals.stage_since as "stageSince", deals.seller,
        ${seenName(scope, accounts, viewAccounts, sql`deals.account_id`)} as account,
        (select u.name from core.users u
          where u.company_id = deals.company_id and u.id = deals.owner_id) as owner,
        ${nextStepOn(here)}::text as "nextOn",
        case when ${standsStill(here)} then ${daysStill(here)} end as "stillDays",
        ${mayEdit} as "mayEdit"
      from ${deals} where ${where} and deals.stage_id = s.stage ${from}
      order by ${order} limit ${cardsAtOnce + 1}
    ) d`
}

/** What all deals within reach come to in each stage, by what triggers noted; and those shared beside. */
async function talliedSums(
  scope: Scope,
  { filters }: BoardState,
  stages: readonly string[],
): Promise<Sum[]> {
  const company = scope.company.id
  const shared = scope.user.shared.get(dealKind.view)
  const beside =
    shared && scope.user.reach.get(dealKind.view) !== 'all'
      ? sql`union all
        select stage_id, amount_currency, 1, coalesce(amount_minor, 0) from ${deals}
        where company_id = ${company} and archived_at is null
          and id = any(${sql.param(shared)}::uuid[])
          and (${withinPlaces(scope, dealKind.view, deals)}) is not true
${whose(scope, filters, deals)}`
      : sql``
  return scope.db.execute<Sum>(sql`
    select stage_id as stage, currency, sum(records)::int as records, sum(minor)::float8 as minor
    from (
      select stage_id, currency, records, minor from ${dealTallies}
      where company_id = ${company} and not archived
        and stage_id = any(${sql.param(stages)}::uuid[])
        and ${within(scope, dealKind.view, dealTallies)} ${whose(scope, filters, dealTallies)}
      ${beside}
    ) noted group by 1, 2 having sum(records) <> 0`)
}

/** The filters about whose deals they are, which the sums know as the deals do. */
const whose = (
  scope: Scope,
  { owner, department }: BoardState['filters'],
  of: typeof deals | typeof dealTallies,
): SQL => sql`${owner ? sql`and ${ownerIs(scope, owner, of)}` : sql``}
  ${department ? sql`and ${of.departmentId} = ${department}` : sql``}`

/** The same where filters leave nobody else's sums to go by. */
const countedSums = (scope: Scope, stages: readonly string[], where: SQL): Promise<Sum[]> =>
  readPlanned<Sum>(
    scope.db,
    sql`select stage_id as stage, amount_currency as currency, count(*)::int as records,
      coalesce(sum(amount_minor), 0)::float8 as minor
    from ${deals} where ${where} and stage_id = any(${sql.param(stages)}::uuid[]) group by 1, 2`,
  )
