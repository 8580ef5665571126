import { and, eq, sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import type { AssignmentRule } from './reading.ts'
import { assignmentRules } from './schema.ts'

export const ruleObject = 'service.assignment-rule'

/** What somebody says of a rule. */
export type RuleInput = Pick<AssignmentRule, 'departmentId' | 'way' | 'mostOpen'>

/** Says how new tickets of a department find an owner. @returns its id; undefined when that was said already */
export async function addRule(scope: Scope, input: RuleInput): Promise<string | undefined> {
  const id = newId()
  const [made] = await scope.db
    .insert(assignmentRules)
    .values({ companyId: scope.company.id, id, ...input })
    .onConflictDoNothing({ target: [assignmentRules.companyId, assignmentRules.departmentId] })
    .returning({ id: assignmentRules.id })
  if (!made) return undefined
  await recordAudit(scope, { action: 'created', object: ruleObject, recordId: id, after: input })
  return id
}

const one = ({ company }: Scope, id: string) =>
  and(eq(assignmentRules.companyId, company.id), eq(assignmentRules.id, id))

/** Changes a rule. @returns conflict when somebody changed it meanwhile */
export async function changeRule(
  scope: Scope,
  old: AssignmentRule,
  version: number,
  { way, mostOpen }: RuleInput,
): Promise<'changed' | 'conflict'> {
  const changed = await scope.db
    .update(assignmentRules)
    .set({ way, mostOpen, updatedAt: sql`now()`, version: sql`${assignmentRules.version} + 1` })
    .where(and(one(scope, old.id), eq(assignmentRules.version, version)))
    .returning({ id: assignmentRules.id })
  if (changed.length === 0) return 'conflict'
  const before = { way: old.way, mostOpen: old.mostOpen }
  await recordAudit(scope, {
    ...{ action: 'changed', object: ruleObject, recordId: old.id },
    ...differences<Record<string, unknown>>(before, { way, mostOpen }),
  })
  return 'changed'
}

/** Takes a rule back; that of the department above holds again. @throws Refusal 404 */
export async function dropRule(scope: Scope, id: string): Promise<void> {
  const [before] = await scope.db.delete(assignmentRules).where(one(scope, id)).returning()
  if (!before) throw notFound()
  const { departmentId, way, mostOpen } = before
  await recordAudit(scope, {
    ...{ action: 'removed', object: ruleObject, recordId: id },
    before: { departmentId, way, mostOpen },
  })
}
