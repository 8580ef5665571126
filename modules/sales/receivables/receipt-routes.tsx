import { type Context, Hono } from 'hono'
import { today } from '../../../core/calendar/reading.ts'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { timelineViewOf } from '../../../core/records/timeline-view.ts'
import { tellTimeline } from '../../../core/records/told.ts'
import { printDate } from '../../../core/values/date.ts'
import { printMoney } from '../../../core/values/money.ts'
import { parseText } from '../../../core/values/text.ts'
import { latestApproval } from '../approval/reading.ts'
import { contractKind } from '../contracts/kind.ts'
import { type Contract, readContract } from '../contracts/reading.ts'
import { recordReceipts } from '../contracts/rights.ts'
import { readAddress } from '../papers/address.ts'
import { receivableText } from './messages.ts'
import { readReceiptForm } from './money-form.ts'
import {
  partsOf,
  type ReceiptRow,
  readPlan,
  readReceipt,
  readReceiptList,
  receiptViews,
} from './reading.ts'
import { readReceiptFilters } from './receipt-filters.ts'
import { askToVoid, receiptObject, recordReceipt } from './receipts.ts'
import { ReceiptFormPage } from './views/receipt-form.tsx'
import { ReceiptList } from './views/receipt-list.tsx'
import { ReceiptPage } from './views/receipt-page.tsx'

/** Receipts: the list, the record, and how one comes to be void. */
export const receiptRoutes = new Hono<Site>()
/** The form of a receipt, below its contract. */
export const receivingRoutes = new Hono<Site>()

const view = allow(contractKind.view)
const record = allow(recordReceipts)

receiptRoutes.get('/', view, async (c) => {
  const { scope } = c.var
  const address = readAddress(c.req.url, receiptViews)
  const filters = await readReceiptFilters(scope, new URL(c.req.url).searchParams)
  const list = await readReceiptList(scope, { ...address, also: filters.condition })
  return c.render(<ReceiptList {...{ scope, address, filters, list }} />, {
    title: receivableText(scope.locale).receipts,
  })
})

receiptRoutes.get('/:id', view, async (c) => draw(c, await readReceipt(c.var.scope, pathId(c))))

receiptRoutes.post('/:id/void', record, async (c) => {
  const { scope, product } = c.var
  const receipt = await readReceipt(scope, pathId(c), recordReceipts)
  const { raw } = await readForm(c)
  const t = receivableText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const reason = fields.may('reason', (text) => parseText(text, { most: 1000 })) ?? ''
  if (reason === '') fields.refuse('reason', t.needReason)
  if (!fields.ok) return draw(c, receipt, raw, fields.errors.reason)
  await askToVoid(scope, product.registry, receipt, reason)
  return go(c, `/sales/receipts/${receipt.id}`, { kind: 'success', text: t.voidAsked })
})

receivingRoutes.get('/:id/receipts/new', record, async (c) => {
  const { scope } = c.var
  const contract = await readContract(scope, pathId(c), recordReceipts)
  const plan = await readPlan(scope, contract.id)
  const next = plan.find(({ status }) => status !== 'done' && status !== 'void')
  const { balanceMinor } = contract
  const minor = next ? Math.min(next.amountMinor - next.paidMinor, balanceMinor) : balanceMinor
  const amount = printMoney({ minor, currency: contract.currency }, scope.locale)
  const receivedOn = printDate(today(scope), scope.locale)
  return drawForm(c, contract, { raw: { amount, receivedOn } })
})

receivingRoutes.post('/:id/receipts', record, async (c) => {
  const { scope, product } = c.var
  const contract = await readContract(scope, pathId(c), recordReceipts)
  const { raw } = await readForm(c)
  const plan = await readPlan(scope, contract.id)
  const { values, errors } = readReceiptForm(scope, raw, contract.currency, plan)
  const t = receivableText(scope.locale)
  if (contract.stored !== 'active') errors[''] = t.notInForce
  const to = await once(scope, raw, async () => {
    if (Object.keys(errors).length > 0) return undefined
    const made = await recordReceipt(scope, product.registry, contract.id, values)
    if ('id' in made) return `${contractKind.href}/${contract.id}`
    const { currency } = contract
    errors.amount = t.tooMuch(printMoney({ minor: made.tooMuch, currency }, scope.locale))
    return undefined
  })
  if (!to) return drawForm(c, contract, { raw, errors })
  return go(c, to, { kind: 'success', text: t.recorded })
})

async function drawForm(
  c: Context<Site>,
  contract: Contract,
  drawn: { raw: Raw; errors?: Errors },
) {
  const { scope } = c.var
  const plan = await readPlan(scope, contract.id)
  const form = { scope, contract, plan, ...drawn, once: onceKey(drawn.raw) }
  return c.render(<ReceiptFormPage {...form} />, {
    title: receivableText(scope.locale).record,
    status: drawn.errors ? 422 : 200,
  })
}

async function draw(c: Context<Site>, receipt: ReceiptRow, raw: Raw = {}, error?: string) {
  const { scope, product } = c.var
  const { id } = receipt
  const shown = timelineViewOf(c)
  const contract = await readContract(scope, receipt.contractId)
  const page = (
    <ReceiptPage
      {...{ scope, receipt, contract, raw, error }}
      parts={await partsOf(scope, id)}
      approval={await latestApproval(scope, receiptObject, id)}
      timeline={await tellTimeline(product.registry, scope, receiptObject, id, shown)}
    />
  )
  return c.render(page, { title: receipt.number, status: error ? 422 : 200 })
}
