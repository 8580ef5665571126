import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { notify } from '../../../core/notify/notify.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { departmentsUp } from '../products/prices.ts'
import { peopleToAsk } from './deciders.ts'
import { approvalRules, approvals } from './schema.ts'
import { type Approvable, type Rule, type Step, stepsFor } from './steps.ts'

export const approvalObject = 'sales.approval'

/** What is asked to be approved, as it is now. */
export type Petition = {
  object: Approvable
  recordId: string
  title: string
  amountMinor: number
  currency: string
  departmentId: string | null
  reason: string
}

export const readRules = ({ db, company }: Scope): Promise<(Rule & { id: string })[]> =>
  db.execute<Rule & { id: string }>(sql`
    select id, object, step, department_id as "departmentId", over_minor::float8 as "overMinor",
      approver_id as "approverId"
    from ${approvalRules} where company_id = ${company.id}
    order by object, step, over_minor, id limit 500`)

/**
 * The steps that the company's rules ask for. Amounts in another currency than the company's cannot be
 * compared with its rules, so every rule holds for them.
 */
export async function stepsOf(scope: Scope, petition: Petition): Promise<Step[]> {
  const { object, amountMinor, currency, departmentId } = petition
  const departments = await departmentsUp(scope, departmentId)
  const comparable = currency === scope.company.currency ? amountMinor : Number.MAX_SAFE_INTEGER
  return stepsFor(await readRules(scope), { object, amountMinor: comparable, departments })
}

/** Asks for an approval in these steps, and tells whoever may decide the first one. @returns its id */
export async function askApproval(
  scope: Scope,
  registry: Registry,
  petition: Petition,
  steps: readonly Step[],
): Promise<string> {
  const id = newId()
  await scope.db.insert(approvals).values({
    ...{ companyId: scope.company.id, id, askedBy: scope.user.id, steps: [...steps] },
    ...petition,
    createdAt: scope.now(),
  })
  await recordAudit(scope, {
    action: 'created',
    object: approvalObject,
    recordId: id,
    after: { ...petition },
  })
  await tellDeciders(scope, registry, id, petition.title, steps[0])
  return id
}

/** Tells those who may decide a step that it waits for them. */
export async function tellDeciders(
  scope: Scope,
  registry: Registry,
  id: string,
  title: string,
  step: Step | undefined,
): Promise<void> {
  if (!step) return
  const people = await peopleToAsk(scope, registry, id, step)
  await notify(scope, people, 'sales.approval-asked', { recordId: id }, { title })
}

/** Takes back what waits for an approval of a record, since it is not to be decided any more. */
export const withdrawApproval = ({ db, company }: Scope, object: Approvable, recordId: string) =>
  db.execute(sql`
    update ${approvals} set state = 'withdrawn', decided_at = now(), version = version + 1,
      updated_at = now()
    where company_id = ${company.id} and object = ${object} and record_id = ${recordId}
      and state = 'waiting'`)
