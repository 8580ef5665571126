import { sql } from 'drizzle-orm'
import { findSubjects, type Subject } from '../../records/subjects.ts'
import type { Registry } from '../../registry.ts'
import type { Scope } from '../../scope.ts'
import type { Import } from '../imports.ts'
import type { Transfer } from '../transfer.ts'

/** The records that an undo left alone, as far as the reader may see them; at most fifty. */
export async function listLeft(
  registry: Registry,
  scope: Scope,
  { id, left }: Pick<Import, 'id' | 'left'>,
  transfer: Transfer | undefined,
): Promise<Subject[]> {
  const object = transfer?.object
  if (left === 0 || !object) return []
  const rows = await scope.db.execute<{ recordId: string }>(sql`
    select record_id as "recordId" from core.import_changes
    where company_id = ${scope.company.id} and import_id = ${id} and outcome = 'left'
    order by record_id limit 50`)
  const found = await findSubjects(
    registry,
    scope,
    rows.map(({ recordId }) => ({ object, recordId })),
  )
  return [...found.values()]
}
