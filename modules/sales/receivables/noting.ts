import { sql } from 'drizzle-orm'
import { differences } from '../../../core/records/audit.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { searchLines } from '../papers/paged.ts'
import { leaveTrace } from '../papers/trace.ts'
import type { ReceiptRow } from './reading.ts'
import { receiptObject } from './receipts.ts'
import { receipts } from './schema.ts'

type Noted = 'method' | 'reference' | 'note'

/** Changes what is noted beside a receipt; its money stays, or is made void. */
export async function noteReceipt(
  scope: Scope,
  registry: Registry,
  { id, number, ...receipt }: Pick<ReceiptRow, 'id' | 'number' | 'version' | Noted>,
  version: number,
  { method, reference, note }: Pick<ReceiptRow, Noted>,
): Promise<'conflict' | undefined> {
  if (receipt.version !== version) return 'conflict'
  const before = { method: receipt.method, reference: receipt.reference, note: receipt.note }
  const changed = differences(before, { method, reference, note })
  if (!changed) return undefined
  await scope.db.execute(sql`
    update ${receipts} set method = ${method}, reference = ${reference}, note = ${note},
      search = ${searchLines(number, reference, method)}, version = version + 1,
      updated_at = now()
    where company_id = ${scope.company.id} and id = ${id}`)
  await leaveTrace(scope, registry, receiptObject, id, 'changed', changed)
  return undefined
}
