import { getTableColumns, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Scope } from '../scope.ts'

/**
 * Writes many rows of the scope's company in one statement: they travel as one text, because
 * 65,535 parameters would soon be used up, and COPY is not allowed under the policies.
 * @param rows all with the same columns; what they leave out takes the table's default
 */
export async function insertMany<Table extends PgTable>(
  scope: Scope,
  table: Table,
  rows: readonly Omit<Table['$inferInsert'], 'companyId'>[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = getTableColumns(table)
  const fields = ['companyId', ...Object.keys(first)]
  const nameOf = (field: string) => columns[field]?.name ?? field
  const named = rows.map((row) =>
    Object.fromEntries(
      Object.entries({ ...row, companyId: scope.company.id }).map(([field, value]) => [
        nameOf(field),
        value,
      ]),
    ),
  )
  const list = sql.join(
    fields.map((field) => sql.identifier(nameOf(field))),
    sql`, `,
  )
  await scope.db.execute(sql`
    insert into ${table} (${list})
    select ${list} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(named)}::jsonb)`)
}
