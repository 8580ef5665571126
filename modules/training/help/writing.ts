import { and, eq, sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { readSettings } from '../access/settings.ts'
import { sayIn } from '../courses/content.ts'
import { askForReview } from '../reviewing.ts'
import { helpTopics, type TopicInput } from './schema.ts'
import type { OwnTopic } from './topics.ts'

export const topicObject = 'training.help-topic' as const

/** Whether a second person looks at help before all see it. */
const asksSecond = async (scope: Scope): Promise<boolean> =>
  (await readSettings(scope)).secondReviewer

/**
 * Writes a topic, which is there for all at once, or as soon as a second person has looked at it.
 * @param code the topic that comes along and is replaced by it
 * @returns its id; undefined when that one has been replaced already
 */
export async function writeTopic(
  scope: Scope,
  input: TopicInput,
  code: string | null,
): Promise<string | undefined> {
  const id = newId()
  const waits = await asksSecond(scope)
  const row = {
    ...{ ...input, id, code, name: nameOf(scope, input), ownerId: scope.actorId },
    ...(waits ? { proposed: input, proposedBy: scope.actorId, publishedAt: null } : {}),
  }
  const [made] = await scope.db
    .insert(helpTopics)
    .values({ companyId: scope.company.id, ...row })
    .onConflictDoNothing()
    .returning({ id: helpTopics.id })
  if (!made) return undefined
  await recordAudit(scope, { action: 'created', object: topicObject, recordId: id, after: input })
  if (waits) await askForReview(scope, 'topic', { recordId: id })
  return id
}

/**
 * Changes a topic; where a second person looks at it first, all see what was there until then.
 * @returns conflict when somebody changed it meanwhile
 */
export async function changeTopic(
  scope: Scope,
  old: OwnTopic,
  version: number,
  input: TopicInput,
): Promise<'changed' | 'proposed' | 'conflict'> {
  if (!(await asksSecond(scope))) return setTopic(scope, old, version, input, 'changed')
  const proposed = await scope.db
    .update(helpTopics)
    .set({
      ...{ proposed: input, proposedBy: scope.actorId, updatedAt: sql`now()` },
      version: sql`${helpTopics.version} + 1`,
    })
    .where(and(whereOf(scope, old.id), eq(helpTopics.version, version)))
    .returning({ id: helpTopics.id })
  if (proposed.length === 0) return 'conflict'
  await recordAudit(scope, {
    ...{ action: 'submitted', object: topicObject, recordId: old.id, after: input },
  })
  await askForReview(scope, 'topic', { recordId: old.id })
  return 'proposed'
}

/**
 * Lets all see what was proposed. Whoever wrote it leaves that to somebody else, where the company
 * wants it so.
 * @returns why not, when it was not published
 */
export async function publishTopic(
  scope: Scope,
  topic: OwnTopic,
  version: number,
): Promise<'published' | 'conflict' | 'own'> {
  if (!topic.proposed) return 'conflict'
  if (topic.proposedBy === scope.user.id && (await asksSecond(scope))) return 'own'
  return setTopic(scope, topic, version, topic.proposed, 'published')
}

async function setTopic<Deed extends 'changed' | 'published'>(
  scope: Scope,
  old: OwnTopic,
  version: number,
  input: TopicInput,
  deed: Deed,
): Promise<Deed | 'conflict'> {
  const changed = await scope.db
    .update(helpTopics)
    .set({
      ...{ ...input, name: nameOf(scope, input), updatedAt: sql`now()` },
      ...{ proposed: null, proposedBy: null, publishedAt: scope.now() },
      version: sql`${helpTopics.version} + 1`,
    })
    .where(and(whereOf(scope, old.id), eq(helpTopics.version, version)))
    .returning({ id: helpTopics.id })
  if (changed.length === 0) return 'conflict'
  const { place, field, titles, bodies, reviewDueOn } = old
  await recordAudit(scope, {
    ...{ action: deed, object: topicObject, recordId: old.id },
    ...differences<Record<string, unknown>>({ place, field, titles, bodies, reviewDueOn }, input),
  })
  return deed
}

/** Takes a topic away; what it stood for comes back. */
export async function dropTopic(scope: Scope, { id }: OwnTopic): Promise<void> {
  const dropped = await scope.db
    .update(helpTopics)
    .set({ archivedAt: scope.now(), code: null, updatedAt: sql`now()` })
    .where(and(whereOf(scope, id), sql`${helpTopics.archivedAt} is null`))
    .returning({ id: helpTopics.id })
  if (dropped.length > 0)
    await recordAudit(scope, { action: 'archived', object: topicObject, recordId: id })
}

const whereOf = (scope: Scope, id: string) =>
  and(eq(helpTopics.companyId, scope.company.id), eq(helpTopics.id, id))

const nameOf = ({ company }: Scope, { titles }: TopicInput): string => sayIn(company.locale, titles)
