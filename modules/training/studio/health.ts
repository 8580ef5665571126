import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import type { Texts } from '../courses/content.ts'
import { type Answer, flawOf, type Tried } from '../evidence/formula.ts'
import { firstTries, type Gained, triedTwice } from '../evidence/reading.ts'

/** How a course does with those who take it. */
export type Health = {
  courseId: string
  code: string
  titles: Texts
  reviewDueOn: string | null
  taking: number
  completed: number
  opinions: number
  /** How many gave four or five. */
  satisfied: number
  /** First attempts at its quizzes. */
  first: Tried
  gained: Gained
}

/** Every published course with its figures, by code. */
export const readHealth = (scope: Scope): Promise<Health[]> =>
  scope.db.execute<Health>(sql`
    select c.id as "courseId", c.code, c.titles, c.review_due_on as "reviewDueOn",
      (select count(*)::int from training.assignments a where a.company_id = c.company_id
        and a.course_id = c.id and a.started_at is not null) as taking,
      (select count(*)::int from training.completions d where d.company_id = c.company_id
        and d.course_id = c.id) as completed,
      (select count(*)::int from training.opinions o where o.company_id = c.company_id
        and o.course_id = c.id) as opinions,
      (select count(*)::int from training.opinions o where o.company_id = c.company_id
        and o.course_id = c.id and (o.ratings ->> 'useful')::int >= 4) as satisfied,
      json_build_object('took', coalesce(f.took, 0), 'passed', coalesce(f.passed, 0)) as first,
      json_build_object('people', coalesce(g.people, 0), 'before', g.before, 'after', g.after)
        as gained
    from training.courses c
    left join (select course_id, count(*) as took, count(*) filter (where passed) as passed
      from (${firstTries(scope)}) as t group by course_id) f on f.course_id = c.id
    left join (select course_id, count(*) as people, avg(before) as before, avg(after) as after
      from (${triedTwice(scope)}) as t group by course_id) g on g.course_id = c.id
    where c.company_id = ${scope.company.id} and c.published_id is not null
      and c.archived_at is null
    order by c.code limit 300`)

export type Weak = {
  id: string
  courseId: string
  code: string
  stem: Texts
  flaw: 'hard' | 'easy' | 'blunt'
  answers: number
}

type Row = Omit<Weak, 'flaw' | 'answers'> & { given: Answer[] }

/** The questions that their figures speak against, by first attempts (7.1). */
export async function readWeak(scope: Scope): Promise<Weak[]> {
  const rows = await scope.db.execute<Row>(sql`
    select q.id, q.course_id as "courseId", c.code, q.document -> 'stem' as stem,
      json_agg(json_build_object('correct', w.correct, 'rest', r.rest)) as given
    from training.answers w
    join training.attempts t on t.company_id = w.company_id and t.id = w.attempt_id and t.number = 1
    join training.questions q on q.company_id = w.company_id and q.id = w.question_id
      and q.archived_at is null and q.version = w.question_version
    join training.courses c on c.company_id = q.company_id and c.id = q.course_id
    join lateral (select count(*) filter (where x.correct)::int as rest from training.answers x
      where x.company_id = w.company_id and x.attempt_id = w.attempt_id
        and x.question_id <> w.question_id) r on true
    where w.company_id = ${scope.company.id}
    group by q.id, q.course_id, c.code, q.document
    order by c.code, q.id limit 2000`)
  return rows.flatMap(({ given, ...row }) => {
    const flaw = flawOf(given)
    return flaw ? [{ ...row, flaw, answers: given.length }] : []
  })
}
