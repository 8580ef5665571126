import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'
import type { OwnField } from './own-field.ts'

/** How many records there are, and how many of them have a value in each own field. */
export type Filled = { records: number; fields: { field: OwnField; filled: number }[] }

type Table = SQLWrapper & Record<'companyId' | 'own' | 'archivedAt', SQLWrapper>

/**
 * Counts in one walk how well the company's own fields are filled in, for measuring data quality.
 * @param condition which records count: as far as the reader may see
 */
export async function countFilled(
  scope: Scope,
  object: string,
  table: Table,
  condition: SQL,
): Promise<Filled> {
  const fields = scope.own.live(object)
  const counts = fields.map(
    ({ own }, at) =>
      sql`count(*) filter (where ${table.own} ? ${own.key})::int as ${sql.identifier(`f${at}`)}`,
  )
  const [row] = await scope.db.execute<Record<string, number>>(sql`
    select ${sql.join([sql`count(*)::int as records`, ...counts], sql`, `)} from ${table}
    where ${table.companyId} = ${scope.company.id} and ${table.archivedAt} is null and ${condition}`)
  return {
    records: row?.records ?? 0,
    fields: fields.map((field, at) => ({ field, filled: row?.[`f${at}`] ?? 0 })),
  }
}
