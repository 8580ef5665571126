import { today } from '../../../core/calendar/reading.ts'
import { isId } from '../../../core/db/id.ts'
import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseDate } from '../../../core/values/date.ts'
import { parseMoney } from '../../../core/values/money.ts'
import { parseText } from '../../../core/values/text.ts'
import type { InstalmentValues } from './instalments.ts'
import { receivableText } from './messages.ts'
import type { InstalmentRow } from './reading.ts'
import type { ReceiptValues } from './receipts.ts'

/** Reads an amount above nought in the currency of a contract, in its minor units. */
export function readAmount(scope: Scope, fields: Fields, currency: string): number {
  const t = receivableText(scope.locale)
  const read = (text: string) => parseMoney(text, { currency })
  const amount = fields.need('amount', t.amount, read, null)
  if (amount && amount.currency !== currency) fields.refuse('amount', t.otherCurrency(currency))
  if (amount && amount.minor <= 0) fields.refuse('amount', t.needPositive)
  return amount?.minor ?? 0
}

const line = (fields: Fields, name: string, most = 200): string =>
  fields.may(name, (text) => parseText(text, { most })) ?? ''

/** Reads the form of an instalment. */
export function readInstalmentForm(
  scope: Scope,
  raw: Raw,
  currency: string,
): { values: InstalmentValues; errors: Errors } {
  const fields = new Fields(raw, scope.locale)
  const values = {
    dueOn: fields.need('dueOn', receivableText(scope.locale).dueOn, parseDate, ''),
    amountMinor: readAmount(scope, fields, currency),
    note: line(fields, 'note'),
  }
  return { values, errors: fields.errors }
}

/** Reads the form of a receipt. @param plan the instalments it can be meant for */
export function readReceiptForm(
  scope: Scope,
  raw: Raw,
  currency: string,
  plan: readonly InstalmentRow[],
): { values: ReceiptValues; errors: Errors } {
  const t = receivableText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const receivedOn = fields.need('receivedOn', t.receivedOn, parseDate, '')
  if (receivedOn > today(scope)) fields.refuse('receivedOn', t.receivedLater)
  const meant = raw.instalment && isId(raw.instalment) ? raw.instalment : null
  const values = {
    receivedOn,
    amountMinor: readAmount(scope, fields, currency),
    instalmentId: plan.some(({ id, status }) => id === meant && status !== 'void') ? meant : null,
    ...notesIn(fields),
  }
  return { values, errors: fields.errors }
}

const notesIn = (fields: Fields) => ({
  method: line(fields, 'method', 60),
  reference: line(fields, 'reference'),
  note: line(fields, 'note', 1000),
})

/** Reads what is noted beside a receipt. */
export function readReceiptNotes(scope: Scope, raw: Raw) {
  const fields = new Fields(raw, scope.locale)
  return { notes: notesIn(fields), errors: fields.errors }
}
