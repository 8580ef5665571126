import { type SQLWrapper, sql } from 'drizzle-orm'
import { within } from '../access/within.ts'
import { newId } from '../db/id.ts'
import type { Scope } from '../scope.ts'
import { recordAudit, recordAudits } from './audit.ts'

export type Tag = { id: string; name: string }

/** Puts a tag on records; see `tagRecords`. @returns how many of them did not have it yet */
export const addTag = async (
  scope: Scope,
  object: string,
  recordIds: readonly string[],
  name: string,
): Promise<number> => (await tagRecords(scope, object, recordIds, name)).length

/**
 * Puts a tag on records, making it when it is new. The caller has made sure that they may be changed.
 * @returns ids of those that did not have it yet
 */
export async function tagRecords(
  scope: Scope,
  object: string,
  recordIds: readonly string[],
  name: string,
): Promise<string[]> {
  const company = scope.company.id
  await scope.db.execute(sql`
    insert into core.tags (company_id, id, object, name)
    values (${company}, ${newId()}, ${object}, ${name}) on conflict do nothing`)
  const added = await scope.db.execute<{ record: string }>(sql`
    insert into core.taggings (company_id, record_id, tag_id)
    select ${company}, record, t.id from core.tags t, unnest(${sql.param(recordIds)}::uuid[]) record
    where t.company_id = ${company} and t.object = ${object} and t.name = ${name}
    on conflict do nothing returning record_id as record`)
  const after = { tag: name }
  await recordAudits(
    scope,
    added.map(({ record: recordId }) => ({ action: 'tagged', object, recordId, after })),
  )
  return added.map(({ record }) => record)
}

type Tagged = {
  object: string
  view: string
  table: Record<'companyId' | 'id' | 'ownerId' | 'departmentId', SQLWrapper> & SQLWrapper
}

/** The names of the tags that records within reach bear, at most two hundred, by name. */
export async function tagsWithin(scope: Scope, { object, view, table }: Tagged): Promise<string[]> {
  const rows = await scope.db.execute<{ name: string }>(sql`
    select t.name from core.tags t
    where t.company_id = ${scope.company.id} and t.object = ${object} and exists (
      select from core.taggings g
      join ${table} on ${table.companyId} = g.company_id and ${table.id} = g.record_id
      where g.company_id = ${scope.company.id} and g.tag_id = t.id and ${within(scope, view, table)})
    order by t.name limit 200`)
  return rows.map(({ name }) => name)
}

/** Takes a tag off a record, if it has it. */
export async function removeTag(
  scope: Scope,
  object: string,
  recordId: string,
  tagId: string,
): Promise<void> {
  const company = scope.company.id
  const removed = await scope.db.execute<{ name: string }>(sql`
    delete from core.taggings using core.tags t
    where taggings.company_id = ${company} and taggings.record_id = ${recordId}
      and taggings.tag_id = ${tagId} and t.company_id = taggings.company_id
      and t.id = taggings.tag_id and t.object = ${object}
    returning t.name`)
  if (!removed[0]) return
  await recordAudit(scope, {
    action: 'untagged',
    object,
    recordId,
    before: { tag: removed[0].name },
  })
}

/** Lets a record have exactly these tags. The caller has made sure that it may be changed. */
export async function setTags(
  scope: Scope,
  object: string,
  recordId: string,
  names: readonly string[],
): Promise<void> {
  const company = scope.company.id
  const now = await scope.db.execute<Tag>(sql`
    select t.id, t.name from core.taggings g
    join core.tags t on t.company_id = g.company_id and t.id = g.tag_id
    where g.company_id = ${company} and g.record_id = ${recordId} and t.object = ${object}`)
  for (const { id, name } of now)
    if (!names.includes(name)) await removeTag(scope, object, recordId, id)
  const had = now.map(({ name }) => name)
  for (const name of new Set(names))
    if (!had.includes(name)) await addTag(scope, object, [recordId], name)
}
