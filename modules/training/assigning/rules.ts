import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { Texts } from '../courses/content.ts'
import { type Applied, applyRule } from './applying.ts'
import { rules } from './schema.ts'

export const ruleObject = 'training.rule'

/** A rule as it stands in its list. */
export type Rule = Required<Applied> & {
  stage: string | null
  what: Texts
  code: string
  endedAt: Date | null
}

/** What a rule says; `stage`: it takes effect once the rollout has reached it. */
export type RuleInput = Omit<Applied, 'id'> & { stage: string | null }

const read = (scope: Scope) => sql`
  select r.id, r.course_id as "courseId", r.path_id as "pathId", r.roles,
    r.department_ids as "departmentIds", r.stage, r.due_on::text as "dueOn",
    r.due_days as "dueDays", r.mandatory, r.ended_at as "endedAt",
    coalesce(p.titles, c.titles) as what, coalesce(p.code, c.code) as code
  from training.rules r
  left join training.courses c on c.company_id = r.company_id and c.id = r.course_id
  left join training.paths p on p.company_id = r.company_id and p.id = r.path_id
  where r.company_id = ${scope.company.id}`

/** The rules in force, then those that ended. */
export const readRules = (scope: Scope): Promise<Rule[]> =>
  scope.db.execute<Rule>(sql`
    ${read(scope)} order by r.ended_at is not null, r.id desc limit 200`)

/** @throws Refusal 404 when there is no such rule */
export async function readRule(scope: Scope, id: string): Promise<Rule> {
  const [row] = await scope.db.execute<Rule>(sql`${read(scope)} and r.id = ${id}`)
  if (!row) throw notFound()
  return row
}

/** Whether the rollout has come as far as a rule waits for. */
export const isReached = async (
  scope: Scope,
  { console }: Registry,
  stage: string | null,
): Promise<boolean> => stage === null || (await console.reached?.(scope, stage)) === true

/** Makes a rule and applies it at once, if its stage has been reached. @returns how many were assigned */
export async function makeRule(
  scope: Scope,
  registry: Registry,
  input: RuleInput,
): Promise<{ id: string; assigned: number }> {
  const id = newId()
  const { roles, departmentIds, ...rest } = input
  await insertMany(scope, rules, [
    {
      ...{ id, ...rest, roles: [...roles], departmentIds: [...departmentIds] },
      createdBy: scope.actorId,
    },
  ])
  await recordAudit(scope, {
    action: 'created',
    object: ruleObject,
    recordId: id,
    after: { ...input },
  })
  const now = await isReached(scope, registry, input.stage)
  return { id, assigned: now ? await applyRule(scope, registry, { ...input, id }) : 0 }
}

/** Ends a rule: nobody is assigned anything by it any more; what was assigned stays. */
export async function endRule(scope: Scope, { id }: Pick<Rule, 'id'>): Promise<void> {
  const ended = await scope.db.execute(sql`
    update training.rules set ended_at = ${scope.now().toISOString()}, updated_at = now()
    where company_id = ${scope.company.id} and id = ${id} and ended_at is null returning id`)
  if (ended.length > 0)
    await recordAudit(scope, { action: 'ended', object: ruleObject, recordId: id })
}

/** Each night: who joined, moved or must renew gets what their rules say. */
export async function applyRules(
  scope: Scope,
  _: Record<string, unknown>,
  registry: Registry,
): Promise<void> {
  await expire(scope)
  for (const rule of await readRules(scope))
    if (rule.endedAt === null && (await isReached(scope, registry, rule.stage)))
      await applyRule(scope, registry, rule)
}

/** What was completed and holds no longer is said to have expired (R4). */
async function expire(scope: Scope): Promise<void> {
  await scope.db.execute(sql`
    update training.assignments a set status = 'expired', updated_at = now()
    from training.completions d
    where a.company_id = ${scope.company.id} and a.status = 'completed'
      and d.company_id = a.company_id and d.assignment_id = a.id
      and d.valid_until < (${scope.now().toISOString()}::timestamptz at time zone
        ${scope.company.timeZone})::date`)
}
