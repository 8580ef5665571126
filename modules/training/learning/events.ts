import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import { newId } from '../../../core/db/id.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { learningEvents } from './schema.ts'

/** What is noted of learning (section 6). */
export type LearningEvent = {
  kind:
    | `tour.${'offered' | 'started' | 'step_viewed' | 'step_done' | 'target_missing' | 'snoozed' | 'closed' | 'finished'}`
    | 'help.opened'
    | 'help.topic_useful'
    | 'lesson.viewed'
    | 'lesson.completed'
    | 'quiz.answered'
    | 'quiz.finished'
    | 'live.attended'
    | 'certificate.issued'
    | 'certificate.verified'
    | 'survey.answered'
    | 'assignment.created'
    | 'assignment.reminded'
    | 'assignment.overdue'
    | 'assignment.waived'
  /** The course's code, the tour's, or the help topic's. */
  object: string
  objectVersion?: number
  /** The lesson's key. */
  step?: string
  /** Whose it is; of the person of the scope when left out, of nobody when null. */
  userId?: string | null
  departmentId?: string | null
  data?: Record<string, unknown>
}

/** Notes what happened, in the transaction in which it happened. */
export async function noteLearning(scope: Scope, events: readonly LearningEvent[]): Promise<void> {
  await insertMany(
    scope,
    learningEvents,
    events.map(({ kind, object, objectVersion, step, data, ...whose }) => ({
      ...{ kind, object, objectVersion: objectVersion ?? null, step: step ?? null },
      ...{ id: newId(), at: scope.now(), data: data ?? {} },
      userId: whose.userId === undefined ? scope.actorId : whose.userId,
      departmentId: whose.departmentId === undefined ? scope.user.departmentId : whose.departmentId,
    })),
  )
}

/**
 * Notes that something happened on a day, and nothing by which it could be told who did it: neither
 * the moment nor an id that holds one (R22).
 */
export const noteNameless = (scope: Scope, kind: LearningEvent['kind'], object: string) =>
  insertMany(scope, learningEvents, [
    {
      ...{ id: randomUUID(), at: new Date(`${today(scope)}T00:00:00Z`), kind, object, data: {} },
      ...{ objectVersion: null, step: null, userId: null, departmentId: null },
    },
  ])

/** Lets go of what is older than 180 days (R18); completions stay. */
export async function forgetLearning({ db, company }: Scope): Promise<void> {
  await db.execute(sql`
    delete from training.learning_events
    where company_id = ${company.id} and at < now() - interval '180 days'`)
}
