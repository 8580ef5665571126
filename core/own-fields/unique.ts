import { sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'

/** What two values of a field that is to be unique may not have in common. */
export const uniqueKeyOf = sql`coalesce(e.text, e.day::text)`

/** How many values of a field are there more than once. */
export async function countRepeated(scope: Scope, fieldId: string): Promise<number> {
  const [row] = await scope.db.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from core.own_entries e
      where e.company_id = ${scope.company.id} and e.field_id = ${fieldId}
      group by ${uniqueKeyOf} having count(*) > 1) repeated`)
  return row?.count ?? 0
}

/** Lets the database refuse a value of the field that is there already, or no longer. */
export async function keepUnique(scope: Scope, fieldId: string, unique: boolean): Promise<void> {
  await scope.db.execute(sql`
    update core.own_entries e set unique_key = ${unique ? uniqueKeyOf : sql`null`}
    where e.company_id = ${scope.company.id} and e.field_id = ${fieldId}`)
}
