import { randomInt } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import { notifyMany } from '../../../core/notify/notify.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { parseDate } from '../../../core/values/date.ts'
import { parseWhole } from '../../../core/values/number.ts'
import { parseText } from '../../../core/values/text.ts'
import { hasCome } from './day.ts'
import { sessionText } from './messages.ts'
import type { LivePart, Session } from './reading.ts'
import { sessions } from './schema.ts'

export const sessionObject = 'training.session'

export type Plan = { part: LivePart; startsAt: Date; place: string; capacity: number | null }

export const partKey = ({ courseId, lesson }: LivePart): string => `${courseId} ${lesson}`

/** Reads the form of a session: fields part, date, time, place, capacity. */
export async function readPlan(
  scope: Scope,
  raw: Raw,
  parts: readonly LivePart[],
): Promise<{ plan: Plan; errors?: undefined } | { plan?: undefined; errors: Errors }> {
  const t = sessionText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const part = parts.find((one) => partKey(one) === raw.part)
  if (!part) fields.refuse('part', t.noLessons)
  const day = fields.need('date', t.date, parseDate, '')
  const time = (raw.time ?? '').normalize('NFKC').trim()
  if (!/^([01]?\d|2[0-3]):[0-5]\d$/.test(time)) fields.refuse('time', t.timeWrong)
  const place = fields.need('place', t.place, (text) => parseText(text, { most: 200 }), '')
  const capacity = fields.may('capacity', (text) => parseWhole(text, { least: 1, most: 1_000 }))
  if (!fields.ok || !part) return { errors: fields.errors }
  const [row] = await scope.db.execute<{ at: Date }>(sql`
    select (${`${day} ${time}`}::text::timestamp at time zone ${scope.company.timeZone}) as at`)
  const startsAt = new Date(row?.at ?? 0)
  if (startsAt < scope.now()) return { errors: { date: t.past } }
  return { plan: { part, startsAt, place, capacity } }
}

/** Plans a session, and tells those who have the course open. @returns its id */
export async function planSession(scope: Scope, plan: Plan): Promise<string> {
  const id = newId()
  const { part, startsAt, place, capacity } = plan
  const code = String(randomInt(100_000_000)).padStart(8, '0')
  const about = { courseId: part.courseId, lesson: part.lesson, startsAt, place, capacity }
  await insertMany(scope, sessions, [{ id, ...about, code, trainerId: scope.actorId }])
  await recordAudit(scope, {
    ...{ action: 'created', object: sessionObject, recordId: id },
    after: { startsAt: startsAt.toISOString(), place },
  })
  await tellLearners(scope, part.courseId, 'training.session-planned')
  return id
}

/** Tells whoever has the course open. */
async function tellLearners(
  scope: Scope,
  courseId: string,
  kind: `training.session-${'planned' | 'called-off'}`,
): Promise<void> {
  const people = await scope.db.execute<{ person: string }>(sql`
    select distinct user_id as person from training.assignments
    where company_id = ${scope.company.id} and course_id = ${courseId}
      and status in ('assigned', 'in_progress')`)
  const about = { object: 'training.course', recordId: courseId }
  await notifyMany(
    scope,
    people.map(({ person }) => ({ person, kind, about })),
  )
}

/** Ends a session, so that nobody signs in any more; before its day that calls it off, and is told. */
export async function closeSession(scope: Scope, session: Session): Promise<void> {
  const { id, courseId } = session
  const closed = await scope.db.execute(sql`
    update training.sessions set closed_at = ${scope.now().toISOString()}, updated_at = now()
    where company_id = ${scope.company.id} and id = ${id} and closed_at is null returning id`)
  if (closed.length === 0) return
  await recordAudit(scope, { action: 'closed', object: sessionObject, recordId: id })
  if (!hasCome(scope, session)) await tellLearners(scope, courseId, 'training.session-called-off')
}
