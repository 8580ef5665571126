import { sql } from 'drizzle-orm'
import { newId } from '../../core/db/id.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import { insertMany } from '../../core/seed/insert.ts'
import type { GateCode } from './gates.ts'
import { overrideProposals } from './schema.ts'

export type Proposal = {
  id: string
  gate: GateCode
  reason: string
  expiresOn: string
  compensation: string
  dissent: string
  proposedBy: string
  proposer: string
  proposedAt: Date
}

type Proposed = Pick<Proposal, 'gate' | 'reason' | 'expiresOn' | 'compensation' | 'dissent'>

const object = 'flags.override'

/** Proposes to pass a gate that fails; somebody else must agree. */
export async function proposeOverride(scope: Scope, proposed: Proposed): Promise<string> {
  const id = newId()
  await insertMany(scope, overrideProposals, [
    { id, ...proposed, proposedBy: scope.user.id, proposedAt: scope.now() },
  ])
  const { gate, reason, expiresOn, compensation } = proposed
  await recordAudit(scope, {
    ...{ action: 'proposed', object, recordId: id, reason },
    after: { gate, expiresOn, compensation },
  })
  return id
}

/** The overrides of a gate that wait for a second person. */
export const readProposals = (scope: Scope, gate: GateCode): Promise<Proposal[]> =>
  scope.db.execute<Proposal>(sql`
    select p.id, p.gate, p.reason, p.expires_on::text as "expiresOn", p.compensation, p.dissent,
      p.proposed_by as "proposedBy", p.proposed_at as "proposedAt",
      (select u.name from core.users u where u.company_id = p.company_id and u.id = p.proposed_by)
        as proposer
    from flags.override_proposals p
    where p.company_id = ${scope.company.id} and p.gate = ${gate} and p.closed_at is null
    order by p.id limit 20`)

/** Closes a proposal: agreed to by a decision, or let go. */
export async function closeProposal(
  scope: Scope,
  id: string,
  decision: string | null,
): Promise<void> {
  const [closed] = await scope.db.execute(sql`
    update flags.override_proposals set closed_at = ${scope.now().toISOString()},
      closed_by = ${scope.actorId}, decision_id = ${decision}
    where company_id = ${scope.company.id} and id = ${id} and closed_at is null returning id`)
  if (!closed) return
  const action = decision ? 'confirmed' : 'withdrawn'
  await recordAudit(scope, { action, object, recordId: id })
}
