import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { users } from '../access/schema.ts'
import { company, core, id, moment } from '../db/columns.ts'
import { ownFields } from '../own-fields/schema.ts'

/**
 * Files on records of any module (附件). The bytes lie outside of every web root under `stored_as`,
 * which nobody outside is told; `type` is what the bytes are, never what the sender said.
 */
export const attachments = core.table(
  'attachments',
  {
    companyId: company(),
    id: id(),
    object: text('object').notNull(),
    recordId: uuid('record_id').notNull(),
    /** Of a file that is the value of an own field. */
    fieldId: uuid('field_id'),
    fileName: text('file_name').notNull(),
    type: text('type').notNull(),
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
    storedAs: uuid('stored_as').notNull(),
    addedBy: uuid('added_by'),
    addedAt: moment('added_at').notNull().defaultNow(),
    removedAt: moment('removed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('attachments_record')
      .on(t.companyId, t.object, t.recordId, t.id)
      .where(sql`${t.removedAt} is null`),
    foreignKey({
      columns: [t.companyId, t.fieldId],
      foreignColumns: [ownFields.companyId, ownFields.id],
    }),
    foreignKey({ columns: [t.companyId, t.addedBy], foreignColumns: [users.companyId, users.id] }),
  ],
)
