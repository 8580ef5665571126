import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import type { PutBack } from '../../../core/transfer/transfer.ts'
import { recordReceipts } from '../contracts/rights.ts'
import { contracts } from '../contracts/schema.ts'
import { receivableText } from '../receivables/messages.ts'
import { noteReceipt } from '../receivables/noting.ts'
import { voidReceipt } from '../receivables/receipts.ts'
import { receipts } from '../receivables/schema.ts'
import type { Known } from './receipt-book.ts'

type Change = Pick<Known, 'id' | 'number' | 'version' | 'method' | 'reference' | 'note'> & {
  deed: 'created' | 'updated'
  before: Pick<Known, 'method' | 'reference' | 'note'> | null
}

/**
 * Takes an import of receipts back: those it made become void, as money never goes without a trace, and
 * notes are what they were. What somebody has touched since is left alone.
 */
export async function putReceiptsBack(
  scope: Scope,
  registry: Registry,
  importId: string,
  recordIds: readonly string[],
): Promise<PutBack[]> {
  const untouched = await scope.db.execute<Change>(sql`
    select ${receipts.id}, ${receipts.number}, ${receipts.version}, ${receipts.method},
      ${receipts.reference}, ${receipts.note}, done.deed, done.before
    from core.import_changes done join ${receipts} on ${receipts.companyId} = done.company_id
      and ${receipts.id} = done.record_id and ${receipts.version} = done.version
    join ${contracts} on ${contracts.companyId} = ${receipts.companyId}
      and ${contracts.id} = ${receipts.contractId}
    where done.company_id = ${scope.company.id} and done.import_id = ${importId}
      and done.record_id = any(${sql.param(recordIds)}::uuid[]) and ${receipts.voidedAt} is null
      and ${within(scope, recordReceipts, contracts)}
    order by ${receipts.contractId}, ${receipts.id}`)
  const outcomes = new Map<string, PutBack['outcome']>()
  for (const { deed, before, ...receipt } of untouched) {
    if (deed === 'created') {
      const reason = receivableText(scope.locale).takenBack
      await voidReceipt(scope, registry, receipt.id, reason)
    } else if (before) await noteReceipt(scope, registry, receipt, receipt.version, before)
    outcomes.set(receipt.id, deed === 'created' ? 'removed' : 'restored')
  }
  return recordIds.map((recordId) => ({ recordId, outcome: outcomes.get(recordId) ?? 'left' }))
}
