import { sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'
import type { CheckedRow } from './check.ts'
import type { Examined } from './examine.ts'
import { mendPage } from './mending.ts'
import type { Values } from './transfer.ts'

/** How many rows that fit are shown. */
export const shownReady = 10

/** Of a large file so many rows with problems are kept to be mended: who has more mends the file. */
export const mostKept = 1_000

/** Keeps what a job found in a large file, and lets the file wait for its person. */
export async function keepExamined(
  scope: Scope,
  id: string,
  { preview, ...examined }: Examined,
): Promise<void> {
  const { counts, fit, rejected } = preview
  const kept = JSON.stringify({ ...examined, preview: { counts, fit, rejected: [] } })
  await scope.db.execute(sql`
    update core.imports set state = 'waiting', examined = ${kept}::jsonb, done_rows = 0,
      total_rows = ${counts.total}
    where company_id = ${scope.company.id} and id = ${id} and state = 'reading'`)
  await forgetFaults(scope, id)
  const rows = rejected.map((row) => ({
    row_number: row.rowNumber,
    cells: row.cells,
    problems: row.ok ? [] : row.problems,
  }))
  await scope.db.execute(sql`
    insert into core.import_rejects (company_id, import_id, row_number, cells, problems)
    select ${scope.company.id}, ${id}, row_number, cells, problems
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (row_number integer, cells jsonb, problems jsonb)`)
}

/** Until it runs, the rejected rows of an import are those that its check has found. */
export const forgetFaults = (scope: Scope, id: string): Promise<unknown> =>
  scope.db.execute(sql`
    delete from core.import_rejects where company_id = ${scope.company.id} and import_id = ${id}`)

/** What was found in a large file, with the rows with problems behind one. */
export async function readExamined(
  scope: Scope,
  id: string,
  after: number,
): Promise<Examined | undefined> {
  const [found] = await scope.db.execute<{ examined: Examined | null }>(sql`
    select examined from core.imports where company_id = ${scope.company.id} and id = ${id}`)
  if (!found?.examined) return undefined
  const rejected = await scope.db.execute<CheckedRow<Values>>(sql`
    select row_number as "rowNumber", cells, problems, false as ok from core.import_rejects
    where company_id = ${scope.company.id} and import_id = ${id} and row_number > ${after}
    order by row_number limit ${mendPage}`)
  return { ...found.examined, preview: { ...found.examined.preview, rejected: [...rejected] } }
}
