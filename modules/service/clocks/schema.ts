import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { company, id, moment } from '../../../core/db/columns.ts'
import { policies } from '../policies/schema.ts'
import { service } from '../schema.ts'
import { tickets } from '../tickets/schema.ts'
import type { ClockKind } from './reckoning.ts'

/**
 * A clock of a ticket as it was reckoned last: what reckoning.ts says of it, in seconds of business
 * time. `due_at` is null while a pause leaves it open. One that stopped changes no more. Who was
 * warned, and who told that it ran out, stands here, so that nobody is told twice.
 */
export const clocks = service.table(
  'clocks',
  {
    companyId: company(),
    id: id(),
    ticketId: uuid('ticket_id').notNull(),
    policyId: uuid('policy_id').notNull(),
    kind: text('kind').$type<ClockKind>().notNull(),
    round: integer('round').notNull(),
    target: integer('target').notNull(),
    used: integer('used').notNull(),
    startedAt: moment('started_at').notNull(),
    stoppedAt: moment('stopped_at'),
    pausedAt: moment('paused_at'),
    dueAt: moment('due_at'),
    warnAt: moment('warn_at'),
    warnedAt: moment('warned_at'),
    escalatedAt: moment('escalated_at'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('clocks_round').on(t.companyId, t.ticketId, t.kind, t.round),
    index('clocks_warn')
      .on(t.companyId, t.warnAt)
      .where(sql`${t.stoppedAt} is null and ${t.warnedAt} is null`),
    index('clocks_due')
      .on(t.companyId, t.dueAt)
      .where(sql`${t.stoppedAt} is null and ${t.escalatedAt} is null`),
    index('clocks_started').on(t.companyId, t.kind, t.startedAt),
    foreignKey({
      columns: [t.companyId, t.ticketId],
      foreignColumns: [tickets.companyId, tickets.id],
    }),
    foreignKey({
      columns: [t.companyId, t.policyId],
      foreignColumns: [policies.companyId, policies.id],
    }),
  ],
)
