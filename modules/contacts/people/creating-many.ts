import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { Book } from '../../../core/transfer/book/book.ts'
import { type RecordState, writeRecordBook } from '../../../core/transfer/book/record-book.ts'
import { type PersonValues, personFields } from './person-fields.ts'
import { personStorage } from './person-record.ts'

/** Somebody whom a file of another kind of records names. */
export type NewPerson = {
  id: string
  name: string
  email: string
  ownerId: string | null
  departmentId: string | null
}

const none = Object.fromEntries(personFields.map(({ field }) => [field, null]))

/** Adds many contacts at once with all their traces, as an import does. The caller has looked for them. */
export async function createPeople(
  scope: Scope,
  registry: Registry,
  many: readonly NewPerson[],
): Promise<void> {
  const book = new Book<RecordState<PersonValues>>(() => [])
  for (const { id, name, email, ownerId, departmentId } of many) {
    const now = { values: { ...none, name, email } as PersonValues, ownerId, departmentId }
    book.add({ id, stored: undefined, version: 0, mayEdit: true, mayAssign: true, now })
  }
  await writeRecordBook(scope, registry, personStorage, book, { mode: 'create' })
}
