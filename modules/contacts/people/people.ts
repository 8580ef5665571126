import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { changedFields, given, sideOf } from '../../../core/fields/changes.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { writeEntries } from '../../../core/own-fields/writing.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { leaveTrace } from '../../../core/records/traces.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Saved } from '../accounts/accounts.ts'
import { personKind } from '../kinds.ts'
import { people } from '../schema.ts'
import { type Link, linkAccount } from './linking.ts'
import type { PersonValues } from './person-fields.ts'
import { type PersonRecord, personColumns } from './person-record.ts'

/** Adds a contact, who belongs to who adds them. @returns their id @throws ValueTaken */
export async function createPerson(
  scope: Scope,
  registry: Registry,
  values: PersonValues & OwnValues,
  link: Link | null,
  id = newId(),
): Promise<string> {
  const place = { ownerId: scope.user.id, departmentId: scope.user.departmentId }
  await Promise.all([
    scope.db.insert(people).values({
      companyId: scope.company.id,
      id,
      ...personColumns(scope, values),
      ...place,
      createdBy: scope.user.id,
    }),
    writeEntries(scope, personKind.object, [{ id, before: {}, after: values }]),
    leaveTrace(scope, registry, personKind, id, 'created', {
      after: given({ ...values, ...place }),
      story: { of: 'person' },
    }),
  ])
  if (link) await linkAccount(scope, registry, id, link)
  return id
}

/**
 * Saves a contact as read with `version`. Saving what is stored already leaves no trace.
 * @returns conflict when somebody saved them meanwhile; then nothing was written
 * @throws ValueTaken
 */
export async function savePerson(
  scope: Scope,
  registry: Registry,
  old: PersonRecord,
  version: number,
  values: PersonValues & OwnValues,
): Promise<Saved> {
  if (old.version !== version) return 'conflict'
  const changed = changedFields(fieldsOf(scope, personKind), old.values, values)
  if (Object.keys(changed).length === 0) return 'unchanged'
  const [rows] = await Promise.all([
    scope.db
      .update(people)
      .set({
        ...personColumns(scope, values),
        updatedAt: sql`now()`,
        version: sql`${people.version} + 1`,
      })
      .where(
        sql`${people.companyId} = ${scope.company.id} and ${people.id} = ${old.id}
          and ${people.version} = ${version}`,
      )
      .returning({ id: people.id }),
    writeEntries(scope, personKind.object, [{ id: old.id, before: old.values, after: values }]),
    leaveTrace(scope, registry, personKind, old.id, 'changed', {
      before: sideOf(changed, 0),
      after: sideOf(changed, 1),
      story: { changed, of: 'person' },
    }),
  ])
  return rows.length === 1 ? 'saved' : 'conflict'
}
