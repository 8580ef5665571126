import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseCreditCode } from '../../../core/values/credit-code.ts'
import { parseDate } from '../../../core/values/date.ts'
import { parseText } from '../../../core/values/text.ts'
import { readAmount } from '../receivables/money-form.ts'
import { invoiceText } from './messages.ts'

/** What is asked for; the amount in minor units of the contract's currency. */
export type InvoiceValues = {
  kind: 'general' | 'special'
  payer: 'firm' | 'person'
  title: string
  taxNumber: string
  address: string
  bank: string
  amountMinor: number
  note: string
}

/** Reads the request for an invoice: a firm's title bears a tax number that its own check sign proves. */
export function readInvoiceForm(
  scope: Scope,
  raw: Raw,
  currency: string,
): { values: InvoiceValues; errors: Errors } {
  const t = invoiceText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const line = (name: string) => fields.may(name, (text) => parseText(text)) ?? ''
  const payer = raw.payer === 'person' ? 'person' : 'firm'
  const kind = raw.kind === 'special' ? 'special' : 'general'
  const typed = raw.taxNumber?.trim() ?? ''
  if (payer === 'firm' && !typed) fields.refuse('taxNumber', t.needTaxNumber)
  if (payer === 'person' && typed) fields.refuse('taxNumber', t.noTaxNumber)
  if (payer === 'person' && kind === 'special') fields.refuse('kind', t.firmOnly)
  const taxNumber = payer === 'firm' ? (fields.may('taxNumber', parseCreditCode) ?? '') : ''
  const values: InvoiceValues = {
    kind,
    payer,
    taxNumber,
    title: fields.need('title', t.name, (text) => parseText(text, { most: 100 }), ''),
    address: line('address'),
    bank: line('bank'),
    amountMinor: readAmount(scope, fields, currency),
    note: line('note'),
  }
  return { values, errors: fields.errors }
}

/** What became of a request. `issuedOn` is an ISO day. */
export type InvoiceAnswer =
  | { state: 'issued'; invoiceNumber: string; issuedOn: string; answer: '' }
  | { state: 'refused'; invoiceNumber: ''; issuedOn: null; answer: string }

/** Reads the answer to a request: the invoice's number and day, or why there is none. */
export function readAnswerForm(scope: Scope, raw: Raw): { values: InvoiceAnswer; errors: Errors } {
  const t = invoiceText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  if (raw.outcome === 'refused') {
    const answer = fields.may('answer', (text) => parseText(text, { most: 1000 })) ?? ''
    if (!answer) fields.refuse('answer', t.needAnswer)
    const values = { state: 'refused', invoiceNumber: '', issuedOn: null, answer } as const
    return { values, errors: fields.errors }
  }
  const invoiceNumber = fields.may('invoiceNumber', (text) => parseText(text, { most: 60 })) ?? ''
  if (!invoiceNumber) fields.refuse('invoiceNumber', t.needNumber)
  const issuedOn = fields.need('issuedOn', t.issuedOn, parseDate, '')
  return { values: { state: 'issued', invoiceNumber, issuedOn, answer: '' }, errors: fields.errors }
}
