import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { contractKind } from '../contracts/kind.ts'
import { leaveTrace } from '../papers/trace.ts'
import { holdContract } from './holding.ts'
import { instalments } from './schema.ts'
import { freeParts, spreadAnew } from './spreading-anew.ts'

export const instalmentObject = 'sales.instalment'

/** `dueOn` an ISO day; the amount in minor units of the contract's currency, more than nought. */
export type InstalmentValues = { dueOn: string; amountMinor: number; note: string }
export type Instalment = InstalmentValues & { id: string; contractId: string; version: number }

/**
 * Plans an instalment of a contract.
 * @returns its id, or `tooMuch`: how much of the contract is in no instalment yet, which is less
 */
export async function planInstalment(
  scope: Scope,
  registry: Registry,
  contractId: string,
  values: InstalmentValues,
): Promise<{ id: string } | { tooMuch: number }> {
  const { currency, totalMinor } = await holdContract(scope, contractId)
  const left = totalMinor - (await plannedOf(scope, contractId))
  if (values.amountMinor > left) return { tooMuch: Math.max(0, left) }
  const id = newId()
  await scope.db.insert(instalments).values({
    ...{ companyId: scope.company.id, id, contractId },
    ...values,
  })
  await spreadAnew(scope, contractId)
  await recordAudit(scope, {
    action: 'created',
    object: instalmentObject,
    recordId: id,
    after: { contract: contractId, ...values },
  })
  await leaveTrace(scope, registry, contractKind.object, contractId, 'planned', {
    story: { ...values, currency },
  })
  return { id }
}

/** What the instalments of a contract come to, in minor units. @param but one that is left out */
export async function plannedOf(
  scope: Scope,
  contractId: string,
  but: string | null = null,
): Promise<number> {
  const [row] = await scope.db.execute<{ planned: number }>(sql`
    select coalesce(sum(amount_minor), 0)::float8 as planned from ${instalments}
    where company_id = ${scope.company.id} and contract_id = ${contractId} and voided_at is null
      and id is distinct from ${but}::uuid`)
  return row?.planned ?? 0
}

/**
 * Changes an instalment as read with `version`.
 * @returns `paid` when more than the new amount has been paid of it, `tooMuch` with what the other
 *   instalments leave of the contract when that is less, conflict when it was changed since
 */
export async function changeInstalment(
  scope: Scope,
  registry: Registry,
  instalment: Instalment,
  version: number,
  values: InstalmentValues,
): Promise<'saved' | 'conflict' | 'paid' | { tooMuch: number }> {
  const { id, contractId } = instalment
  const { currency, totalMinor } = await holdContract(scope, contractId)
  const [row] = await scope.db.execute<{ version: number; paid: number }>(sql`
    select version, (select coalesce(sum(p.amount_minor), 0)::float8 from sales.receipt_parts p
      where p.company_id = ${scope.company.id} and p.instalment_id = ${id}) as paid
    from ${instalments} where company_id = ${scope.company.id} and id = ${id}`)
  if (row?.version !== version) return 'conflict'
  if (row.paid > values.amountMinor) return 'paid'
  const left = totalMinor - (await plannedOf(scope, contractId, id))
  // What stands there may stay, and may become less.
  if (values.amountMinor > Math.max(left, instalment.amountMinor))
    return { tooMuch: Math.max(0, left) }
  const { dueOn, amountMinor, note } = values
  await scope.db.execute(sql`
    update ${instalments} set due_on = ${dueOn}, amount_minor = ${amountMinor}, note = ${note},
      told_at = case when due_on = ${dueOn} then told_at end, version = version + 1,
      updated_at = now()
    where company_id = ${scope.company.id} and id = ${id}`)
  await spreadAnew(scope, contractId)
  const before = {
    dueOn: instalment.dueOn,
    amountMinor: instalment.amountMinor,
    note: instalment.note,
  }
  const audit = { action: 'changed', object: instalmentObject, recordId: id, before, after: values }
  await recordAudit(scope, audit)
  const story = { ...values, currency }
  await leaveTrace(scope, registry, contractKind.object, contractId, 'replanned', { story })
  return 'saved'
}

/** Lets go of an instalment: it is not to be paid any more, and what it was given goes to others. */
export async function voidInstalment(
  scope: Scope,
  registry: Registry,
  { id, contractId, dueOn, amountMinor }: Instalment,
): Promise<void> {
  const { currency } = await holdContract(scope, contractId)
  const voided = await scope.db.execute(sql`
    update ${instalments} set voided_at = now(), version = version + 1, updated_at = now()
    where company_id = ${scope.company.id} and id = ${id} and voided_at is null returning id`)
  if (voided.length === 0) return
  await freeParts(scope, 'instalment', id)
  await spreadAnew(scope, contractId)
  await recordAudit(scope, { action: 'voided', object: instalmentObject, recordId: id })
  const story = { dueOn, amountMinor, currency }
  await leaveTrace(scope, registry, contractKind.object, contractId, 'unplanned', { story })
}
