import { type SQL, sql } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import type { Scope } from '../scope.ts'
import type { Belonging } from './belonging.ts'
import { placeOf } from './belongings.ts'
import { restoreRows } from './restoring.ts'

export type Two = { merge: string; winner: string; loser: string }

const name = ({ name: column }: { name: string }): SQL => sql`${sql.identifier(column)}`

/** The rows of one record at one place. */
function rowsOf(scope: Scope, { table, column, object, of }: Belonging, record: string): SQL {
  const kind = object ? sql` and ${table}.${name(object)} = ${of}` : sql``
  return sql`${table}.company_id = ${scope.company.id} and ${table}.${name(column)} = ${record}${kind}`
}

const rowId = ({ other }: Belonging): SQL => (other ? name(other) : sql`id`)

/**
 * Moves what belongs to the loser over to the winner and notes each row. What a record can have but
 * once, and the winner has already, is dropped and kept with the merge.
 */
export async function moveAlong(
  scope: Scope,
  belonging: Belonging,
  { merge, winner, loser }: Two,
): Promise<void> {
  const { table, column, other } = belonging
  const company = scope.company.id
  const note = sql`insert into core.merge_moves (company_id, merge_id, place, row_id, kept)`
  const place = placeOf(belonging)
  if (other)
    await scope.db.execute(sql`
      with dropped as (
        delete from ${table} where ${rowsOf(scope, belonging, loser)} and ${table}.${name(other)} in (
          select ${table}.${name(other)} from ${table} where ${rowsOf(scope, belonging, winner)})
        returning ${table}.${name(other)} as row, to_jsonb(${table}.*) as kept)
      ${note} select ${company}, ${merge}, ${place}, row, kept from dropped`)
  await scope.db.execute(sql`
    with moved as (
      update ${table} set ${name(column)} = ${winner} where ${rowsOf(scope, belonging, loser)}
      returning ${table}.${rowId(belonging)} as row)
    ${note} select ${company}, ${merge}, ${place}, row, null from moved`)
}

/**
 * Moves back what went along. Rows that are gone, or with another record by now, are left alone.
 * @returns how many were left alone
 */
export async function moveBack(
  scope: Scope,
  belonging: Belonging,
  { merge, winner, loser }: Two,
): Promise<number> {
  const { table, column } = belonging
  const noted = sql`from core.merge_moves where company_id = ${scope.company.id}
    and merge_id = ${merge} and place = ${placeOf(belonging)}`
  const [row] = await scope.db.execute<{ left: number }>(sql`
    with back as (
      update ${table} set ${name(column)} = ${loser} where ${rowsOf(scope, belonging, winner)}
        and ${table}.${rowId(belonging)} in (select row_id ${noted} and kept is null)
      returning 1)
    select ((select count(*) ${noted} and kept is null) - (select count(*) from back))::int as left`)
  const dropped = sql`select kept ${noted} and kept is not null`
  await restoreRows(scope, table, sql`${dropped} and ${isThere(belonging)}`)
  return row?.left ?? 0
}

/** What a dropped row names beside the record may have gone into another one meanwhile. */
function isThere({ table, other }: Belonging): SQL {
  const key = getTableConfig(table)
    .foreignKeys.map((one) => one.reference())
    .find(({ columns }) => columns.some(({ name: column }) => column === other?.name))
  if (!key || !other) return sql`true`
  return sql`exists (select from ${key.foreignTable} named
    where named.company_id = merge_moves.company_id
      and named.id = (merge_moves.kept ->> ${other.name})::uuid)`
}
