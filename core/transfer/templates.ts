import { sql } from 'drizzle-orm'
import { newId } from '../db/id.ts'
import type { Scope } from '../scope.ts'
import type { Mode } from './transfer.ts'

/** How files with certain headers are read, under a name that the whole company knows. */
export type Template = {
  name: string
  mapping: (string | null)[]
  mode: Mode
  keys: string[] | null
}

/** The newest template for exactly these headers. */
export async function findTemplate(
  scope: Scope,
  kind: string,
  headers: readonly string[],
): Promise<Template | undefined> {
  const [found] = await scope.db.execute<Template>(sql`
    select name, mapping, mode, keys from core.import_templates
    where company_id = ${scope.company.id} and kind = ${kind}
      and headers = ${JSON.stringify(headers)}::jsonb
    order by updated_at desc limit 1`)
  return found
}

/** Keeps how a file is read under a name; what went by that name before is replaced. */
export async function saveTemplate(
  scope: Scope,
  kind: string,
  headers: readonly string[],
  { name, mapping, mode, keys }: Template,
): Promise<void> {
  await scope.db.execute(sql`
    insert into core.import_templates (company_id, id, kind, name, headers, mapping, mode, keys, created_by)
    values (${scope.company.id}, ${newId()}, ${kind}, ${name}, ${JSON.stringify(headers)},
      ${JSON.stringify(mapping)}, ${mode}, ${keys && JSON.stringify(keys)}, ${scope.user.id})
    on conflict (company_id, kind, name) do update set headers = excluded.headers,
      mapping = excluded.mapping, mode = excluded.mode, keys = excluded.keys, updated_at = now(),
      version = import_templates.version + 1`)
}
