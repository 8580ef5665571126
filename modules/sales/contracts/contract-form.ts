import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseDate } from '../../../core/values/date.ts'
import { parseMoney } from '../../../core/values/money.ts'
import { parseWhole } from '../../../core/values/number.ts'
import { parseText } from '../../../core/values/text.ts'
import { readAccountField } from '../papers/account-field.ts'
import { type OfDeal, readDealField } from '../papers/deal-field.ts'
import { contractText } from './messages.ts'

/** What a person says of a contract. Days are ISO days, the amount in minor units of its currency. */
export type ContractValues = {
  name: string
  accountId: string
  /** The deal it came of; none when left out. */
  dealId?: string | null
  currency: string
  totalMinor: number
  signedOn: string | null
  startsOn: string | null
  endsOn: string | null
  /** So many days before its term ends its owner is told; null for never. */
  remindDays: number | null
  terms: string
}

/** Reads the form of a contract. */
export async function readContractForm(
  scope: Scope,
  raw: Raw,
  old?: OfDeal,
): Promise<{ values: ContractValues; errors: Errors }> {
  const t = contractText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const { currency } = scope.company
  const account = await readAccountField(scope, fields, raw)
  const total = fields.need('total', t.total, (text) => parseMoney(text, { currency }), null)
  if (total && total.minor < 0) fields.refuse('total', t.negative)
  const days = (text: string) => parseWhole(text, { least: 0, most: 730 })
  const values = {
    name: fields.need('name', t.name, (text) => parseText(text, { most: 200 }), ''),
    accountId: account?.id ?? '',
    dealId: await readDealField(scope, fields, raw, old),
    currency: total?.currency ?? currency,
    totalMinor: total?.minor ?? 0,
    signedOn: fields.may('signedOn', parseDate),
    startsOn: fields.may('startsOn', parseDate),
    endsOn: fields.may('endsOn', parseDate),
    remindDays: fields.may('remindDays', days),
    terms: fields.may('terms', (text) => parseText(text, { most: 5000 })) ?? '',
  }
  const { startsOn, endsOn } = values
  if (startsOn && endsOn && endsOn < startsOn) fields.refuse('endsOn', t.backwards)
  return { values, errors: fields.errors }
}
