import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { notify } from '../../../core/notify/notify.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { contractKind } from '../contracts/kind.ts'
import { leaveTrace } from '../papers/trace.ts'
import { holdContract } from '../receivables/holding.ts'
import type { InvoiceAnswer, InvoiceValues } from './invoice-form.ts'
import type { InvoiceRow } from './reading.ts'
import { invoiceRequests } from './schema.ts'

export const invoiceObject = 'sales.invoice-request'

/**
 * Asks for an invoice on a contract: all of them together never for more than the contract comes to.
 * @returns its id, or what of the contract is left
 */
export async function requestInvoice(
  scope: Scope,
  registry: Registry,
  contractId: string,
  values: InvoiceValues,
): Promise<{ id: string } | { tooMuch: number }> {
  const { totalMinor, currency } = await holdContract(scope, contractId)
  const [row] = await scope.db.execute<{ asked: number }>(sql`
    select coalesce(sum(amount_minor), 0)::float8 as asked from ${invoiceRequests}
    where company_id = ${scope.company.id} and contract_id = ${contractId} and state <> 'refused'`)
  const left = totalMinor - (row?.asked ?? 0)
  if (values.amountMinor > left) return { tooMuch: Math.max(0, left) }
  const id = newId()
  await scope.db.insert(invoiceRequests).values({
    ...{ companyId: scope.company.id, id, contractId, requestedBy: scope.actorId },
    ...values,
  })
  const after = { contract: contractId, ...values }
  await recordAudit(scope, { action: 'created', object: invoiceObject, recordId: id, after })
  const story = { amountMinor: values.amountMinor, currency }
  await leaveTrace(scope, registry, contractKind.object, contractId, 'invoiced', { story })
  return { id }
}

/** Notes that an invoice was issued, or why not, and tells who asked. An answer stands. */
export async function answerInvoice(
  scope: Scope,
  { id, contractId, requesterId }: InvoiceRow,
  { state, invoiceNumber, issuedOn, answer }: InvoiceAnswer,
): Promise<void> {
  const answered = await scope.db.execute(sql`
    update ${invoiceRequests} set state = ${state}, invoice_number = ${invoiceNumber},
      issued_on = ${issuedOn}, answer = ${answer}, version = version + 1, updated_at = now()
    where company_id = ${scope.company.id} and id = ${id} and state = 'requested' returning id`)
  if (answered.length === 0) return
  const after = { state, invoiceNumber, issuedOn, answer }
  await recordAudit(scope, { action: 'changed', object: invoiceObject, recordId: id, after })
  const about = { object: contractKind.object, recordId: contractId }
  const people = requesterId ? [requesterId] : []
  await notify(scope, people, 'sales.invoice-answered', about, { state, answer })
}
