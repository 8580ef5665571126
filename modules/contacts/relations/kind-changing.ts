import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { type RelationKind, usualKinds } from './kinds.ts'
import { relationKinds } from './schema.ts'

export const relationKindObject = 'contacts.relation-kind'
export const nameRelations = 'contacts.relations.manage'

/** A company has no more kinds of its own. */
export const mostOwnKinds = 50

type Words = Pick<RelationKind, 'from' | 'to' | 'forward' | 'backward'>

/** Adds a kind of the company's own. @returns `full` when it has too many */
export async function addKind(
  scope: Scope,
  kinds: readonly RelationKind[],
  words: Words,
): Promise<'added' | 'full'> {
  if (kinds.length - usualKinds.length >= mostOwnKinds) return 'full'
  const id = newId()
  await Promise.all([
    scope.db
      .insert(relationKinds)
      .values({ companyId: scope.company.id, id, key: `own_${id.replaceAll('-', '')}`, ...words }),
    recordAudit(scope, {
      action: 'created',
      object: relationKindObject,
      recordId: id,
      after: words,
    }),
  ])
  return 'added'
}

/** Changes what a kind is called, or whether it is offered; its ends stay what they are. */
export async function saveKind(
  scope: Scope,
  old: RelationKind,
  now: Pick<RelationKind, 'forward' | 'backward' | 'isHidden'>,
): Promise<void> {
  const { key, from, to, forward, backward, isHidden } = old
  const changed = differences<Record<string, unknown>>({ forward, backward, isHidden }, now)
  if (!changed) return
  const archived = now.isHidden ? sql`now()` : null
  await scope.db
    .insert(relationKinds)
    .values({
      ...{ companyId: scope.company.id, key, from, to },
      ...{ forward: now.forward, backward: now.backward, archivedAt: archived },
    })
    .onConflictDoUpdate({
      target: [relationKinds.companyId, relationKinds.key],
      set: {
        ...{ forward: now.forward, backward: now.backward, archivedAt: archived },
        ...{ updatedAt: sql`now()`, version: sql`${relationKinds.version} + 1` },
      },
    })
  const deed = now.isHidden === isHidden ? 'changed' : now.isHidden ? 'archived' : 'restored'
  await recordAudit(scope, { action: deed, object: relationKindObject, recordId: key, ...changed })
}
