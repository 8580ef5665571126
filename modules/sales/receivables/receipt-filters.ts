import { type SQL, sql } from 'drizzle-orm'
import { readDirectory } from '../../../core/access/directory.ts'
import { countsFor } from '../../../core/lists/figure-filters.ts'
import { conditionIn, readPeriod, sayPeriod } from '../../../core/reports/period.ts'
import type { Scope } from '../../../core/scope.ts'
import type { FilterChip } from '../../../views/list-bar.tsx'
import { contracts } from '../contracts/schema.ts'
import { addressOf } from '../papers/address.ts'
import { receivableText } from './messages.ts'
import { receipts } from './schema.ts'

/** What of the receipts is shown: of a person or department as targets count, from day to day. */
export type ReceiptFilters = {
  params: Readonly<Record<string, string | undefined>>
  condition: SQL
  chips: FilterChip[]
}

/** Reads the filters of an address of the list of receipts, to which a figure elsewhere leads. */
export async function readReceiptFilters(
  scope: Scope,
  given: URLSearchParams,
): Promise<ReceiptFilters> {
  const params = Object.fromEntries(
    ['q', 'state', 'whose', 'period'].map((name) => [name, given.get(name) ?? undefined]),
  )
  const { whose, period } = params
  const without = (name: string) => addressOf('/sales/receipts', { ...params, [name]: undefined })
  const parts = [
    ...(whose ? [await ofSomebody(scope, whose)] : []),
    ...(period ? [during(scope, period)] : []),
  ]
  return {
    params: { whose, period },
    condition: sql.join([sql`true`, ...parts.map(({ condition }) => condition)], sql` and `),
    chips: parts.map(({ name, label }) => ({ label, removeHref: without(name) })),
  }
}

/** Of somebody's contracts, and of those below them, in the company's own currency. */
async function ofSomebody(scope: Scope, whose: string) {
  const { colleagues, departments } = await readDirectory(scope)
  const known = [...colleagues, ...departments].find(({ id }) => id === whose)
  const { currency } = scope.company
  return {
    name: 'whose',
    label: receivableText(scope.locale).whose(known?.name ?? '–', currency),
    condition: known
      ? sql`${countsFor(scope, whose, contracts)} and ${contracts.totalCurrency} = ${currency}`
      : sql`false`,
  }
}

const during = (scope: Scope, text: string) => ({
  name: 'period',
  label: receivableText(scope.locale).during(sayPeriod(scope, readPeriod(text))),
  condition: conditionIn(sql`${receipts.receivedOn}`, readPeriod(text)),
})
