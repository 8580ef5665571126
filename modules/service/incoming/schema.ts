import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from '../../../core/access/schema.ts'
import { company, id, moment } from '../../../core/db/columns.ts'
import { plain } from '../../../core/records/table.ts'
import type { Automatic } from '../mail/manners.ts'
import { mailboxes } from '../mailboxes/schema.ts'
import { service } from '../schema.ts'
import { tickets } from '../tickets/schema.ts'

/** A mail became part of a ticket, waits for somebody to decide, or was let go by somebody. */
export const mailStates = ['aside', 'taken', 'dropped'] as const
export type MailState = (typeof mailStates)[number]

/** Why a mail waits aside: nobody wrote it, it cannot be read, it is too large, or too many came. */
export type AsideReason = Automatic | 'broken' | 'large' | 'flood'

/**
 * Every mail that came, once: `fingerprint` is of what it says, so that it may come twice, by another
 * mailbox or after a break, and counts once.
 */
export const mails = service.table(
  'mails',
  {
    companyId: company(),
    id: id(),
    mailboxId: uuid('mailbox_id').notNull(),
    uidValidity: text('uid_validity').notNull(),
    uid: bigint('uid', { mode: 'number' }).notNull(),
    fingerprint: text('fingerprint').notNull(),
    state: text('state').$type<MailState>().notNull(),
    reason: text('reason').$type<AsideReason>(),
    /** What the program said of a mail it could not read. */
    detail: plain('detail'),
    ticketId: uuid('ticket_id'),
    subject: plain('subject'),
    fromName: plain('from_name'),
    fromAddress: plain('from_address'),
    bytes: integer('bytes').notNull(),
    receivedAt: moment('received_at').notNull().defaultNow(),
    decidedBy: uuid('decided_by'),
    decidedAt: moment('decided_at'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('mails_fingerprint').on(t.companyId, t.fingerprint),
    index('mails_state').on(t.companyId, t.state, t.id),
    index('mails_ticket').on(t.companyId, t.ticketId),
    index('mails_sender').on(t.companyId, t.fromAddress, t.receivedAt),
    check('mails_known_state', sql`${t.state} in ('taken', 'aside', 'dropped')`),
    foreignKey({
      columns: [t.companyId, t.mailboxId],
      foreignColumns: [mailboxes.companyId, mailboxes.id],
    }),
    foreignKey({
      columns: [t.companyId, t.ticketId],
      foreignColumns: [tickets.companyId, tickets.id],
    }),
    foreignKey({
      columns: [t.companyId, t.decidedBy],
      foreignColumns: [users.companyId, users.id],
    }),
  ],
)
