import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { newId } from '../db/id.ts'
import type { Part } from '../db/together.ts'
import type { Env } from '../env.ts'
import { notFound } from '../http/refusal.ts'
import { recordAudit } from '../records/audit.ts'
import { findSubjects, type Reference, type Subject } from '../records/subjects.ts'
import { addLines, rewriteLine } from '../records/timeline.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { fileName, fileType } from './file-type.ts'
import { attachments } from './schema.ts'
import { storeFile } from './store.ts'

export const attachmentObject = 'core.attachment'

/** The largest file, in bytes (security.md 2.2: 54). */
export const largestFile = 20 * 1024 * 1024

/** The largest file that comes by mail, which servers bound at their own measure. */
export const largestMailed = 25 * 1024 * 1024

/** What all files of one company may take, in bytes. */
const companyQuota = 5 * 1024 ** 3

export type Attachment = {
  id: string
  fileName: string
  type: string
  bytes: number
  addedBy: string | null
  addedAt: Date
}

export type Problem = 'empty' | 'tooLarge' | 'notTaken' | 'full'

type Placing = {
  /** The own field of the record whose value the file is; such a file stands there alone. */
  fieldId?: string
  quota?: number
  /** In bytes; what a form may carry when left out. */
  largest?: number
}

/**
 * Puts a file on a record. Its bytes are on disk before the row that knows them. The caller has made
 * sure that the record may be changed.
 * @returns why it was not taken; then nothing was kept
 */
export async function attach(
  env: Pick<Env, 'DATA_DIR'>,
  scope: Scope,
  { object, recordId }: Reference,
  file: File,
  { fieldId, quota = companyQuota, largest = largestFile }: Placing = {},
): Promise<Problem | { id: string; name: string }> {
  if (file.size === 0) return 'empty'
  if (file.size > largest) return 'tooLarge'
  const bytes = new Uint8Array(await file.arrayBuffer())
  const name = fileName(file.name)
  const type = fileType(bytes, name)
  if (!type) return 'notTaken'
  if (!(await hasRoom(scope, bytes.length, quota))) return 'full'
  const id = newId()
  const storedAs = randomUUID()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await storeFile(env, scope.company.id, storedAs, bytes)
  const told = { fileName: name, bytes: bytes.length }
  await Promise.all([
    scope.db.insert(attachments).values({
      ...{ companyId: scope.company.id, id, object, recordId, type, sha256, storedAs },
      ...{ ...told, addedBy: scope.actorId, fieldId },
    }),
    // What changes in a field is told by the record itself.
    !fieldId &&
      addLines(scope, object, [
        {
          ...{ recordId, kind: 'core.file-added', data: { ...told } },
          past: { id, at: scope.now(), actorId: scope.actorId },
        },
      ]),
    recordAudit(scope, {
      action: 'attached',
      object: attachmentObject,
      recordId: id,
      after: { ...told, sha256, about: object, record: recordId },
    }),
  ])
  return { id, name }
}

/** Whether a company's files have room for one more; of two at the same time the second waits. */
async function hasRoom(scope: Scope, bytes: number, quota: number): Promise<boolean> {
  const company = scope.company.id
  await scope.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`files ${company}`}, 0))`,
  )
  const [row] = await scope.db.execute<{ used: string }>(sql`
    select coalesce(sum(bytes), 0)::text as used from ${attachments}
    where company_id = ${company} and removed_at is null`)
  return Number(row?.used ?? 0) + bytes <= quota
}

/** The latest files of a record. The caller has made sure that it may be seen. */
export const attachmentsOf = (scope: Scope, { object, recordId }: Reference): Part<Attachment> => ({
  query: sql`
    select a.id, a.file_name as "fileName", a.type, a.bytes, a.added_at as "addedAt",
      (select u.name from core.users u
        where u.company_id = a.company_id and u.id = a.added_by) as "addedBy"
    from core.attachments a
    where a.company_id = ${scope.company.id} and a.object = ${object}
      and a.record_id = ${recordId} and a.removed_at is null and a.field_id is null
    order by a.id desc limit 50`,
  revive: (row) => ({ ...row, addedAt: new Date(row.addedAt) }),
})

export type Kept = Omit<Attachment, 'addedBy'> & {
  storedAs: string
  sha256: string
  /** The own field that holds it: such a file goes by the form of its record alone. */
  fieldId: string | null
  subject: Subject
}

/** One file, for those who may see (or edit) its record. @throws Refusal 404 for everybody else */
export async function readAttachment(
  scope: Scope,
  registry: Registry,
  id: string,
  deed: 'view' | 'edit' = 'view',
): Promise<Kept> {
  const [row] = await scope.db.execute<Omit<Kept, 'subject'> & Reference>(sql`
    select id, file_name as "fileName", type, bytes, sha256, stored_as as "storedAs", field_id as "fieldId",
      added_at as "addedAt", object, record_id as "recordId"
    from ${attachments}
    where company_id = ${scope.company.id} and id = ${id} and removed_at is null`)
  const subject = row && (await findSubjects(registry, scope, [row], deed)).get(row.recordId)
  if (!subject) throw notFound()
  return { ...row, subject }
}

/** Lets go of a file that an own field held; its record's history says that it did. */
export const discardFile = ({ db, company }: Scope, id: string): Promise<unknown> =>
  db.execute(sql`
    update ${attachments} set removed_at = now()
    where company_id = ${company.id} and id = ${id} and field_id is not null`)

/** Takes a file away. Its bytes go in the night; the audit trail keeps its name and hash. */
export async function removeAttachment(scope: Scope, file: Kept): Promise<void> {
  const { id, fileName, bytes, sha256, subject } = file
  await Promise.all([
    scope.db.execute(sql`
      update ${attachments} set removed_at = now()
      where company_id = ${scope.company.id} and id = ${id}`),
    rewriteLine(scope, subject.object, subject.recordId, id, { removed: true }),
    recordAudit(scope, {
      action: 'removed',
      object: attachmentObject,
      recordId: id,
      before: { fileName, bytes, sha256 },
    }),
  ])
}
