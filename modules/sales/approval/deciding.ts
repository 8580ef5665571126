import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { notify } from '../../../core/notify/notify.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { approvalObject, tellDeciders } from './asking.ts'
import { decides, decidesFor, principalsOf } from './deciders.ts'
import { outcomes } from './outcomes.ts'
import { approvalDecisions, approvals } from './schema.ts'
import type { Approvable, Step } from './steps.ts'

export type Verdict = 'approved' | 'returned'

type Held = {
  object: Approvable
  recordId: string
  title: string
  askedBy: string
  state: string
  step: number
  steps: Step[]
  mayDecide: boolean
}

/**
 * Decides the step of an approval that somebody saw. Whoever decides at the same time waits here, and
 * then finds it decided.
 * @returns `decided` when somebody else was first; then nothing was done
 * @throws Refusal 404 to who may not decide it and never could
 */
export async function decide(
  scope: Scope,
  registry: Registry,
  id: string,
  seen: number,
  { verdict, comment }: { verdict: Verdict; comment: string },
): Promise<'done' | 'decided'> {
  const approval = await hold(scope, registry, id)
  if (approval.state !== 'waiting' || approval.step !== seen) return 'decided'
  if (!approval.mayDecide) throw notFound()
  const insteadOf = await standsInFor(scope, registry, id)
  await scope.db.insert(approvalDecisions).values({
    ...{ companyId: scope.company.id, id: newId(), approvalId: id, step: approval.step },
    ...{ verdict, comment, by: scope.user.id, insteadOf, at: scope.now() },
  })
  const next = verdict === 'approved' ? approval.steps[approval.step] : undefined
  await scope.db.execute(sql`
    update ${approvals} set version = version + 1, updated_at = now(),
      ${next ? sql`step = step + 1` : sql`state = ${verdict}, decided_at = now()`}
    where company_id = ${scope.company.id} and id = ${id}`)
  await recordAudit(scope, {
    action: verdict,
    object: approvalObject,
    recordId: id,
    after: { step: approval.step, comment, insteadOf },
  })
  const { object, recordId, title } = approval
  if (next) await tellDeciders(scope, registry, id, title, next)
  else {
    await outcomes[object][verdict](scope, registry, recordId, comment)
    const told = { title, verdict, comment }
    await notify(scope, [approval.askedBy], 'sales.approval-decided', { recordId: id }, told)
  }
  return 'done'
}

async function hold(scope: Scope, registry: Registry, id: string): Promise<Held> {
  const principals = await principalsOf(scope, registry)
  const [row] = await scope.db.execute<Held>(sql`
    select object, record_id as "recordId", title, asked_by as "askedBy", state, step, steps,
      ${decides(scope, principals)} as "mayDecide"
    from ${approvals} where company_id = ${scope.company.id} and id = ${id} for update`)
  if (!row) throw notFound()
  return row
}

/** Whose place somebody takes who could not decide for themselves. */
async function standsInFor(scope: Scope, registry: Registry, id: string): Promise<string | null> {
  const [self, ...others] = await principalsOf(scope, registry)
  for (const principal of self ? [self, ...others] : others) {
    const rows = await scope.db.execute(sql`
      select from ${approvals} where company_id = ${scope.company.id} and id = ${id}
        and ${decidesFor(scope, principal)}`)
    if (rows.length > 0) return principal.id === scope.user.id ? null : principal.id
  }
  return null
}
