import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { company, id, moment } from '../../../core/db/columns.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { plain } from '../../../core/records/table.ts'
import { type Fault, mailboxes } from '../mailboxes/schema.ts'
import { service } from '../schema.ts'
import { messages, tickets } from '../tickets/schema.ts'

/** Why a mail goes out: a colleague answers, it is late, a ticket is about to close, or has been solved. */
export const outgoingKinds = ['answer', 'out-of-hours', 'closing', 'rating'] as const
export type OutgoingKind = (typeof outgoingKinds)[number]

/** Whether somebody wrote it, or the desk by itself. */
export const isFromPerson = (kind: OutgoingKind): boolean => kind === 'answer'

export const outgoingStates = ['waiting', 'failed', 'sent'] as const
export type OutgoingState = (typeof outgoingStates)[number]

/**
 * Mails to customers, written down in the transaction of what they tell, so that nothing that was
 * answered is lost. `claimed_at` is when somebody last began to send it; `fault` why that failed.
 */
export const outgoingMails = service.table(
  'outgoing_mails',
  {
    companyId: company(),
    id: id(),
    mailboxId: uuid('mailbox_id').notNull(),
    ticketId: uuid('ticket_id').notNull(),
    messageId: uuid('message_id'),
    kind: text('kind').$type<OutgoingKind>().notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    toName: plain('to_name'),
    toAddress: text('to_address').notNull(),
    text: text('text').notNull(),
    state: text('state').$type<OutgoingState>().notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    fault: text('fault').$type<Fault>(),
    detail: plain('detail'),
    claimedAt: moment('claimed_at'),
    nextAt: moment('next_at').notNull().defaultNow(),
    sentAt: moment('sent_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('outgoing_mails_waiting').on(t.companyId, t.nextAt).where(sql`${t.state} = 'waiting'`),
    index('outgoing_mails_failed').on(t.companyId, t.id).where(sql`${t.state} = 'failed'`),
    index('outgoing_mails_ticket').on(t.companyId, t.ticketId, t.kind, t.createdAt),
    index('outgoing_mails_address').on(t.companyId, t.toAddress, t.kind, t.createdAt),
    check('outgoing_mails_state', sql`${t.state} in ('waiting', 'sent', 'failed')`),
    foreignKey({
      columns: [t.companyId, t.mailboxId],
      foreignColumns: [mailboxes.companyId, mailboxes.id],
    }),
    foreignKey({
      columns: [t.companyId, t.ticketId],
      foreignColumns: [tickets.companyId, tickets.id],
    }),
    foreignKey({
      columns: [t.companyId, t.messageId],
      foreignColumns: [messages.companyId, messages.id],
    }),
  ],
)
