import { and, eq, sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { takeNumber } from '../../../core/numbering/numbers.ts'
import { differences } from '../../../core/records/audit.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { askApproval, stepsOf, withdrawApproval } from '../approval/asking.ts'
import { leaveTrace } from '../papers/trace.ts'
import { holdContract } from '../receivables/holding.ts'
import { plannedOf } from '../receivables/instalments.ts'
import type { ContractValues } from './contract-form.ts'
import { columnsFrom } from './contract-record.ts'
import { contractKind, contractNumbers } from './kind.ts'
import type { Contract } from './reading.ts'
import { contracts } from './schema.ts'

const { object } = contractKind

/** What a contract comes from, and who is to have it where that is not who writes it. */
export type Origin = {
  quoteId?: string | null
  renewsId?: string
  personId?: string | null
  ownerId?: string
  departmentId?: string | null
}

/** Writes a contract as a draft. It belongs to who writes it unless its origin says otherwise. @returns its id */
export async function writeContract(
  scope: Scope,
  registry: Registry,
  values: ContractValues,
  origin: Origin = {},
): Promise<string> {
  const id = newId()
  const number = await takeNumber(scope, contractNumbers)
  await scope.db.insert(contracts).values({
    ...{ companyId: scope.company.id, id, number, createdBy: scope.actorId },
    ...{ ownerId: scope.user.id, departmentId: scope.user.departmentId },
    ...columnsFrom(number, values),
    ...origin,
  })
  const after = { number, ...values, ...origin }
  await leaveTrace(scope, registry, object, id, 'created', { after, story: { number } })
  return id
}

/**
 * Saves a contract as read with `version`. Its money changes in a draft alone, so that nobody pays by
 * what nobody agreed to; and never below what was received.
 * @returns what is in the way; then nothing was written
 */
export async function saveContract(
  scope: Scope,
  registry: Registry,
  contract: Contract,
  version: number,
  values: ContractValues,
): Promise<'saved' | 'conflict' | 'fixed' | 'received'> {
  if (contract.version !== version) return 'conflict'
  const changed = differences(said(contract), said(values))
  if (!changed) return 'saved'
  const isMoney = ['totalMinor', 'currency', 'accountId'].some((field) => field in changed.after)
  if (isMoney && contract.stored !== 'draft') return 'fixed'
  const { receivedMinor } = await holdContract(scope, contract.id)
  const isMixed = receivedMinor > 0 && values.currency !== contract.currency
  if (values.totalMinor < receivedMinor || isMixed) return 'received'
  const again = values.endsOn === contract.endsOn ? {} : { remindedAt: null }
  const row = { ...columnsFrom(contract.number, values), ...again }
  const saved = await changeContract(scope, contract.id, row, version)
  if (!saved) return 'conflict'
  await leaveTrace(scope, registry, object, contract.id, 'changed', changed)
  return 'saved'
}

/**
 * Puts a contract in force: at once, or when those have agreed whom the company's rules name.
 * @returns `overplanned` with the minor units that its instalments are more than it: nothing is done
 */
export async function releaseContract(
  scope: Scope,
  registry: Registry,
  contract: Contract,
  reason: string,
): Promise<'active' | 'waiting' | { overplanned: number }> {
  const { id, number, name, totalMinor, currency, departmentId } = contract
  const overplanned = (await plannedOf(scope, id)) - totalMinor
  if (overplanned > 0) return { overplanned }
  const petition = {
    ...{ object, recordId: id, title: `${number} ${name}`, reason },
    ...{ amountMinor: totalMinor, currency, departmentId },
  }
  const steps = await stepsOf(scope, petition)
  if (steps.length === 0) {
    await enforceContract(scope, registry, id)
    return 'active'
  }
  await changeContract(scope, id, { state: 'waiting' })
  await leaveTrace(scope, registry, object, id, 'submitted')
  await askApproval(scope, registry, petition, steps)
  return 'waiting'
}

/** What becomes of a contract when all have agreed. */
export async function enforceContract(scope: Scope, registry: Registry, id: string): Promise<void> {
  await changeContract(scope, id, { state: 'active' })
  await leaveTrace(scope, registry, object, id, 'enforced')
}

/** Makes a contract a draft again: sent back with a comment, taken back, or opened to change it. */
export async function reopenContract(
  scope: Scope,
  registry: Registry,
  id: string,
  deed: 'returned' | 'recalled' | 'reopened',
  comment = '',
): Promise<void> {
  if (deed === 'recalled') await withdrawApproval(scope, object, id)
  await changeContract(scope, id, { state: 'draft' })
  await leaveTrace(scope, registry, object, id, deed, { story: { comment } })
}

/** Ends a contract before its time; what was received stays received, and nothing more is due. */
export async function voidContract(scope: Scope, registry: Registry, id: string): Promise<void> {
  await changeContract(scope, id, { state: 'void' })
  await leaveTrace(scope, registry, object, id, 'voided')
}

async function changeContract(
  scope: Scope,
  id: string,
  row: Partial<typeof contracts.$inferInsert>,
  version?: number,
): Promise<boolean> {
  const saved = await scope.db
    .update(contracts)
    .set({ ...row, updatedAt: sql`now()`, version: sql`${contracts.version} + 1` })
    .where(
      and(
        eq(contracts.companyId, scope.company.id),
        eq(contracts.id, id),
        version === undefined ? undefined : eq(contracts.version, version),
      ),
    )
    .returning({ id: contracts.id })
  return saved.length > 0
}

const said = (values: ContractValues) => ({
  ...{ name: values.name, accountId: values.accountId, currency: values.currency },
  dealId: values.dealId ?? null,
  ...{ totalMinor: values.totalMinor, signedOn: values.signedOn, startsOn: values.startsOn },
  ...{ endsOn: values.endsOn, remindDays: values.remindDays, terms: values.terms },
})
