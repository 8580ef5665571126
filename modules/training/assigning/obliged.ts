import { sql } from 'drizzle-orm'
import { readDepartments } from '../../../core/access/department-tree.ts'
import { readMembers } from '../../../core/access/members.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { audienceOf, coursesOf } from './audience.ts'
import { isReached, readRules } from './rules.ts'

/** By what somebody is to take a course; whether it is required of them. */
export type Obligation = { mandatory: boolean; ruleId?: string }

/**
 * Who is to take a course: it was given to them, or a rule in force is for them. Whoever only took
 * it up by themselves is not among them.
 */
export async function readObliged(
  scope: Scope,
  registry: Registry,
  courseId: string,
): Promise<Map<string, Obligation>> {
  // What somebody took up has neither a day nor a rule, and is not required.
  const given = await scope.db.execute<Obligation & { userId: string }>(sql`
    select user_id as "userId", bool_or(mandatory) as mandatory from training.assignments
    where company_id = ${scope.company.id} and course_id = ${courseId}
      and (mandatory or rule_id is not null or due_on is not null)
    group by user_id`)
  const obliged = new Map(
    given.map(({ userId, mandatory }) => [userId, { mandatory } as Obligation]),
  )
  const [members, departments] = await Promise.all([readMembers(scope), readDepartments(scope)])
  for (const rule of await readRules(scope)) {
    if (rule.endedAt !== null || !(await isReached(scope, registry, rule.stage))) continue
    const courses = await coursesOf(scope, rule)
    if (!courses.some((course) => course.courseId === courseId)) continue
    for (const { id } of audienceOf(members, departments, rule)) {
      const mandatory = rule.mandatory || obliged.get(id)?.mandatory === true
      obliged.set(id, { mandatory, ruleId: rule.id })
    }
  }
  return obliged
}
