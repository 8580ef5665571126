import { sql } from 'drizzle-orm'
import { withinPlaces } from '../../../core/access/within.ts'
import { newId } from '../../../core/db/id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { notify } from '../../../core/notify/notify.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Lesson, Texts } from '../courses/content.ts'
import { finishLesson, takingOf } from '../learning/learning.ts'
import { isUnderWay, type Taking } from '../learning/taking.ts'
import { readWork } from '../permissions.ts'

export const handInObject = 'training.hand-in'

/** The longest piece of work, in characters. */
export const mostWork = 10_000

/** Hands in a piece of work; what was given back may be handed in anew, what was taken may not. */
export async function handIn(
  scope: Scope,
  taking: Taking,
  lesson: Lesson,
  body: string,
): Promise<void> {
  const { assignment } = taking
  if (!assignment || !isUnderWay(taking) || lesson.kind !== 'hand-in') return
  const [made] = await scope.db.execute<{ id: string }>(sql`
    insert into training.hand_ins (company_id, id, assignment_id, lesson, body)
    values (${scope.company.id}, ${newId()}, ${assignment.id}, ${lesson.key}, ${body})
    on conflict (company_id, assignment_id, lesson) do update set body = excluded.body,
      state = 'waiting', version = training.hand_ins.version + 1, updated_at = now()
      where training.hand_ins.state <> 'accepted' and training.hand_ins.body <> excluded.body
    returning id`)
  if (!made) return
  await recordAudit(scope, { action: 'handed-in', object: handInObject, recordId: made.id })
}

export type Waiting = {
  id: string
  userId: string
  name: string
  department: string | null
  courseId: string
  code: string
  titles: Texts
  lesson: string
  /** What the lesson asked for. */
  asked: Texts
  body: string
  state: 'waiting' | 'accepted' | 'returned'
  comment: string
  updatedAt: Date
  version: number
}

const waiting = (scope: Scope) => sql`
  select h.id, a.user_id as "userId", u.name, d.name as department, a.course_id as "courseId",
    c.code, c.titles, h.lesson, (select l -> 'body' from
      jsonb_array_elements(v.content -> 'lessons') l where l ->> 'key' = h.lesson) as asked, h.body, h.state, h.comment, h.updated_at as "updatedAt", h.version
  from training.hand_ins h
  join training.assignments a on a.company_id = h.company_id and a.id = h.assignment_id
  join training.courses c on c.company_id = a.company_id and c.id = a.course_id
  join training.course_versions v on v.company_id = a.company_id and v.id = a.version_id
  join core.users u on u.company_id = a.company_id and u.id = a.user_id
  left join core.departments d on d.company_id = u.company_id and d.id = u.department_id
  where h.company_id = ${scope.company.id}
    and ${withinPlaces(scope, readWork, { ownerId: sql`u.id`, departmentId: sql`u.department_id` })}`

/** What waits for somebody to take it, the oldest first. */
export const readWaiting = (scope: Scope): Promise<Waiting[]> =>
  scope.db.execute<Waiting>(sql`
    ${waiting(scope)} and h.state = 'waiting' order by h.updated_at, h.id limit 200`)

/** @throws Refusal 404 when there is none, or its writer is out of reach */
export async function readHandIn(scope: Scope, id: string): Promise<Waiting> {
  const [row] = await scope.db.execute<Waiting>(sql`${waiting(scope)} and h.id = ${id}`)
  if (!row) throw notFound()
  return row
}

/**
 * Takes a piece of work, or gives it back with what is to be done about it. Nobody takes their own.
 * @returns false when it was decided, or handed in anew, meanwhile
 */
export async function decideHandIn(
  scope: Scope,
  registry: Registry,
  one: Waiting,
  version: number,
  { state, comment }: { state: 'accepted' | 'returned'; comment: string },
): Promise<boolean> {
  const decided = await scope.db.execute(sql`
    update training.hand_ins set state = ${state}, comment = ${comment},
      decided_by = ${scope.actorId}, decided_at = ${scope.now().toISOString()},
      version = version + 1
    where company_id = ${scope.company.id} and id = ${one.id} and version = ${version}
      and state = 'waiting' returning id`)
  if (decided.length === 0) return false
  await recordAudit(scope, {
    ...{ action: state, object: handInObject, recordId: one.id },
    after: { comment },
  })
  const about = { object: 'training.course', recordId: one.courseId }
  await notify(scope, [one.userId], `training.work-${state}`, about, { code: one.code, comment })
  if (state === 'accepted')
    await finishLesson(scope, registry, await takingOf(scope, one.userId, one.courseId), {
      key: one.lesson,
    })
  return true
}
