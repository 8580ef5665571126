import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { askApproval, stepsOf, withdrawApproval } from '../approval/asking.ts'
import type { Step } from '../approval/steps.ts'
import { leaveTrace } from '../papers/trace.ts'
import { quoteKind } from './kind.ts'
import { limitOf, readLimits } from './limits.ts'
import { changeQuote } from './quotes.ts'
import type { Quote } from './reading.ts'

const { object } = quoteKind

/**
 * Releases a draft, so that it can go to the customer: at once, or when those have agreed whom the
 * company's rules name. A discount above one's own limit always needs the head of the department.
 * @param reason what the approvers should know
 * @returns whether it is open now, or waits
 */
export async function releaseQuote(
  scope: Scope,
  registry: Registry,
  quote: Quote,
  reason: string,
): Promise<'open' | 'waiting'> {
  const { id, number, revision, title, totalMinor, currency, departmentId } = quote
  const petition = {
    ...{ object, recordId: id, title: [number, title].filter(Boolean).join(' '), reason },
    ...{ amountMinor: totalMinor, currency, departmentId },
  }
  const steps = await stepsFor(scope, quote, await stepsOf(scope, petition))
  if (steps.length === 0) {
    await openQuote(scope, registry, id)
    return 'open'
  }
  await changeQuote(scope, id, { state: 'waiting' })
  await leaveTrace(scope, registry, object, id, 'submitted', { story: { number, revision } })
  await askApproval(scope, registry, petition, steps)
  return 'waiting'
}

/** Rules ask for quotes over one's discount limit alone; within it nobody need agree. */
async function stepsFor(scope: Scope, quote: Quote, ruled: Step[]): Promise<Step[]> {
  const limit = limitOf(scope.user, await readLimits(scope))
  if (Number(quote.topDiscount) <= limit) return []
  return ruled.length > 0 ? ruled : [{ approverId: null }]
}

/** What becomes of a quote when all have agreed. */
export async function openQuote(scope: Scope, registry: Registry, id: string): Promise<void> {
  await changeQuote(scope, id, { state: 'open' })
  await leaveTrace(scope, registry, object, id, 'released')
}

/** What becomes of a quote that an approver sends back: a draft again, with what they said. */
export async function returnQuote(
  scope: Scope,
  registry: Registry,
  id: string,
  comment: string,
): Promise<void> {
  await changeQuote(scope, id, { state: 'draft' })
  await leaveTrace(scope, registry, object, id, 'returned', { story: { comment } })
}

/** Takes a quote back that waits, to change it. */
export async function recallQuote(scope: Scope, registry: Registry, quote: Quote): Promise<void> {
  await withdrawApproval(scope, object, quote.id)
  await changeQuote(scope, quote.id, { state: 'draft' })
  await leaveTrace(scope, registry, object, quote.id, 'recalled')
}

/** Notes what the customer decided, and when. */
export async function decideQuote(
  scope: Scope,
  registry: Registry,
  { id }: Pick<Quote, 'id'>,
  outcome: 'accepted' | 'refused',
  { decidedOn, decision }: { decidedOn: string; decision: string },
): Promise<void> {
  await changeQuote(scope, id, { state: outcome, decidedOn, decision })
  const told = { decidedOn, decision }
  await leaveTrace(scope, registry, object, id, outcome, { after: told, story: told })
}
