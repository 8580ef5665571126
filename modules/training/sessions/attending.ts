import { sql } from 'drizzle-orm'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { noteLearning } from '../learning/events.ts'
import { finishLesson, takingOf } from '../learning/learning.ts'
import { isUnderWay } from '../learning/taking.ts'
import { sessionObject } from './planning.ts'
import type { Expected, Session } from './reading.ts'

export type Attendance = 'present' | 'absent' | 'excused'

/**
 * Signs the caller in to a session.
 * @returns why not: they have not begun the course, or all places are taken
 */
export async function signIn(
  scope: Scope,
  registry: Registry,
  session: Session,
): Promise<'done' | 'notYours' | 'full'> {
  const taking = await takingOf(scope, scope.user.id, session.courseId)
  if (!isUnderWay(taking)) return taking.done.has(session.lesson) ? 'done' : 'notYours'
  if (await isFull(scope, session)) return 'full'
  await attend(scope, registry, session, scope.user.id, 'present')
  return 'done'
}

/** Whether others have taken all places; whoever asks waits until those before them are noted. */
async function isFull({ db, company, user }: Scope, { id }: Session): Promise<boolean> {
  const [row] = await db.execute<{ capacity: number | null }>(sql`
    select capacity from training.sessions
    where company_id = ${company.id} and id = ${id} for update`)
  if (!row || row.capacity === null) return false
  // Counted behind the lock: the same statement would count what was there before it waited.
  const others = await db.execute(sql`
    select from training.attendance where company_id = ${company.id} and session_id = ${id}
      and state = 'present' and user_id <> ${user.id}`)
  return others.length >= row.capacity
}

/** Saves the list of a session: what differs from what was noted. */
export async function saveList(
  scope: Scope,
  registry: Registry,
  session: Session,
  expected: readonly Expected[],
  given: (userId: string) => Attendance | undefined,
): Promise<void> {
  const changed = expected.flatMap(({ userId, state }) => {
    const now = given(userId)
    return now && now !== state ? [{ userId, state: now }] : []
  })
  for (const { userId, state } of changed) await attend(scope, registry, session, userId, state)
  if (changed.length > 0)
    await recordAudit(scope, {
      ...{ action: 'listed', object: sessionObject, recordId: session.id },
      after: Object.fromEntries(changed.map(({ userId, state }) => [userId, state])),
    })
}

/** Notes who was there; being there does the lesson. */
async function attend(
  scope: Scope,
  registry: Registry,
  session: Session,
  userId: string,
  state: Attendance,
): Promise<void> {
  const signedAt = state === 'present' ? scope.now().toISOString() : null
  await scope.db.execute(sql`
    insert into training.attendance (company_id, session_id, user_id, state, signed_at, by)
    values (${scope.company.id}, ${session.id}, ${userId}, ${state}, ${signedAt}, ${scope.actorId})
    on conflict (company_id, session_id, user_id) do update set state = excluded.state,
      signed_at = excluded.signed_at, by = excluded.by`)
  if (state !== 'present') return
  const { courseCode: object, lesson: step } = session
  await noteLearning(scope, [{ kind: 'live.attended', object, step, userId }])
  const taking = await takingOf(scope, userId, session.courseId)
  if (isUnderWay(taking)) await finishLesson(scope, registry, taking, { key: session.lesson })
}
