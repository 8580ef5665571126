import { sql } from 'drizzle-orm'
import { type Attachment, attachmentsOf } from '../../core/attachments/attachments.ts'
import { type Part, readTogether } from '../../core/db/together.ts'
import { type Collaborator, collaboratorsOf } from '../../core/records/collaborators.ts'
import type { Reference } from '../../core/records/subjects.ts'
import type { Scope } from '../../core/scope.ts'
import { type DateRow, dateFrom, datesOf, type ImportantDate } from './dates/dates.ts'
import { eachOnce, type Relation, relationsOf } from './relations/reading.ts'
import { nextTasks, type TaskRow } from './tasks/reading.ts'

/** What stands beside the fields of a record on its page. */
export type Sides = {
  next: TaskRow[]
  collaborators: Collaborator[]
  files: Attachment[]
  relations: Relation[]
  dates: ImportantDate[]
}

/** Reads all of it at once. The caller makes sure that the record may be seen. */
export async function readSides(scope: Scope, about: Reference): Promise<Sides> {
  const { beside, ...sides } = await readTogether(scope.db, {
    next: nextTasks(scope, about),
    collaborators: collaboratorsOf(scope, about),
    files: attachmentsOf(scope, about),
    beside: besideOf(scope, about),
  })
  const { relations = [], dates = [] } = beside[0] ?? {}
  return { ...sides, relations: eachOnce(relations), dates: dates.map(dateFrom) }
}

const besideOf = (
  scope: Scope,
  { object, recordId }: Reference,
): Part<{ relations: Relation[]; dates: DateRow[] }> => ({
  query: sql`select ${relationsOf(scope, object, sql`${recordId}::uuid`)} as relations,
    ${datesOf(scope, object, sql`${recordId}::uuid`)} as dates`,
})
