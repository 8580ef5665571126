import { sql } from 'drizzle-orm'
import { newId } from '../db/id.ts'
import type { Scope } from '../scope.ts'
import { recordAudit } from './audit.ts'
import { addToTimeline } from './timeline.ts'

/**
 * Writes a note about a record. The caller has made sure that the record may be seen.
 * @param body what was typed, any Unicode, not empty
 */
export async function writeNote(
  scope: Scope,
  object: string,
  recordId: string,
  body: string,
): Promise<string> {
  const id = newId()
  await scope.db.execute(sql`
    insert into core.notes (company_id, id, object, record_id, body, author_id)
    values (${scope.company.id}, ${id}, ${object}, ${recordId}, ${body}, ${scope.user.id})`)
  await addToTimeline(scope, object, recordId, 'core.note', { noteId: id })
  await recordAudit(scope, { action: 'noted', object, recordId, after: { body } })
  return id
}
