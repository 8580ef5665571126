import { tellMany } from '../../../core/events.ts'
import { passNumbers, takeNumbers } from '../../../core/numbering/numbers.ts'
import { recordAudits } from '../../../core/records/audit.ts'
import { addLines } from '../../../core/records/timeline.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { contractKind } from '../contracts/kind.ts'
import { searchLines } from '../papers/paged.ts'
import { type ReceiptValues, receiptNumbers, receiptObject } from './receipts.ts'
import { receipts } from './schema.ts'
import { spreadAnew } from './spreading-anew.ts'

/** Money for a contract of this currency; without a number it is given the next one. */
export type Incoming = Omit<ReceiptValues, 'instalmentId'> & {
  id: string
  contractId: string
  currency: string
  number?: string
}

/**
 * Notes money that came in for many contracts, and gives it to their instalments, with the traces of
 * receipts that are recorded one by one. The caller holds the contracts and has seen to it that none
 * gets more than is left.
 */
export async function receiveMany(
  scope: Scope,
  registry: Registry,
  incoming: readonly Incoming[],
): Promise<void> {
  if (incoming.length === 0) return
  const given = incoming.flatMap(({ number }) => number ?? [])
  await passNumbers(scope, receiptNumbers, given)
  const next = await takeNumbers(scope, receiptNumbers, incoming.length - given.length)
  const rows = incoming.map(({ currency, ...one }) => ({
    ...one,
    currency,
    number: one.number ?? next.shift() ?? '',
  }))
  await insertMany(
    scope,
    receipts,
    rows.map(({ currency: _, ...row }) => ({
      ...row,
      recordedBy: scope.actorId,
      search: searchLines(row.number, row.reference, row.method),
    })),
  )
  for (const contractId of new Set(rows.map((row) => row.contractId)))
    await spreadAnew(scope, contractId)
  await Promise.all([
    recordAudits(
      scope,
      rows.map(({ id, contractId: contract, currency: _, ...after }) => ({
        ...{ action: 'created', object: receiptObject, recordId: id },
        after: { contract, ...after },
      })),
    ),
    addLines(
      scope,
      receiptObject,
      rows.map(({ id }) => ({ recordId: id, kind: `${receiptObject}.created`, data: {} })),
    ),
    addLines(
      scope,
      contractKind.object,
      rows.map(({ contractId, number, amountMinor, receivedOn, currency }) => ({
        ...{ recordId: contractId, kind: `${contractKind.object}.received` },
        data: { number, amountMinor, receivedOn, currency },
      })),
    ),
    tellMany(
      registry,
      scope,
      rows.flatMap(({ id, contractId }) => [
        { name: `${receiptObject}.created`, payload: { id, imported: true } },
        { name: `${contractKind.object}.received`, payload: { id: contractId, imported: true } },
      ]),
    ),
  ])
}
