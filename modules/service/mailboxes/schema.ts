import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  integer,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { departments } from '../../../core/access/schema.ts'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import { plain } from '../../../core/records/table.ts'
import { service } from '../schema.ts'

/** How a line to a server is kept private: from the first byte, from a command on, or not at all. */
export const securities = ['tls', 'starttls', 'none'] as const
export type Security = (typeof securities)[number]

/** Why a mailbox could not be read, or a mail not sent; said in words by `faultText`. */
export const faults = [
  ...['unknown', 'private', 'port', 'refused', 'timeout', 'certificate', 'login', 'folder'],
  ...['rejected', 'key', 'gone', 'other'],
] as const
export type Fault = (typeof faults)[number]

/**
 * A mailbox that customers write to (邮箱): read by IMAP, answered from by SMTP. `password` is sealed.
 * `checked_by` is the server whose Authentication-Results are believed; empty for that of the mailbox.
 * `last_uid` is as far as it has been read, within `uid_validity`; null before the first time.
 * `fetched_*` say what the last time came to; `tried_at` and the faults what trying it came to, which
 * somebody asked for at `asked_at`.
 */
export const mailboxes = service.table(
  'mailboxes',
  {
    companyId: company(),
    id: id(),
    name: text('name').notNull(),
    address: text('address').notNull(),
    departmentId: uuid('department_id'),
    imapHost: text('imap_host').notNull(),
    imapPort: integer('imap_port').notNull(),
    imapSecurity: text('imap_security').$type<Security>().notNull(),
    folder: text('folder').notNull().default('INBOX'),
    smtpHost: text('smtp_host').notNull(),
    smtpPort: integer('smtp_port').notNull(),
    smtpSecurity: text('smtp_security').$type<Security>().notNull(),
    username: text('username').notNull(),
    checkedBy: plain('checked_by'),
    password: plain('password'),
    uidValidity: plain('uid_validity'),
    lastUid: bigint('last_uid', { mode: 'number' }),
    fetchedAt: moment('fetched_at'),
    fetchedCount: integer('fetched_count').notNull().default(0),
    fetchFault: text('fetch_fault').$type<Fault>(),
    askedAt: moment('asked_at'),
    triedAt: moment('tried_at'),
    imapFault: text('imap_fault').$type<Fault>(),
    smtpFault: text('smtp_fault').$type<Fault>(),
    pausedAt: moment('paused_at'),
    removedAt: moment('removed_at'),
    createdBy: uuid('created_by'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex('mailboxes_address').on(t.companyId, t.address).where(sql`${t.removedAt} is null`),
    check('mailboxes_security', sql`${t.imapSecurity} in ('tls', 'starttls', 'none')`),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
  ],
)
