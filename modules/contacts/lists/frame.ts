import { sql } from 'drizzle-orm'
import { type Directories, type Directory, readDirectory } from '../../../core/access/directory.ts'
import type { Scope } from '../../../core/scope.ts'
import type { RecordKind } from '../kinds.ts'

/** What a list page needs besides its rows. `columns` is null until the person chose some. */
export type ListFrame = Directory & { columns: string[] | null }

export const emptyFrame: ListFrame = { colleagues: [], departments: [], columns: null }

/**
 * Reads the person's own columns, and the directory with them.
 * @param directories those kept in memory, for pages that change nothing
 */
export async function readFrame(
  scope: Scope,
  { list }: RecordKind,
  directories: Directories = { of: readDirectory },
): Promise<ListFrame> {
  const company = scope.company.id
  const [names, [row]] = await Promise.all([
    directories.of(scope),
    scope.db.execute<Pick<ListFrame, 'columns'>>(sql`
      select columns from contacts.list_columns where company_id = ${company}
        and user_id = ${scope.user.id} and list = ${list}`),
  ])
  return { ...emptyFrame, ...row, ...names }
}

/** Keeps which columns a person wants in a list, in this order. */
export async function chooseColumns(
  scope: Scope,
  { list }: RecordKind,
  columns: readonly string[],
): Promise<void> {
  await scope.db.execute(sql`
    insert into contacts.list_columns (company_id, user_id, list, columns)
    values (${scope.company.id}, ${scope.user.id}, ${list}, ${sql.param(columns)}::text[])
    on conflict (company_id, user_id, list) do update set columns = excluded.columns`)
}
