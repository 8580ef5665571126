import { and, eq, sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { sayIn, type Texts } from '../courses/content.ts'
import { helpTopics } from './schema.ts'
import type { OwnTopic } from './topics.ts'

export const topicObject = 'training.help-topic' as const

/** What somebody writes of a topic. @property reviewDueOn an ISO day */
export type TopicInput = {
  place: string
  field: string | null
  titles: Texts
  bodies: Texts
  reviewDueOn: string
}

/**
 * Writes a topic, which is there for all at once.
 * @param code the topic that comes along and is replaced by it
 * @returns its id; undefined when that one has been replaced already
 */
export async function writeTopic(
  scope: Scope,
  input: TopicInput,
  code: string | null,
): Promise<string | undefined> {
  const id = newId()
  const row = { ...input, id, code, name: nameOf(scope, input), ownerId: scope.actorId }
  const [made] = await scope.db
    .insert(helpTopics)
    .values({ companyId: scope.company.id, ...row })
    .onConflictDoNothing()
    .returning({ id: helpTopics.id })
  if (!made) return undefined
  await recordAudit(scope, { action: 'created', object: topicObject, recordId: id, after: input })
  return id
}

/** Changes a topic. @returns conflict when somebody changed it meanwhile */
export async function changeTopic(
  scope: Scope,
  old: OwnTopic,
  version: number,
  input: TopicInput,
): Promise<'changed' | 'conflict'> {
  const changed = await scope.db
    .update(helpTopics)
    .set({
      ...{ ...input, name: nameOf(scope, input), updatedAt: sql`now()` },
      version: sql`${helpTopics.version} + 1`,
    })
    .where(and(whereOf(scope, old.id), eq(helpTopics.version, version)))
    .returning({ id: helpTopics.id })
  if (changed.length === 0) return 'conflict'
  const { place, field, titles, bodies, reviewDueOn } = old
  await recordAudit(scope, {
    ...{ action: 'changed', object: topicObject, recordId: old.id },
    ...differences<Record<string, unknown>>({ place, field, titles, bodies, reviewDueOn }, input),
  })
  return 'changed'
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
