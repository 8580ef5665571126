import { sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'
import { undoDays } from './undo/keep.ts'

/**
 * Lets go of files as long after their import as it could be undone, with the rows that were handed
 * back and the cells mended: copies of personal data that nobody looks after. A file nobody imported
 * goes as long after it came. That there was an import, and what came of it, stays.
 */
export async function forgetFiles({ db, company }: Scope): Promise<void> {
  const gone = await db.execute<{ id: string }>(sql`
    update core.imports set content = null, examined = null, finished_at = coalesce(finished_at, now()),
      state = case when state in ('reading', 'waiting') then 'cancelled' else state end
    where company_id = ${company.id} and content is not null and state <> 'running'
      and coalesce(finished_at, created_at) < now() - ${undoDays} * interval '1 day'
    returning id`)
  const these = sql`company_id = ${company.id}
    and import_id = any(${sql.param(gone.map(({ id }) => id))}::uuid[])`
  await db.execute(sql`delete from core.import_rejects where ${these}`)
  await db.execute(sql`delete from core.import_cells where ${these}`)
}
