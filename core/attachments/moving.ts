import { sql } from 'drizzle-orm'
import { newId } from '../db/id.ts'
import type { Reference } from '../records/subjects.ts'
import { addLines } from '../records/timeline.ts'
import type { Scope } from '../scope.ts'
import { attachments } from './schema.ts'

/**
 * Lets the files of a record go along to another of its kind, with what its history tells of them. The
 * caller has made sure that both may be changed.
 */
export async function moveFiles(
  { db, company }: Scope,
  { object, recordId }: Reference,
  to: string,
): Promise<void> {
  await db.execute(sql`
    update core.timeline t set record_id = ${to}
    from ${attachments} a where a.company_id = ${company.id} and a.object = ${object}
      and a.record_id = ${recordId} and a.field_id is null and t.company_id = a.company_id
      and t.object = a.object and t.record_id = a.record_id and t.id = a.id`)
  await db.execute(sql`
    update ${attachments} set record_id = ${to} where company_id = ${company.id}
      and object = ${object} and record_id = ${recordId} and field_id is null`)
}

/**
 * Puts files on one more record. Their bytes lie on disk once, for as long as any record has them. The
 * caller has made sure that they may be seen.
 * @returns the new files by those they are copies of
 */
export async function copyFiles(
  scope: Scope,
  files: readonly string[],
  { object, recordId }: Reference,
): Promise<Map<string, string>> {
  const { db, company } = scope
  if (files.length === 0) return new Map()
  type Row = { from: string; fileName: string; bytes: number; type: string; sha256: string }
  const found = await db.execute<Row & { storedAs: string }>(sql`
    select id as "from", file_name as "fileName", bytes, type, sha256, stored_as as "storedAs"
    from ${attachments} where company_id = ${company.id}
      and id = any(${sql.param(files)}::uuid[]) and removed_at is null order by id limit 200`)
  if (found.length === 0) return new Map()
  const copies = found.map((file) => ({ ...file, id: newId() }))
  await db.insert(attachments).values(
    copies.map(({ from: _, ...file }) => ({
      ...{ companyId: company.id, object, recordId, addedBy: scope.actorId },
      ...file,
    })),
  )
  await addLines(
    scope,
    object,
    copies.map(({ id, fileName, bytes }) => ({
      ...{ recordId, kind: 'core.file-added', data: { fileName, bytes } },
      past: { id, at: scope.now(), actorId: scope.actorId },
    })),
  )
  return new Map(copies.map(({ from, id }) => [from, id]))
}
