import { today } from '../../../core/calendar/reading.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import type { DealRecord } from '../deals/deal-record.ts'
import { type LinePart, readLines } from '../lines/line-form.ts'
import { reachableAccount } from '../papers/account-field.ts'
import { departmentsUp } from '../products/prices.ts'
import type { DealProducts } from './deal-line.ts'

/** What a line of a deal says. */
export const dealParts = ['product', 'quantity', 'price', 'discount'] as const satisfies LinePart[]

type Priced = Pick<DealRecord, 'accountId'> & { department: { id: string } | null }

/** Reads the lines of a deal; those without a price get that of the price book. No line is one, too. */
export async function readDealLines(
  scope: Scope,
  raw: Raw,
  { accountId, department }: Priced,
  currency: string,
): Promise<{ products: DealProducts; errors: Errors }> {
  const account = accountId ? await reachableAccount(scope, accountId) : undefined
  const { lines, errors } = await readLines(
    scope,
    raw,
    {
      ...{ currency, level: account?.level ?? '', day: today(scope) },
      departments: await departmentsUp(scope, department?.id ?? null),
    },
    { least: 0 },
  )
  const products = { currency, lines: lines.map(({ taxRate: _, ...line }) => line) }
  return { products, errors }
}
