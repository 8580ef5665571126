import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { approvalRules } from '../approval/schema.ts'
import type { Rule } from '../approval/steps.ts'

export const ruleObject = 'sales.approval-rule'

/** Adds a rule of who has to agree to what. @returns its id */
export async function addRule(scope: Scope, rule: Rule): Promise<string> {
  const id = newId()
  await scope.db.insert(approvalRules).values({ companyId: scope.company.id, id, ...rule })
  await recordAudit(scope, { action: 'created', object: ruleObject, recordId: id, after: rule })
  return id
}

/** Takes a rule out; what waits by it goes on. @throws Refusal 404 when there is none */
export async function dropRule(scope: Scope, id: string): Promise<void> {
  const [before] = await scope.db.execute<Rule>(sql`
    delete from ${approvalRules} where company_id = ${scope.company.id} and id = ${id}
    returning object, step, department_id as "departmentId", over_minor::float8 as "overMinor",
      approver_id as "approverId"`)
  if (!before) throw notFound()
  await recordAudit(scope, { action: 'removed', object: ruleObject, recordId: id, before })
}
