import { isId } from '../../../core/db/id.ts'
import type { Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { printMoney } from '../../../core/values/money.ts'
import { readDeal } from '../deals/deal-record.ts'
import { rawOfDeal } from '../papers/deal-field.ts'

/**
 * The form of a contract as a deal fills it in; empty without one.
 * @throws Refusal 404 when the deal is not within reach
 */
export async function rawFromDeal(scope: Scope, dealId: string | undefined): Promise<Raw> {
  if (!dealId || !isId(dealId)) return {}
  const { id, values, account } = await readDeal(scope, dealId)
  return {
    ...{ name: values.name, ...(account && { account: account.name }) },
    ...(values.amount && { total: printMoney(values.amount, scope.locale) }),
    ...rawOfDeal({ id, name: values.name }),
  }
}
