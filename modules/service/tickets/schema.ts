import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  company,
  id,
  lifetime,
  moment,
  ownership,
  ownValues,
  words,
} from '../../../core/db/columns.ts'
import { found, live, plain, recordIndexes, tallyColumns } from '../../../core/records/table.ts'
import { accounts, people } from '../../contacts/public.ts'
import type { ClockKind } from '../clocks/reckoning.ts'
import type { Doubt } from '../mail/authenticity.ts'
import { service } from '../schema.ts'
import { categories, states } from '../states/schema.ts'
import type { StateType } from '../states/state-types.ts'
import type { Channel, Priority, TicketType } from './choices.ts'

/** Stands for no date, so that lists sort by one. */
export const never = sql`'9999-12-31 00:00:00+00'`

/**
 * What a customer asks for (工单). `state_type` is the type of its state, kept beside it for indexes.
 * `from_name` and `from_address` are who asked as they called themselves, whoever is on record.
 * `first_response_at` is the first answer, `last_customer_at` and `last_answer_at` the latest of each
 * side; `solved_at` and `closed_at` are empty while there is something to do; `reopened` counts how
 * often there was again. `due_at` is when the next of its clocks runs out, and `due_kind` which; with
 * a kind and never it waits for the customer.
 */
export const tickets = service.table(
  'tickets',
  {
    companyId: company(),
    id: id(),
    number: text('number').notNull(),
    name: text('name').notNull(),
    stateId: uuid('state_id').notNull(),
    stateType: text('state_type').$type<StateType>().notNull(),
    stateSince: moment('state_since').notNull(),
    type: text('type').$type<TicketType>().notNull().default('question'),
    priority: text('priority').$type<Priority>().notNull().default('normal'),
    categoryId: uuid('category_id'),
    product: plain('product'),
    channel: text('channel').$type<Channel>().notNull().default('phone'),
    reference: plain('reference'),
    personId: uuid('person_id'),
    accountId: uuid('account_id'),
    fromName: plain('from_name'),
    fromAddress: plain('from_address'),
    openedAt: moment('opened_at').notNull(),
    firstResponseAt: moment('first_response_at'),
    lastCustomerAt: moment('last_customer_at'),
    lastAnswerAt: moment('last_answer_at'),
    solvedAt: moment('solved_at'),
    closedAt: moment('closed_at'),
    reopened: integer('reopened').notNull().default(0),
    dueAt: moment('due_at').notNull().default(never),
    dueKind: plain('due_kind').$type<ClockKind | ''>(),
    own: ownValues(),
    ...found(),
    ...ownership(),
    createdBy: uuid('created_by'),
    ...lifetime(),
  },
  (t) => [
    ...recordIndexes('tickets', t),
    unique('tickets_number').on(t.companyId, t.number),
    index('tickets_state').on(t.companyId, t.stateType, t.id).where(live(t)),
    index('tickets_opened').on(t.companyId, t.openedAt, t.id).where(live(t)),
    index('tickets_solved').on(t.companyId, t.solvedAt, t.id).where(live(t)),
    index('tickets_due').on(t.companyId, t.dueAt, t.id).where(live(t)),
    index('tickets_person').on(t.companyId, t.personId, t.id),
    index('tickets_account').on(t.companyId, t.accountId, t.id),
    index('tickets_reference').on(t.companyId, t.reference),
    check('tickets_priority', sql`${t.priority} in ('low', 'normal', 'high', 'urgent')`),
    check('tickets_type', sql`${t.type} in ('question', 'incident', 'complaint', 'data_request')`),
    foreignKey({
      columns: [t.companyId, t.stateId],
      foreignColumns: [states.companyId, states.id],
    }),
    foreignKey({
      columns: [t.companyId, t.categoryId],
      foreignColumns: [categories.companyId, categories.id],
    }),
    foreignKey({
      columns: [t.companyId, t.personId],
      foreignColumns: [people.companyId, people.id],
    }),
    foreignKey({
      columns: [t.companyId, t.accountId],
      foreignColumns: [accounts.companyId, accounts.id],
    }),
  ],
)

/** Whose words they are: the customer's, an answer to them, or a note that stays among colleagues. */
export const messageKinds = ['customer', 'answer', 'note'] as const
export type MessageKind = (typeof messageKinds)[number]

/** What becomes of an answer that goes out by mail; empty for all that is not sent. */
export type Delivery = '' | 'waiting' | 'sent' | 'failed'

/**
 * One message of a ticket's conversation. `text` is Markdown for what colleagues write and plain for
 * what customers do; `html_kept` is a customer's mail as it came, made harmless, where it had any.
 * `message_id` and `in_reply_to` are a mail's own; `doubt` is by what its receiver doubts its sender.
 */
export const messages = service.table(
  'messages',
  {
    companyId: company(),
    id: id(),
    ticketId: uuid('ticket_id').notNull(),
    kind: text('kind').$type<MessageKind>().notNull(),
    authorId: uuid('author_id'),
    fromName: plain('from_name'),
    fromAddress: plain('from_address'),
    text: text('text').notNull(),
    htmlKept: text('html_kept'),
    channel: text('channel').$type<Channel>().notNull(),
    sentAt: moment('sent_at').notNull(),
    messageId: text('message_id'),
    inReplyTo: text('in_reply_to'),
    doubt: text('doubt').$type<Doubt>(),
    delivery: text('delivery').$type<Delivery>().notNull().default(''),
    createdAt: moment('created_at').notNull().defaultNow(),
    /** What a message is found by: its text as texts compare, and its Han characters and pairs. */
    search: text('search').notNull().generatedAlwaysAs(sql`core.search_text(text)`),
    grams: words('grams').generatedAlwaysAs(sql`core.han_grams(text)`),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('messages_grams')
      .using('gin', t.companyId, t.grams)
      .with({ gin_pending_list_limit: 256 }),
    index('messages_search')
      .using('gin', t.companyId, t.search.op('gin_trgm_ops'))
      .with({ gin_pending_list_limit: 256 }),
    index('messages_ticket').on(t.companyId, t.ticketId, t.sentAt, t.id),
    index('messages_mail').on(t.companyId, t.messageId),
    check('messages_kind', sql`${t.kind} in ('customer', 'answer', 'note')`),
    foreignKey({
      columns: [t.companyId, t.ticketId],
      foreignColumns: [tickets.companyId, tickets.id],
    }),
  ],
)

/** Each change of a ticket's state, the first from none: clocks and reports read them. */
export const stateChanges = service.table(
  'state_changes',
  {
    companyId: company(),
    id: id(),
    ticketId: uuid('ticket_id').notNull(),
    fromStateId: uuid('from_state_id'),
    toStateId: uuid('to_state_id').notNull(),
    fromType: text('from_type').$type<StateType>(),
    toType: text('to_type').$type<StateType>().notNull(),
    changedBy: uuid('changed_by'),
    changedAt: moment('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('state_changes_ticket').on(t.companyId, t.ticketId, t.changedAt),
    index('state_changes_at').on(t.companyId, t.changedAt),
    foreignKey({
      columns: [t.companyId, t.ticketId],
      foreignColumns: [tickets.companyId, tickets.id],
    }),
    foreignKey({
      columns: [t.companyId, t.toStateId],
      foreignColumns: [states.companyId, states.id],
    }),
  ],
)

/** How many records of this module each owner and department has. */
export const tallies = service.table('tallies', tallyColumns(), (t) => [
  primaryKey({ columns: [t.companyId, t.id] }),
])
