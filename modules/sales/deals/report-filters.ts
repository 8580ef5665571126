import { type SQL, sql } from 'drizzle-orm'
import { figureFilters } from '../../../core/lists/figure-filters.ts'
import type { ListFilter } from '../../../core/lists/list-filter.ts'
import { listsText } from '../../../core/lists/messages.ts'
import { conditionIn, readPeriod, sayPeriod } from '../../../core/reports/period.ts'
import { printChoice } from '../../../core/values/choice.ts'
import { hasContract } from '../contracts/of-deal.ts'
import { pipelinesText } from '../pipelines/messages.ts'
import { stages } from '../pipelines/schema.ts'
import { categoryChoices } from './deal-fields.ts'
import { dealsText } from './messages.ts'
import { hasReached, hasStayed } from './reached.ts'
import { deals } from './schema.ts'

/** How far a deal got, as the funnel counts it. */
const byReached: ListFilter = {
  name: 'reached',
  condition: (_, stage) => hasReached(stage),
  say: (scope, stage) =>
    listsText(scope.locale).chip(dealsText(scope.locale).filter.reached, stage),
}

/** Which stay in a stage its days are made of: one that has ended. */
const byStay: ListFilter = {
  name: 'stayed',
  condition: (_, stage) => hasStayed(stage),
  say: (scope, stage) => listsText(scope.locale).chip(dealsText(scope.locale).filter.stayed, stage),
}

/** How a forecast counts a deal: as it says itself, or as its stage does. */
const category = sql`coalesce(nullif(${deals.category}, ''), (
  select s.category from ${stages} s where s.company_id = ${deals.companyId}
    and s.id = ${deals.stageId}))`

const byForecast: ListFilter = {
  name: 'forecast',
  condition: (_, wanted) => sql`${category} = ${wanted}`,
  say: (scope, wanted) =>
    listsText(scope.locale).chip(
      pipelinesText(scope.locale).stage.category,
      printChoice(wanted, categoryChoices, scope.locale),
    ),
}

/** What a forecast of some days weighs: won in them, or open, expected in them and not left out. */
const byExpected: ListFilter = {
  name: 'expected',
  condition: (
    _,
    days,
  ) => sql`(${deals.outcome} = 'won' and ${conditionIn(sql`${deals.closedOn}`, readPeriod(days))}
    or ${deals.outcome} = 'open' and ${conditionIn(sql`${deals.closesOn}`, readPeriod(days))}
      and ${category} <> 'omitted')`,
  say: (scope, days) => dealsText(scope.locale).filter.expected(sayPeriod(scope, readPeriod(days))),
}

/** Those with an amount in a currency, or, by `any`, with one at all: no other adds to a sum. */
const byCurrency: ListFilter = {
  name: 'currency',
  condition: (_, currency) =>
    currency === 'any'
      ? sql`${deals.amountCurrency} is not null`
      : sql`${deals.amountCurrency} = ${currency}`,
  say: ({ locale }, currency) => {
    const t = dealsText(locale).filter
    return currency === 'any' ? t.withAmount : t.inCurrency(currency)
  },
}

/** Those of which no contract in force was made. */
const byContract: ListFilter = {
  name: 'contract',
  condition: (_, given) => (given === 'none' ? sql`not ${hasContract}` : sql`true`),
  say: (scope) => dealsText(scope.locale).filter.withoutContract,
}

/** From one day to another, as a report that leads here had it. */
const during = (name: 'closed' | 'started' | 'due', column: SQL): ListFilter => ({
  name,
  condition: (_, value) => conditionIn(column, readPeriod(value)),
  say: (scope, value) => dealsText(scope.locale).filter[name](sayPeriod(scope, readPeriod(value))),
})

/** The filters to which figures of reports lead: each lets through what its figure counts. */
export const reportFilters: readonly ListFilter[] = [
  ...[byReached, byStay, byForecast, byExpected, byCurrency, byContract],
  during('closed', sql`${deals.closedOn}`),
  during('started', sql`${deals.startedOn}`),
  during('due', sql`${deals.closesOn}`),
  ...figureFilters(deals),
]
