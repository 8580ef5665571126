import { sql } from 'drizzle-orm'
import type { LearningRule } from '../core/learning/declared.ts'
import type { Scope } from '../core/scope.ts'

/**
 * What lets access follow learning where a company never said so itself: a strict rollout, or a plan
 * that has reached the stage in which everybody is educated. A query of one row, or none.
 */
export const learningRule = (company: string) => sql`
  select 'strict' as by, to_char(t.since, 'YYYY-MM-DD') as since from flags.strictness t
    where t.company_id = ${company} and t.strictness = 'strict'
  union all
  select 'stage' as by, min(s.started_on)::text as since from flags.stages s
    where s.company_id = ${company} and s.code >= 'S1' having min(s.started_on) is not null
  limit 1`

/** The same, for pages that say who asks for it. */
export const readLearningRule = async ({
  db,
  company,
}: Pick<Scope, 'db' | 'company'>): Promise<LearningRule | undefined> =>
  (await db.execute<LearningRule>(learningRule(company.id)))[0]
