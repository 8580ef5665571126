import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { newIdAt } from '../../../core/db/id.ts'
import { tellMany } from '../../../core/events.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { differences, recordAudit, recordAudits } from '../../../core/records/audit.ts'
import { findSubjects, type Reference, type Subject } from '../../../core/records/subjects.ts'
import { addLines, rewriteLine } from '../../../core/records/timeline.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { ActivityKind } from './kinds.ts'
import { nowhere, type Place, sayPlace } from './place.ts'
import { activities } from './schema.ts'

export const activityObject = 'contacts.activity'
export const editActivities = 'contacts.activities.edit'

/** Something that was done with a customer, now or earlier, by whomever. */
export type Logged = Reference & {
  kind: ActivityKind
  body: string
  happenedAt: Date
  ownerId: string | null
  departmentId: string | null
  /** Where it was; nowhere when left out. */
  where?: Place
  /** The day for which the next step is planned, for the words of the timeline. */
  next?: string
}

/**
 * Writes down what was done, with its lines in the timelines, in a few statements however many
 * there are. The caller has made sure that the records may be changed.
 * @returns the ids, in the same order
 */
export async function logActivities(
  scope: Scope,
  registry: Registry,
  logged: readonly Logged[],
): Promise<string[]> {
  const rows = logged.map(({ next: _, where = nowhere, ...row }) => ({
    ...{ id: newIdAt(row.happenedAt), ...row },
    ...where,
  }))
  const lineOf = (
    { recordId, ownerId, happenedAt, ...row }: (typeof rows)[number],
    at: number,
  ) => ({
    recordId,
    kind: 'contacts.followed-up',
    data: { kind: row.kind, body: row.body, ...said(row), next: logged[at]?.next },
    past: { id: row.id, at: happenedAt, actorId: ownerId },
  })
  const lines = rows.map((row, at) => ({ object: row.object, line: lineOf(row, at) }))
  const objects = [...new Set(rows.map(({ object }) => object))]
  await Promise.all([
    insertMany(scope, activities, rows),
    ...objects.map((object) =>
      addLines(
        scope,
        object,
        lines.filter((one) => one.object === object).map(({ line }) => line),
      ),
    ),
    recordAudits(
      scope,
      rows.map(({ id, object, recordId, kind, body, ...where }) => ({
        action: 'created',
        object: activityObject,
        recordId: id,
        after: { about: object, record: recordId, kind, body, ...said(where) },
      })),
    ),
    tellMany(
      registry,
      scope,
      rows.map(({ id, object, recordId }) => ({
        name: 'contacts.activity.logged',
        payload: { id, object, record: recordId },
      })),
    ),
  ])
  return rows.map(({ id }) => id)
}

/** Where it was, as far as anybody said. */
const said = (where: Place): { place?: string } => {
  const place = sayPlace(where)
  return place ? { place } : {}
}

export type Activity = Place & {
  id: string
  version: number
  kind: ActivityKind
  body: string
  ownerId: string | null
  subject: Subject
}

/**
 * Reads an activity to change it: one's own, or as far as the permission reaches, on a record that
 * may be seen. @throws Refusal 404 else
 */
export async function readActivity(
  scope: Scope,
  registry: Registry,
  id: string,
): Promise<Activity> {
  const [row] = await scope.db.execute<Omit<Activity, 'subject'> & Reference>(sql`
    select id, version, kind, body, place, latitude::text, longitude::text, owner_id as "ownerId", object, record_id as "recordId"
    from ${activities} where company_id = ${scope.company.id} and id = ${id}
      and archived_at is null and ${within(scope, editActivities, activities)}`)
  const subject = row && (await findSubjects(registry, scope, [row])).get(row.recordId)
  if (!subject) throw notFound()
  return { ...row, subject }
}

/** Changes what an activity says, as read with `version`. @returns conflict when it was changed since */
export async function saveActivity(
  scope: Scope,
  activity: Activity,
  version: number,
  now: Pick<Activity, 'kind' | 'body' | keyof Place>,
): Promise<'saved' | 'unchanged' | 'conflict'> {
  const { id, subject } = activity
  if (activity.version !== version) return 'conflict'
  const changed = differences(wordsOf(activity), wordsOf(now))
  if (!changed) return 'unchanged'
  const saved = await scope.db.execute(sql`
    update ${activities} set kind = ${now.kind}, body = ${now.body},
      place = ${now.place}, latitude = ${now.latitude}, longitude = ${now.longitude}, version = version + 1,
      updated_at = now()
    where company_id = ${scope.company.id} and id = ${id} and version = ${version} returning id`)
  if (saved.length === 0) return 'conflict'
  await Promise.all([
    rewriteLine(scope, subject.object, subject.recordId, id, wordsOf(now)),
    recordAudit(scope, { action: 'changed', object: activityObject, recordId: id, ...changed }),
  ])
  return 'saved'
}

/** What an activity says, for its line and the audit trail. */
const wordsOf = ({ kind, body, ...where }: Pick<Activity, 'kind' | 'body' | keyof Place>) => ({
  ...{ kind, body, place: sayPlace(where) },
})

/** Takes an activity out of sight and out of the timeline; the audit trail keeps what it said. */
export async function removeActivity(
  scope: Scope,
  { id, kind, body, subject }: Pick<Activity, 'id' | 'kind' | 'body'> & { subject: Reference },
): Promise<void> {
  await Promise.all([
    scope.db.execute(sql`
      update ${activities} set archived_at = now(), version = version + 1, updated_at = now()
      where company_id = ${scope.company.id} and id = ${id}`),
    rewriteLine(scope, subject.object, subject.recordId, id, undefined),
    recordAudit(scope, {
      action: 'removed',
      object: activityObject,
      recordId: id,
      before: { kind, body },
    }),
  ])
}
