import { sql } from 'drizzle-orm'
import { announce } from '../db/changes.ts'
import type { Part } from '../db/together.ts'
import type { Scope } from '../scope.ts'
import { recordAudit } from './audit.ts'
import type { Reference } from './subjects.ts'

export type Collaborator = { id: string; name: string }

/** On more records nobody collaborates: every query of theirs carries the ids. */
const mostOfOne = 1_000

/** Who works on a record beside its owner, by name. */
export const collaboratorsOf = (
  scope: Scope,
  { object, recordId }: Reference,
): Part<Collaborator> => ({
  query: sql`
    select u.id, u.name from core.collaborators c
    join core.users u on u.company_id = c.company_id and u.id = c.user_id
    where c.company_id = ${scope.company.id} and c.object = ${object} and c.record_id = ${recordId}
    order by u.name, u.id`,
})

/**
 * Lets somebody work on a record. The caller has made sure that the record may be shared.
 * @returns gone when there is no such colleague any more, full when they have too many already
 */
export async function addCollaborator(
  scope: Scope,
  { object, recordId }: Reference,
  person: string,
): Promise<'added' | 'there' | 'gone' | 'full'> {
  const company = scope.company.id
  const [colleague] = await scope.db.execute<{ records: number }>(sql`
    select (select count(*)::int from core.collaborators c
      where c.company_id = u.company_id and c.user_id = u.id) as records
    from core.users u
    where u.company_id = ${company} and u.id = ${person} and u.disabled_at is null for update`)
  if (!colleague) return 'gone'
  if (colleague.records >= mostOfOne) return 'full'
  const added = await scope.db.execute(sql`
    insert into core.collaborators (company_id, object, record_id, user_id, added_by)
    values (${company}, ${object}, ${recordId}, ${person}, ${scope.actorId})
    on conflict do nothing returning user_id`)
  if (added.length === 0) return 'there'
  const after = { collaborator: person }
  await Promise.all([
    recordAudit(scope, { action: 'shared', object, recordId, after }),
    announce(scope.db, 'access', company),
  ])
  return 'added'
}

/** Takes somebody off a record. @returns whether they were on it */
export async function removeCollaborator(
  scope: Scope,
  { object, recordId }: Reference,
  person: string,
): Promise<boolean> {
  const company = scope.company.id
  const gone = await scope.db.execute(sql`
    delete from core.collaborators where company_id = ${company} and object = ${object}
      and record_id = ${recordId} and user_id = ${person} returning user_id`)
  if (gone.length === 0) return false
  const before = { collaborator: person }
  await Promise.all([
    recordAudit(scope, { action: 'unshared', object, recordId, before }),
    announce(scope.db, 'access', company),
  ])
  return true
}
