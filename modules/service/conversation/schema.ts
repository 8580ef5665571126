import { foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { users } from '../../../core/access/schema.ts'
import { company, moment } from '../../../core/db/columns.ts'
import { service } from '../schema.ts'
import { type MessageKind, messages, tickets } from '../tickets/schema.ts'

/**
 * What somebody has begun to write on a ticket: kept for them until it is sent, and by its moment
 * others see that they are at it.
 */
export const drafts = service.table(
  'drafts',
  {
    companyId: company(),
    ticketId: uuid('ticket_id').notNull(),
    userId: uuid('user_id').notNull(),
    kind: text('kind').$type<MessageKind>().notNull(),
    text: text('text').notNull(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.ticketId, t.userId] }),
    foreignKey({
      columns: [t.companyId, t.ticketId],
      foreignColumns: [tickets.companyId, tickets.id],
    }),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
  ],
)

/** So many files go with one answer. */
export const mostFiles = 20

/**
 * Which files came with which message; the files themselves stand on the ticket. By `content_id` the
 * HTML of a mail calls its pictures.
 */
export const messageFiles = service.table(
  'message_files',
  {
    companyId: company(),
    messageId: uuid('message_id').notNull(),
    fileId: uuid('file_id').notNull(),
    contentId: text('content_id'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.messageId, t.fileId] }),
    index('message_files_file').on(t.companyId, t.fileId),
    foreignKey({
      columns: [t.companyId, t.messageId],
      foreignColumns: [messages.companyId, messages.id],
    }),
  ],
)
