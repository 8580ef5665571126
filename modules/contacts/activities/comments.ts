import { sql } from 'drizzle-orm'
import { whoMaySee } from '../../../core/access/seers.ts'
import { newId } from '../../../core/db/id.ts'
import { tell } from '../../../core/events.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { notify } from '../../../core/notify/notify.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import { tellMentioned } from '../../../core/records/mentions.ts'
import { findSubjects, type Reference, type Subject } from '../../../core/records/subjects.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { mentioned } from '../mentioned.ts'
import type { ActivityKind } from './kinds.ts'
import type { Place } from './place.ts'
import { activities, activityComments } from './schema.ts'

export const commentObject = 'contacts.comment'
export const commented = 'contacts.commented'

/** A follow-up as those read it who may see its record. */
export type ReadActivity = Place & {
  id: string
  kind: ActivityKind
  body: string
  happenedAt: Date
  ownerId: string | null
  owner: string | null
  subject: Subject
}

export type Comment = { id: string; body: string; authorId: string; author: string; at: Date }

/**
 * Reads a follow-up for whoever may see the record it is on.
 * @throws Refusal 404 when there is none, or its record is out of reach
 */
export async function seeActivity(
  scope: Scope,
  registry: Registry,
  id: string,
): Promise<ReadActivity> {
  const [row] = await scope.db.execute<Omit<ReadActivity, 'subject'> & Reference>(sql`
    select id, kind, body, place, latitude::text, longitude::text, happened_at as "happenedAt",
      owner_id as "ownerId", object, record_id as "recordId",
      (select u.name from core.users u where u.company_id = ${activities.companyId}
        and u.id = ${activities.ownerId}) as owner
    from ${activities} where company_id = ${scope.company.id} and id = ${id}
      and archived_at is null`)
  const subject = row && (await findSubjects(registry, scope, [row])).get(row.recordId)
  if (!subject) throw notFound()
  return { ...row, subject }
}

/** What was said about a follow-up, the oldest first. */
export const readComments = ({ db, company }: Scope, activityId: string): Promise<Comment[]> =>
  db.execute<Comment>(sql`
    select c.id, c.body, c.author_id as "authorId", u.name as author, c.created_at as at
    from ${activityComments} c join core.users u on u.company_id = c.company_id and u.id = c.author_id
    where c.company_id = ${company.id} and c.activity_id = ${activityId} and c.archived_at is null
    order by c.created_at, c.id limit 200`)

/**
 * Says something about a follow-up: whom it calls by @ is told, and who wrote the follow-up, as far as
 * they may see the record.
 * @returns the names of those it calls who may not see the record and were not told
 */
export async function addComment(
  scope: Scope,
  registry: Registry,
  { id: activityId, ownerId, subject }: ReadActivity,
  body: string,
): Promise<string[]> {
  const id = newId()
  const { object, recordId } = subject
  await insertMany(scope, activityComments, [{ id, activityId, body, authorId: scope.user.id }])
  await countComments(scope, subject, activityId, 1)
  await recordAudit(scope, {
    ...{ action: 'created', object: commentObject, recordId: id },
    after: { about: object, record: recordId, body },
  })
  await tell(registry, scope, 'contacts.activity.commented', {
    id: activityId,
    object,
    record: recordId,
  })
  if (ownerId) {
    const seers = await whoMaySee(scope, registry, [ownerId], subject)
    await notify(scope, [...seers], commented, { object, recordId }, { text: body.slice(0, 500) })
  }
  return tellMentioned(scope, registry, { object, recordId }, mentioned, body)
}

/** Takes back what one said oneself. @throws Refusal 404 for what somebody else said */
export async function removeComment(
  scope: Scope,
  { id: activityId, subject }: ReadActivity,
  id: string,
): Promise<void> {
  const [gone] = await scope.db.execute<{ body: string }>(sql`
    update ${activityComments} set archived_at = now(), updated_at = now(), version = version + 1
    where company_id = ${scope.company.id} and id = ${id} and activity_id = ${activityId}
      and author_id = ${scope.user.id} and archived_at is null returning body`)
  if (!gone) throw notFound()
  await countComments(scope, subject, activityId, -1)
  await recordAudit(scope, {
    ...{ action: 'removed', object: commentObject, recordId: id },
    before: { body: gone.body },
  })
}

/** The line of a follow-up says how much was said about it; of two at once both count. */
const countComments = (
  scope: Scope,
  { object, recordId }: Reference,
  activityId: string,
  more: 1 | -1,
) =>
  scope.db.execute(sql`
    update core.timeline set data = data || jsonb_build_object('comments',
      coalesce((data ->> 'comments')::int, 0) + ${more}::int)
    where company_id = ${scope.company.id} and object = ${object} and record_id = ${recordId}
      and id = ${activityId}`)
