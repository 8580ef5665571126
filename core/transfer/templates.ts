import { sql } from 'drizzle-orm'
import { newId } from '../db/id.ts'
import { notFound } from '../http/refusal.ts'
import { recordAudit } from '../records/audit.ts'
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

/** A template as its page shows it. */
export type KeptTemplate = {
  id: string
  kind: string
  name: string
  headers: string[]
  by: string | null
  updatedAt: Date
}

const mostListed = 200

const kept = sql`t.id, t.kind, t.name, t.headers, u.name as by, t.updated_at as "updatedAt"
  from core.import_templates t
  left join core.users u on u.company_id = t.company_id and u.id = t.created_by`

/** The templates for files of these kinds, by name; the first two hundred. */
export const listTemplates = (scope: Scope, kinds: readonly string[]): Promise<KeptTemplate[]> =>
  scope.db.execute<KeptTemplate>(sql`
    select ${kept} where t.company_id = ${scope.company.id}
      and t.kind = any(${sql.param(kinds)}::text[]) order by t.kind, t.name limit ${mostListed}`)

/** @throws notFound for one that does not exist or reads files of another kind */
export async function findTemplateById(
  scope: Scope,
  kinds: readonly string[],
  id: string,
): Promise<KeptTemplate> {
  const [found] = await scope.db.execute<KeptTemplate>(sql`
    select ${kept} where t.company_id = ${scope.company.id} and t.id = ${id}
      and t.kind = any(${sql.param(kinds)}::text[])`)
  if (!found) throw notFound()
  return found
}

/** A name as it can be kept; empty for none. */
export const templateName = (typed = ''): string => typed.replaceAll('\0', '').trim().slice(0, 80)

/** Names a template anew. @returns false when another one of its kind has that name */
export async function renameTemplate(
  scope: Scope,
  { id, kind, name }: Pick<KeptTemplate, 'id' | 'kind' | 'name'>,
  next: string,
): Promise<boolean> {
  if (next === name) return true
  const renamed = await scope.db.execute(sql`
    update core.import_templates t set name = ${next}, updated_at = now(), version = t.version + 1
    where t.company_id = ${scope.company.id} and t.id = ${id} and not exists (
      select from core.import_templates o where o.company_id = t.company_id
        and o.kind = ${kind} and o.name = ${next}) returning t.id`)
  if (renamed.length === 0) return false
  const change = { action: 'changed', object: 'core.import-template', recordId: id }
  await recordAudit(scope, { ...change, before: { name }, after: { name: next } })
  return true
}

/** Lets go of a template; files that were read by it stay as they are. */
export async function removeTemplate(
  scope: Scope,
  { id, kind, name }: Pick<KeptTemplate, 'id' | 'kind' | 'name'>,
): Promise<void> {
  const removed = await scope.db.execute(sql`
    delete from core.import_templates
    where company_id = ${scope.company.id} and id = ${id} returning id`)
  if (removed.length === 0) return
  const change = { action: 'removed', object: 'core.import-template', recordId: id }
  await recordAudit(scope, { ...change, before: { kind, name } })
}
