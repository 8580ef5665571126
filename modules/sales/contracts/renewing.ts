import { readTogether } from '../../../core/db/together.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { leaveTrace } from '../papers/trace.ts'
import { holdContract } from '../receivables/holding.ts'
import { planAnew } from '../receivables/planning-anew.ts'
import { writeContract } from './contracts.ts'
import { linkedTo } from './follow-on.ts'
import { contractKind } from './kind.ts'
import type { Contract } from './reading.ts'
import { termAfter } from './terms.ts'

/** Whether a contract can be followed on: it is in force, or was, and has an end. */
export const isRenewable = ({ stored, endsOn }: Pick<Contract, 'stored' | 'endsOn'>): boolean =>
  stored === 'active' && endsOn !== null

/**
 * Makes the contract that follows on when the term of one ends (续签): a draft with the same customer,
 * deal, quote, amount and instalments, the days of the next term, and the owner of the old one.
 * @returns its id; undefined when one follows on already, and nothing was written
 */
export async function renewContract(
  scope: Scope,
  registry: Registry,
  contract: Contract,
): Promise<string | undefined> {
  const { id, endsOn } = contract
  if (!endsOn) return undefined
  // Of two who renew it at once the second finds it done.
  await holdContract(scope, id)
  const { linked } = await readTogether(scope.db, { linked: linkedTo(scope, contract) })
  if (linked.some(({ side }) => side === 'behind')) return undefined
  const { later, ...term } = termAfter(contract.startsOn, endsOn)
  const { name, accountId, dealId, currency, totalMinor, remindDays, terms } = contract
  const { quoteId, personId, ownerId, departmentId } = contract
  const made = await writeContract(
    scope,
    registry,
    {
      ...{ name, accountId, dealId, currency, totalMinor, remindDays, terms },
      ...{ signedOn: null, ...term },
    },
    { quoteId, personId, renewsId: id, ...(ownerId && { ownerId, departmentId }) },
  )
  await planAnew(scope, id, made, later)
  await leaveTrace(scope, registry, contractKind.object, id, 'renewed', {
    after: { renewedBy: made },
  })
  return made
}
