import { and, eq, sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { reckonAnew } from '../clocks/anew.ts'
import { type Policy, type PolicyInput, readPolicies } from './reading.ts'
import { policies } from './schema.ts'
import { usualPolicies } from './usual.ts'

export const policyObject = 'service.policy'

/** Makes a promise to all tickets that fit and are opened from now on. @returns its id */
export async function addPolicy(scope: Scope, input: PolicyInput): Promise<string> {
  const id = newId()
  await scope.db
    .insert(policies)
    .values({ companyId: scope.company.id, id, since: scope.now(), ...input })
  await recordAudit(scope, { action: 'created', object: policyObject, recordId: id, after: input })
  return id
}

/** Begins with one policy for each priority; does nothing where there is any. */
export async function addUsualPolicies(scope: Scope): Promise<void> {
  if ((await readPolicies(scope)).length > 0) return
  for (const policy of usualPolicies(scope)) await addPolicy(scope, policy)
}

const one = ({ company }: Scope, id: string) =>
  and(eq(policies.companyId, company.id), eq(policies.id, id), sql`${policies.archivedAt} is null`)

/** Changes what is promised, to open tickets as well. @returns conflict when somebody changed it meanwhile */
export async function changePolicy(
  scope: Scope,
  old: Policy,
  version: number,
  input: PolicyInput,
): Promise<'changed' | 'conflict'> {
  const changed = await scope.db
    .update(policies)
    .set({ ...input, updatedAt: sql`now()`, version: sql`${policies.version} + 1` })
    .where(and(one(scope, old.id), eq(policies.version, version)))
    .returning({ id: policies.id })
  if (changed.length === 0) return 'conflict'
  const { id: _, since: __, version: ___, ...before } = old
  await recordAudit(scope, {
    ...{ action: 'changed', object: policyObject, recordId: old.id },
    ...differences<Record<string, unknown>>(before, input),
  })
  await reckonAnew(scope)
  return 'changed'
}

/** Promises it no longer; what was kept and broken of it stays. @throws Refusal 404 */
export async function retirePolicy(scope: Scope, id: string): Promise<void> {
  const [retired] = await scope.db
    .update(policies)
    .set({ archivedAt: scope.now(), updatedAt: sql`now()`, version: sql`${policies.version} + 1` })
    .where(one(scope, id))
    .returning({ name: policies.name })
  if (!retired) throw notFound()
  await recordAudit(scope, {
    ...{ action: 'removed', object: policyObject, recordId: id },
    before: { name: retired.name },
  })
  await reckonAnew(scope)
}
