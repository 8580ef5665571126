import { sql } from 'drizzle-orm'
import { announce, type Changes } from '../db/changes.ts'
import { type Kept, keepPerCompany } from '../db/kept.ts'
import type { InCompany, Scope } from '../scope.ts'

/** The columns that people of a company chose, by person and kind of record. */
export type ChosenColumns = {
  /** In their order; undefined until the person chose some. */
  of: (person: string, object: string) => readonly string[] | undefined
}

const topic = 'list-columns'

/** Reads them as they are in the scope's transaction: one short row a person and list. */
export async function readChosenColumns({ db, company }: InCompany): Promise<ChosenColumns> {
  const rows = await db.execute<{ person: string; object: string; columns: string[] }>(sql`
    select user_id as person, object, columns from core.list_columns
    where company_id = ${company.id}`)
  const chosen = new Map(rows.map((row) => [`${row.person} ${row.object}`, row.columns]))
  return { of: (person, object) => chosen.get(`${person} ${object}`) }
}

/** Keeps them in memory, because every list asks for them and they hardly change. */
export const openChosenColumns = (changes: Pick<Changes, 'on' | 'live'>): Kept<ChosenColumns> =>
  keepPerCompany(changes, [topic], readChosenColumns)

/** Keeps which columns the person wants in a list, in this order. */
export async function chooseColumns(
  scope: Scope,
  object: string,
  columns: readonly string[],
): Promise<void> {
  const company = scope.company.id
  await Promise.all([
    scope.db.execute(sql`
      insert into core.list_columns (company_id, user_id, object, columns)
      values (${company}, ${scope.user.id}, ${object}, ${sql.param(columns)}::text[])
      on conflict (company_id, user_id, object) do update set columns = excluded.columns`),
    announce(scope.db, topic, company),
  ])
}
