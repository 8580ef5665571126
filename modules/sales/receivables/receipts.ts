import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { takeNumber } from '../../../core/numbering/numbers.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { askApproval, type Petition, stepsOf } from '../approval/asking.ts'
import { contractKind } from '../contracts/kind.ts'
import { searchLines } from '../papers/paged.ts'
import { leaveTrace } from '../papers/trace.ts'
import { holdContract } from './holding.ts'
import { receipts } from './schema.ts'
import { freeParts, spreadAnew } from './spreading-anew.ts'

export const receiptObject = 'sales.receipt' as const
export const receiptNumbers = { key: 'sales.receipt', usual: 'R-{year}-{0000}' }

/** The amount in minor units of the contract's currency, more than nought. */
export type ReceiptValues = {
  receivedOn: string
  amountMinor: number
  /** The instalment it is meant for; null goes to what is due first. */
  instalmentId: string | null
  method: string
  reference: string
  note: string
}

/**
 * Notes money that came in for a contract, and gives it to its instalments.
 * @returns the receipt's id, or `tooMuch` with what is left to be paid, when it is more than that
 */
export async function recordReceipt(
  scope: Scope,
  registry: Registry,
  contractId: string,
  values: ReceiptValues,
): Promise<{ id: string } | { tooMuch: number }> {
  const { totalMinor, receivedMinor, currency } = await holdContract(scope, contractId)
  const left = totalMinor - receivedMinor
  if (values.amountMinor > left) return { tooMuch: left }
  const id = newId()
  const number = await takeNumber(scope, receiptNumbers)
  await scope.db.insert(receipts).values({
    ...{ companyId: scope.company.id, id, number, contractId, recordedBy: scope.actorId },
    ...values,
    search: searchLines(number, values.reference, values.method),
  })
  await spreadAnew(scope, contractId)
  const after = { number, contract: contractId, ...values }
  await leaveTrace(scope, registry, receiptObject, id, 'created', { after })
  const { amountMinor, receivedOn } = values
  const story = { number, amountMinor, receivedOn, currency }
  await leaveTrace(scope, registry, contractKind.object, contractId, 'received', { story })
  return { id }
}

export type Voidable = {
  id: string
  number: string
  contractId: string
  amountMinor: number
  currency: string
  departmentId: string | null
}

/** Asks for a receipt to be void; it counts until somebody has agreed. */
export async function askToVoid(
  scope: Scope,
  registry: Registry,
  receipt: Voidable,
  reason: string,
): Promise<void> {
  const { id, number, amountMinor, currency, departmentId } = receipt
  const asked = await scope.db.execute(sql`
    update ${receipts} set void_asked_at = now(), void_reason = ${reason}, version = version + 1,
      updated_at = now()
    where company_id = ${scope.company.id} and id = ${id} and voided_at is null
      and void_asked_at is null returning id`)
  if (asked.length === 0) return
  const petition: Petition = {
    object: receiptObject,
    recordId: id,
    title: number,
    reason,
    ...{ amountMinor, currency, departmentId },
  }
  const steps = await stepsOf(scope, petition)
  await leaveTrace(scope, registry, receiptObject, id, 'void-asked', { reason })
  await askApproval(scope, registry, petition, steps.length > 0 ? steps : [{ approverId: null }])
}

/** Makes a receipt void, as was agreed: what it paid is open again. @param reason where nobody was asked */
export async function voidReceipt(
  scope: Scope,
  registry: Registry,
  id: string,
  reason?: string,
): Promise<void> {
  const [receipt] = await scope.db.execute<{
    contractId: string
    number: string
    amount: number
  }>(sql`
    select contract_id as "contractId", number, amount_minor::float8 as amount from ${receipts}
    where company_id = ${scope.company.id} and id = ${id} and voided_at is null`)
  if (!receipt) return
  await holdContract(scope, receipt.contractId)
  await scope.db.execute(sql`
    update ${receipts} set voided_at = now(), version = version + 1, updated_at = now(),
      void_reason = coalesce(${reason ?? null}, void_reason)
    where company_id = ${scope.company.id} and id = ${id}`)
  await freeParts(scope, 'receipt', id)
  await spreadAnew(scope, receipt.contractId)
  await leaveTrace(scope, registry, receiptObject, id, 'voided', { reason })
  const story = { number: receipt.number, amountMinor: receipt.amount }
  await leaveTrace(scope, registry, contractKind.object, receipt.contractId, 'unreceived', {
    story,
  })
}

/** Lets a receipt stand that somebody wanted to be void. */
export async function keepReceipt(
  scope: Scope,
  registry: Registry,
  id: string,
  comment: string,
): Promise<void> {
  await scope.db.execute(sql`
    update ${receipts} set void_asked_at = null, void_reason = '', version = version + 1,
      updated_at = now()
    where company_id = ${scope.company.id} and id = ${id} and voided_at is null`)
  await leaveTrace(scope, registry, receiptObject, id, 'kept', { reason: comment })
}
