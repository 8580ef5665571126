import { type Context, Hono } from 'hono'
import { today } from '../../../core/calendar/reading.ts'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { printDate } from '../../../core/values/date.ts'
import { printMoney } from '../../../core/values/money.ts'
import { contractKind } from '../contracts/kind.ts'
import { type Contract, readContract } from '../contracts/reading.ts'
import { recordReceipts } from '../contracts/rights.ts'
import { readAnswerForm, readInvoiceForm } from './invoice-form.ts'
import { answerInvoice, requestInvoice } from './invoices.ts'
import { invoiceText } from './messages.ts'
import { type InvoiceRow, readInvoice, usualTitle } from './reading.ts'
import { AnswerPage } from './views/answer-form.tsx'
import { InvoiceFormPage } from './views/invoice-form.tsx'

/** Invoices that are asked for on contracts, and what became of that. */
export const invoiceRoutes = new Hono<Site>()

const edit = allow(contractKind.edit)
const record = allow(recordReceipts)
const page = (id: string) => `${contractKind.href}/${id}`

invoiceRoutes.get('/:id/invoices/new', edit, async (c) => {
  const { scope } = c.var
  const contract = await readContract(scope, pathId(c), contractKind.edit)
  const { currency, receivedMinor, totalMinor, accountId } = contract
  const minor = receivedMinor > 0 ? receivedMinor : totalMinor
  const amount = printMoney({ minor, currency }, scope.locale)
  return draw(c, contract, { ...(await usualTitle(scope, accountId)), amount, kind: 'general' })
})

invoiceRoutes.post('/:id/invoices', edit, async (c) => {
  const { scope, product } = c.var
  const contract = await readContract(scope, pathId(c), contractKind.edit)
  const { raw } = await readForm(c)
  const { values, errors } = readInvoiceForm(scope, raw, contract.currency)
  const t = invoiceText(scope.locale)
  const to = await once(scope, raw, async () => {
    if (Object.keys(errors).length > 0) return undefined
    const made = await requestInvoice(scope, product.registry, contract.id, values)
    if ('id' in made) return page(contract.id)
    const left = { minor: made.tooMuch, currency: contract.currency }
    errors.amount = t.tooMuch(printMoney(left, scope.locale))
    return undefined
  })
  return to ? go(c, to, { kind: 'success', text: t.asked }) : draw(c, contract, raw, errors)
})

invoiceRoutes.get('/invoice-requests/:id', record, async (c) => {
  const { scope } = c.var
  const invoice = await readInvoice(scope, pathId(c), recordReceipts)
  return drawAnswer(c, invoice, { issuedOn: printDate(today(scope), scope.locale) })
})

invoiceRoutes.post('/invoice-requests/:id', record, async (c) => {
  const { scope } = c.var
  const invoice = await readInvoice(scope, pathId(c), recordReceipts)
  const { raw } = await readForm(c)
  const { values, errors } = readAnswerForm(scope, raw)
  if (Object.keys(errors).length > 0) return drawAnswer(c, invoice, raw, errors)
  await answerInvoice(scope, invoice, values)
  const text = invoiceText(scope.locale).answered
  return go(c, page(invoice.contractId), { kind: 'success', text })
})

function draw(c: Context<Site>, contract: Contract, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const form = { scope, contract, raw, errors, once: onceKey(raw) }
  return c.render(<InvoiceFormPage {...form} />, {
    title: invoiceText(scope.locale).add,
    status: errors ? 422 : 200,
  })
}

async function drawAnswer(c: Context<Site>, invoice: InvoiceRow, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const contract = await readContract(scope, invoice.contractId)
  return c.render(<AnswerPage {...{ scope, contract, invoice, raw, errors }} />, {
    title: invoiceText(scope.locale).answerTitle,
    status: errors ? 422 : 200,
  })
}
