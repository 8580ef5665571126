import type { Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { readProducts } from '../deal-products/reading.ts'
import { readDeal } from '../deals/deal-record.ts'
import { rawOfLines } from '../lines/line-raw.ts'
import { rawOfDeal } from '../papers/deal-field.ts'

/**
 * The form of a quote as a deal fills it in: to whom, what about, and its lines, each with the tax
 * rate of its product. @throws Refusal 404 when the deal is not within reach
 */
export async function rawFromDeal(scope: Scope, dealId: string): Promise<Raw> {
  const deal = await readDeal(scope, dealId)
  const { lines, currency } = await readProducts(scope, deal)
  return {
    ...{ account: deal.account?.name, attention: deal.person?.name, title: deal.values.name },
    ...rawOfDeal({ id: deal.id, name: deal.values.name }),
    ...{ currency, ...rawOfLines(lines, currency) },
  }
}
