import { sql } from 'drizzle-orm'
import { type Directories, type Directory, readDirectory } from '../../../core/access/directory.ts'
import type { Tag } from '../../../core/records/tags.ts'
import type { Scope } from '../../../core/scope.ts'
import type { RecordKind } from '../kinds.ts'

/** What a list page needs besides its rows. `columns` is null until the person chose some. */
export type ListFrame = Directory & { tags: Tag[]; columns: string[] | null }

export const emptyFrame: ListFrame = { colleagues: [], departments: [], tags: [], columns: null }

/**
 * Reads tags in use and the person's own columns, and the directory with them.
 * @param directories those kept in memory, for pages that change nothing
 */
export async function readFrame(
  scope: Scope,
  { object, list }: RecordKind,
  directories: Directories = { of: readDirectory },
): Promise<ListFrame> {
  const company = scope.company.id
  const [names, [row]] = await Promise.all([
    directories.of(scope),
    scope.db.execute<Pick<ListFrame, 'tags' | 'columns'>>(sql`
      select
        coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name)
          from core.tags t where t.company_id = ${company} and t.object = ${object}
            and exists (select from core.taggings g
              where g.company_id = ${company} and g.tag_id = t.id)), '[]') as tags,
        (select columns from contacts.list_columns where company_id = ${company}
          and user_id = ${scope.user.id} and list = ${list}) as columns`),
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
