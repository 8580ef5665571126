import { sql } from 'drizzle-orm'
import { peopleWith } from '../../core/access/people-with.ts'
import type { Running } from '../../core/console.ts'
import { newId } from '../../core/db/id.ts'
import { notify } from '../../core/notify/notify.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Registry } from '../../core/registry.ts'
import type { Scope } from '../../core/scope.ts'
import type { Intent } from '../change.ts'
import type { Judged } from '../gates/formula.ts'
import type { ModuleRows } from '../schema.ts'
import { makeChange, type Plan, type Weighed, weigh } from './plan.ts'
import type { Strictness } from './schema.ts'
import { setStrictness } from './strictness.ts'

/** What somebody wants that a second person must decide. */
export type Proposal = {
  id: string
  reason: string
  at: Date
  by: string
} & (
  | { module: string; rows: ModuleRows; intent: Kept; strictness: null }
  | { module: null; rows: null; intent: null; strictness: Strictness }
)

/** As much of an intent as outlives the request; `seen` is the latest change it was made after. */
export type Kept = Pick<Intent, 'action' | 'cell' | 'undoes'> &
  Pick<Plan, 'to' | 'restores'> & { seen: string | null }

type Wish = Pick<Proposal, 'module' | 'rows' | 'intent' | 'strictness'>

/** Keeps what somebody wants, and tells everybody who may decide it. @returns its id */
export async function propose(
  scope: Scope,
  registry: Registry,
  wish: Wish,
  reason: string,
): Promise<string> {
  const id = newId()
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  await scope.db.execute(sql`
    insert into flags.proposals (company_id, id, module, rows, intent, strictness, reason, at, "by")
    values (${scope.company.id}, ${id}, ${wish.module}, ${json(wish.rows)}, ${json(wish.intent)},
      ${wish.strictness}, ${reason}, ${scope.now().toISOString()}, ${scope.user.id})`)
  await note(scope, 'proposed', id, reason)
  const deciders = await peopleWith(scope, registry, 'core.rollout.decide')
  await notify(scope, deciders, 'rollout.proposed', { recordId: id })
  return id
}

/** What waits for a second person, oldest first. */
export const readProposals = (scope: Scope): Promise<Proposal[]> =>
  scope.db.execute<Proposal>(sql`
    select id, module, rows, intent, strictness, reason, at, "by" from flags.proposals
    where company_id = ${scope.company.id} and outcome is null order by id limit 50`)

/** One that waits; undefined when it was decided, or there is none of that id. */
export async function findProposal(scope: Scope, id: string): Promise<Proposal | undefined> {
  const [found] = await scope.db.execute<Proposal>(sql`
    select id, module, rows, intent, strictness, reason, at, "by" from flags.proposals
    where company_id = ${scope.company.id} and id = ${id} and outcome is null`)
  return found
}

/** What a proposal would mean as of now; undefined for one that is about the strictness. */
export async function weighProposal(
  scope: Scope,
  running: Running,
  proposal: Proposal,
): Promise<Weighed | undefined> {
  return proposal.intent ? weigh(scope, running, planOf(proposal)) : undefined
}

const planOf = ({ module, intent, rows }: Extract<Proposal, { module: string }>) => ({
  ...{ module: { id: module }, seen: intent.seen, rows: () => rows },
  ...{ intent, to: intent.to ?? 'on', restores: intent.restores ?? false },
})

/**
 * Makes what was proposed, as a second person. Only one of several who decide at once is first.
 * @throws ChangedMeanwhile when the module was changed since
 * @returns false when it was decided already, or when this is who proposed it; what law and security
 *   have against it by now
 */
export async function confirmProposal(
  scope: Scope,
  running: Running,
  proposal: Proposal,
): Promise<boolean | readonly Judged[]> {
  if (proposal.by === scope.user.id) return false
  const asks = (await weighProposal(scope, running, proposal))?.asks
  if (asks && asks.unlawful.length > 0) return asks.unlawful
  if (!(await close(scope, proposal, 'made', ''))) return false
  const { reason } = proposal
  // The change is theirs who wanted it; the second person stands beside them.
  const asked: Scope = { ...scope, actorId: proposal.by }
  if (proposal.strictness) return setStrictness(asked, proposal.strictness, reason)
  if (!asks) return false
  const strict = { ...asks, strictness: 'strict' } as const
  await makeChange(asked, planOf(proposal), strict, { reason }, scope.user.id)
  return true
}

/** Lets a proposal go: its own author withdraws it, anybody else refuses it and says why. */
export const dropProposal = (scope: Scope, proposal: Proposal, answer: string): Promise<boolean> =>
  close(scope, proposal, proposal.by === scope.user.id ? 'withdrawn' : 'refused', answer)

async function close(
  scope: Scope,
  { id, by }: Proposal,
  outcome: 'made' | 'refused' | 'withdrawn',
  answer: string,
): Promise<boolean> {
  const closed = await scope.db.execute(sql`
    update flags.proposals set outcome = ${outcome}, closed_at = ${scope.now().toISOString()},
      closed_by = ${scope.user.id}, answer = ${answer}
    where company_id = ${scope.company.id} and id = ${id} and outcome is null returning id`)
  if (closed.length === 0) return false
  await note(scope, outcome === 'made' ? 'confirmed' : outcome, id, answer)
  await notify(scope, [by], `rollout.proposal-${outcome}`, { recordId: id })
  return true
}

const note = (scope: Scope, action: string, recordId: string, reason: string): Promise<void> =>
  recordAudit(scope, { action, object: 'flags.proposal', recordId, reason })
