import { sql } from 'drizzle-orm'
import { readDepartments } from '../../../core/access/department-tree.ts'
import { readMembers } from '../../../core/access/members.ts'
import { shiftDay } from '../../../core/calendar/calendar.ts'
import { today } from '../../../core/calendar/reading.ts'
import type { Scope } from '../../../core/scope.ts'
import { audienceOf } from '../assigning/audience.ts'
import type { Person, Tried } from './formula.ts'

/** New joiners count from then on (R5). */
const graceDays = 14

type Facts = {
  rules: { roles: string[]; departmentIds: string[]; codes: string[] }[]
  valid: { userId: string; codes: string[] }[]
  joined: string[]
}

/** Everybody who may sign in and is past their first days, with what they must learn and what holds. */
export async function readLearners(
  scope: Scope,
): Promise<(Person & { roles: readonly string[] })[]> {
  const company = scope.company.id
  const now = today(scope)
  const [row] = await scope.db.execute<Facts>(sql`
    select
      coalesce((select json_agg(json_build_object('roles', r.roles,
          'departmentIds', r.department_ids, 'codes', case when c.id is not null
            then json_build_array(c.code) else to_json(p.courses) end))
        from training.rules r
        left join training.courses c on c.company_id = r.company_id and c.id = r.course_id
        left join training.paths p on p.company_id = r.company_id and p.id = r.path_id
        where r.company_id = ${company} and r.mandatory and r.ended_at is null), '[]') as rules,
      coalesce((select json_agg(json_build_object('userId', v.user_id, 'codes', v.codes)) from (
        select d.user_id, json_agg(distinct c.code) as codes from training.completions d
        join training.courses c on c.company_id = d.company_id and c.id = d.course_id
        where d.company_id = ${company} and d.revoked_at is null
          and (d.valid_until is null or d.valid_until >= ${now})
        group by d.user_id) v), '[]') as valid,
      coalesce((select json_agg(u.id) from core.users u where u.company_id = ${company}
        and u.created_at > ${shiftDay(now, -graceDays)}::date), '[]') as joined`)
  const { rules, valid, joined } = row as Facts
  const [members, departments] = await Promise.all([readMembers(scope), readDepartments(scope)])
  const published = await readPublished(scope)
  const mandatory = new Map<string, Set<string>>()
  for (const rule of rules)
    for (const { id } of audienceOf(members, departments, rule as never))
      for (const code of rule.codes)
        if (published.has(code)) mandatory.set(id, (mandatory.get(id) ?? new Set()).add(code))
  const held = new Map(valid.map(({ userId, codes }) => [userId, codes]))
  const fresh = new Set(joined)
  return members
    .filter(({ id }) => !fresh.has(id))
    .map(({ id, departmentId, roles }) => ({
      ...{ id, departmentId, roles, valid: held.get(id) ?? [] },
      mandatory: [...(mandatory.get(id) ?? [])],
    }))
}

/** Outlines cannot be taken, so nobody has to. */
async function readPublished({ db, company }: Scope): Promise<Set<string>> {
  const rows = await db.execute<{ code: string }>(sql`
    select code from training.courses
    where company_id = ${company.id} and published_id is not null and archived_at is null`)
  return new Set(rows.map(({ code }) => code))
}

/** First attempts at quizzes, with whose they are and of which course. */
export const firstTries = ({ company }: Scope) => sql`
  select a.user_id, a.course_id, t.passed from training.attempts t
  join training.assignments a on a.company_id = t.company_id and a.id = t.assignment_id
  where t.company_id = ${company.id} and t.number = 1 and t.finished_at is not null`

/** First attempts at quizzes, and how many passed; of one department, or of all. */
export async function readFirstTries(scope: Scope, department?: string): Promise<Tried> {
  const [row] = await scope.db.execute<Tried>(sql`
    select count(*)::int as took, count(*) filter (where f.passed)::int as passed
    from (${firstTries(scope)}) as f
    join core.users u on u.company_id = ${scope.company.id} and u.id = f.user_id
      ${department ? sql`where u.department_id = ${department}` : sql``}`)
  return row ?? { took: 0, passed: 0 }
}

export type Gained = { people: number; before: number | null; after: number | null }

/** The scores of those who tried before learning and again behind it, by course. */
export const triedTwice = ({ company }: Scope) => sql`
  select a.course_id, b.score as before, f.score as after from training.attempts b
  join training.assignments a on a.company_id = b.company_id and a.id = b.assignment_id
  join lateral (select score from training.attempts x where x.company_id = b.company_id
    and x.assignment_id = b.assignment_id and x.lesson = b.lesson and x.number > 0
    and x.finished_at is not null order by x.number desc limit 1) f on true
  where b.company_id = ${company.id} and b.number = 0 and b.finished_at is not null`

/** Mean scores of those who tried before learning and again behind it. */
export async function readGain(scope: Scope): Promise<Gained> {
  const [row] = await scope.db.execute<Gained>(sql`
    select count(*)::int as people, avg(before) as before, avg(after) as after
    from (${triedTwice(scope)}) as g`)
  return row ?? { people: 0, before: null, after: null }
}

/** What people asked their champions in the last four weeks; of one department, or of all. */
export async function countQuestions(scope: Scope, department?: string): Promise<number> {
  const [row] = await scope.db.execute<{ count: number }>(sql`
    select count(*)::int as count from training.help_requests
    where company_id = ${scope.company.id}
      and created_at > ${scope.now().toISOString()}::timestamptz - interval '4 weeks'
      ${department ? sql`and department_id = ${department}` : sql``}`)
  return row?.count ?? 0
}
