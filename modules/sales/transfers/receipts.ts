import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { importAlone } from '../../../core/transfer/book/write-many.ts'
import type { Order, Outcome, Transfer } from '../../../core/transfer/transfer.ts'
import { keepChanged, keepMade } from '../../../core/transfer/undo/keep.ts'
import { exportContracts, importContracts } from '../contracts/rights.ts'
import { noteReceipt } from '../receivables/noting.ts'
import { countReceipts, readReceiptsById, receiptViews } from '../receivables/reading.ts'
import { readReceiptFilters } from '../receivables/receipt-filters.ts'
import { receiptObject } from '../receivables/receipts.ts'
import { receiveMany } from '../receivables/receiving-many.ts'
import { receipts } from '../receivables/schema.ts'
import { readReceiptBook } from './receipt-book.ts'
import { type ReceiptCells, receiptColumns } from './receipt-columns.ts'
import { enterReceipts } from './receipt-rows.ts'
import { putReceiptsBack } from './receipt-undo.ts'

/** Writes rows of a file as receipts of the contracts whose numbers they name. */
async function writeReceipts(
  scope: Scope,
  registry: Registry,
  rows: readonly ReceiptCells[],
  { mode, importId }: Order,
): Promise<Outcome[]> {
  await importAlone(scope)
  const book = await readReceiptBook(scope, rows)
  const { incoming, noted, outcomes } = enterReceipts(scope, book, rows, mode)
  const changed = noted.map(({ receipt }) => receipt.id)
  if (importId) await keepChanged(scope, importId, receipts, changed)
  await receiveMany(scope, registry, incoming)
  for (const { receipt, now } of noted)
    await noteReceipt(scope, registry, receipt, receipt.version, now)
  const made = incoming.map(({ id }) => id)
  if (importId) await keepMade(scope, importId, made)
  return outcomes
}

/** What an export is asked for: the list's own search, view and filters, as far as it may go out. */
async function asked(scope: Scope, filters: URLSearchParams) {
  const { condition } = await readReceiptFilters(scope, filters)
  return {
    query: filters.get('q') ?? '',
    state: receiptViews.find((one) => one === filters.get('state')) ?? receiptViews[0],
    also: condition,
    permission: exportContracts,
  }
}

/** Receipts in and out as files; those that are void stay where they are, unless they are asked for. */
export const receiptTransfer: Transfer<'sales'> = {
  kind: 'receipts',
  object: receiptObject,
  title: { en: 'Receipts', 'zh-CN': '回款' },
  importPermission: importContracts,
  exportPermission: exportContracts,
  keys: {
    en: 'Receipt number, else contract, day, amount and reference',
    'zh-CN': '回款编号，没有则按合同、到账日期、金额与流水号',
  },
  columns: receiptColumns,
  write: (scope, registry, rows, order) =>
    writeReceipts(scope, registry, rows as ReceiptCells[], order),
  putBack: putReceiptsBack,
  count: async (scope, filters) => countReceipts(scope, await asked(scope, filters)),
  read: async (scope, filters, after, limit) => {
    const rows = await readReceiptsById(scope, await asked(scope, filters), after, limit)
    return rows.map((row) => ({
      ...{ id: row.id, number: row.number, contract: row.contractNumber },
      amount: { minor: row.amountMinor, currency: row.currency },
      ...{ receivedOn: row.receivedOn, method: row.method || null },
      ...{ reference: row.reference || null, note: row.note || null },
      ...{ account: row.account, recordedBy: row.recordedBy },
    }))
  },
  listHref: '/sales/receipts',
}
