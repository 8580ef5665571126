import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { refuseErrors } from '../../../core/api/invalid.ts'
import { words } from '../../../core/api/question.ts'
import type { JsonRecord, Resource } from '../../../core/api/resource.ts'
import { isId } from '../../../core/db/id.ts'
import { plainMoney, printMoney } from '../../../core/values/money.ts'
import { contractKind } from '../contracts/kind.ts'
import { readContract } from '../contracts/reading.ts'
import { recordReceipts } from '../contracts/rights.ts'
import { receivableText } from '../receivables/messages.ts'
import { readReceiptForm, readReceiptNotes } from '../receivables/money-form.ts'
import { noteReceipt } from '../receivables/noting.ts'
import {
  type ReceiptRow,
  readPlan,
  readReceipt,
  readReceiptList,
  receiptViews,
} from '../receivables/reading.ts'
import { askToVoid, recordReceipt } from '../receivables/receipts.ts'
import { receipts } from '../receivables/schema.ts'

const money = z.strictObject({ minor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) })
const day = z.string().meta({ format: 'date' })

/** Receipts for programs. A deleted one counts until somebody has approved that it is void. */
export const receiptResource: Resource<'sales'> = {
  name: 'receipts',
  title: { en: 'Receipts', 'zh-CN': '回款' },
  permission: contractKind.view,
  record: () =>
    z.strictObject({
      ...{ id: z.uuid(), version: z.int(), number: z.string(), contractId: z.uuid() },
      ...{ contract: z.string(), receivedOn: day, amount: money, method: z.string() },
      ...{ reference: z.string(), note: z.string(), voidReason: z.string() },
      ...{ voidAskedAt: z.iso.datetime().nullable(), voidedAt: z.iso.datetime().nullable() },
    }),
  filters: { state: z.enum(receiptViews), contractId: words },
  sorts: ['newest'],
  list: async (scope, { q, cursor, limit, filters }) => {
    const state = receiptViews.find((one) => one === filters.state) ?? 'all'
    const { contractId } = filters
    const also = contractId
      ? sql`${receipts.contractId} = ${isId(contractId) ? contractId : null}::uuid`
      : undefined
    const list = await readReceiptList(scope, { query: q, state, cursor, size: limit, also })
    const { rows, after } = list.page
    return { items: rows.map(asJson), total: list.total, next: after ?? null }
  },
  read: async (scope, id) => asJson(await readReceipt(scope, id)),
  writing: {
    permission: recordReceipts,
    input: () =>
      z.strictObject({
        contractId: z.uuid(),
        amount: money,
        receivedOn: day,
        method: z.string().optional(),
        reference: z.string().optional(),
        note: z.string().optional(),
      }),
    create: async (scope, registry, input) => {
      const { contractId, amount, ...texts } = input as Created
      const contract = await readContract(scope, contractId, recordReceipts)
      const t = receivableText(scope.locale)
      if (contract.stored !== 'active') refuseErrors({ contractId: t.notInForce })
      const raw = { ...texts, amount: `${amount.currency} ${plainMoney(amount)}` }
      const plan = await readPlan(scope, contractId)
      const { values, errors } = readReceiptForm(scope, raw, contract.currency, plan)
      refuseErrors(errors)
      const made = await recordReceipt(scope, registry, contractId, values)
      if ('id' in made) return made.id
      const left = { minor: made.tooMuch, currency: contract.currency }
      refuseErrors({ amount: t.tooMuch(printMoney(left, scope.locale)) })
      return ''
    },
    change: async (scope, registry, id, version, input) => {
      const receipt = await readReceipt(scope, id, recordReceipts)
      const { locale } = scope
      for (const field of ['contractId', 'amount', 'receivedOn'])
        if (field in input) refuseErrors({ [field]: receivableText(locale).fixed })
      const { method, reference, note } = receipt
      const raw = { method, reference, note, ...input }
      const { notes, errors } = readReceiptNotes(scope, raw)
      refuseErrors(errors)
      return noteReceipt(scope, registry, receipt, version ?? receipt.version, notes)
    },
    archive: async (scope, registry, id, version) => {
      const receipt = await readReceipt(scope, id, recordReceipts)
      if (version !== undefined && receipt.version !== version) return 'conflict'
      await askToVoid(scope, registry, receipt, receivableText(scope.locale).askedByProgram)
      return undefined
    },
  },
}

type Created = {
  contractId: string
  amount: { minor: number; currency: string }
  receivedOn: string
} & Record<string, string>

const asJson = (receipt: ReceiptRow): JsonRecord => {
  const { id, version, number, contractId, contract, receivedOn, amountMinor, currency } = receipt
  const { method, reference, note, voidReason, voidAskedAt, voidedAt } = receipt
  return {
    ...{ id, version, number, contractId, contract, receivedOn },
    amount: { minor: amountMinor, currency },
    ...{ method, reference, note, voidReason, voidAskedAt, voidedAt },
  }
}
