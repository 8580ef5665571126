import { type SQLWrapper, sql } from 'drizzle-orm'
import { within } from '../access/within.ts'
import type { Scope } from '../scope.ts'
import type { AnyField } from './field.ts'

const recent = 500

/** Records that people own, and the right to see them. */
type Kind = {
  table: SQLWrapper & { id: SQLWrapper; ownerId: SQLWrapper; departmentId: SQLWrapper }
  view: string
}

export type Suggestions = Record<string, string[]>

/** The words that were used lately, for the fields that offer some; only of records within reach. */
export async function readSuggestions(
  scope: Scope,
  { table, view }: Kind,
  fields: readonly AnyField[],
): Promise<Suggestions> {
  const names = fields.filter(({ suggests }) => suggests).map(({ field }) => field as string)
  const columns = sql.join(
    names.map(
      (name) => sql`array(select distinct ${sql.identifier(name)} from latest
      where ${sql.identifier(name)} <> '' order by 1 limit 60) as ${sql.identifier(name)}`,
    ),
    sql`, `,
  )
  const [row] = await scope.db.execute<Suggestions>(sql`
    with latest as (select ${sql.join(names.map(sql.identifier), sql`, `)} from ${table} where company_id = ${scope.company.id}
      and archived_at is null and ${within(scope, view, table)}
      order by updated_at desc limit ${recent})
    select ${columns}`)
  return row ?? {}
}
