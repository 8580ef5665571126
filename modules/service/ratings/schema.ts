import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from '../../../core/access/schema.ts'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import { plain } from '../../../core/records/table.ts'
import { service } from '../schema.ts'
import { tickets } from '../tickets/schema.ts'

/**
 * That a customer was asked how a ticket went, and what they said: a score from 1 to 5. `owner_id`
 * and `department_id` are whose the ticket was then. Of the link only a hash is kept, and each new
 * one replaces the one before; it is good until `expires_at`.
 */
export const ratings = service.table(
  'ratings',
  {
    companyId: company(),
    id: id(),
    ticketId: uuid('ticket_id').notNull(),
    ownerId: uuid('owner_id'),
    departmentId: uuid('department_id'),
    askedAt: moment('asked_at').notNull(),
    tokenHash: text('token_hash'),
    expiresAt: moment('expires_at'),
    score: integer('score'),
    comment: plain('comment'),
    ratedAt: moment('rated_at'),
    /** The task to call back, where the score was low. */
    taskId: uuid('task_id'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('ratings_token').on(t.tokenHash),
    index('ratings_rated').on(t.companyId, t.ratedAt, t.id),
    // A ticket waits for one answer at a time.
    uniqueIndex('ratings_open').on(t.companyId, t.ticketId).where(sql`${t.ratedAt} is null`),
    index('ratings_ticket').on(t.companyId, t.ticketId, t.askedAt),
    check('ratings_score', sql`${t.score} between 1 and 5`),
    check('ratings_rated_whole', sql`(${t.score} is null) = (${t.ratedAt} is null)`),
    foreignKey({
      columns: [t.companyId, t.ticketId],
      foreignColumns: [tickets.companyId, tickets.id],
    }),
    foreignKey({ columns: [t.companyId, t.ownerId], foreignColumns: [users.companyId, users.id] }),
  ],
)

/** When a company asks its customers, and which answers call for a conversation; at most one row. */
export const ratingRules = service.table(
  'rating_rules',
  {
    companyId: company(),
    id: id(),
    asks: text('asks').$type<'solved' | 'closed' | 'never'>().notNull(),
    /** Up to this score somebody calls back; 0 for never. */
    callBackAt: integer('call_back_at').notNull(),
    ...lifetime(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] })],
)
