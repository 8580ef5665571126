import { newId } from '../../../core/db/id.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { createRecord, type Saved, saveRecord } from '../../../core/records/saving.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { type Link, linkAccount } from './linking.ts'
import type { PersonValues } from './person-fields.ts'
import { type PersonRecord, personStorage } from './person-record.ts'

/** Adds a contact, who belongs to who adds them. @returns their id @throws ValueTaken */
export async function createPerson(
  scope: Scope,
  registry: Registry,
  values: PersonValues & OwnValues,
  link: Link | null,
  given = newId(),
): Promise<string> {
  const id = await createRecord(scope, registry, personStorage, values, { id: given })
  if (link) await linkAccount(scope, registry, id, link)
  return id
}

/** Saves a contact as read with `version`; see `saveRecord`. @throws ValueTaken */
export const savePerson = (
  scope: Scope,
  registry: Registry,
  old: PersonRecord,
  version: number,
  values: PersonValues & OwnValues,
): Promise<Saved> => saveRecord(scope, registry, personStorage, old, version, values)
