import {
  bigint,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core'
import { users } from '../access/schema.ts'
import { company, core, id, moment } from '../db/columns.ts'

/** `id` is the SHA-256 of the token in the cookie: who reads this table can sign in as nobody. */
export const sessions = core.table(
  'sessions',
  {
    companyId: company(),
    id: text('id').notNull(),
    userId: uuid('user_id').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    lastSeenAt: moment('last_seen_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    address: text('address').notNull(),
    agent: text('agent').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('sessions_token').on(t.id),
    index('sessions_user').on(t.companyId, t.userId),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
  ],
)

/** Links that work once: for people who were added (72 h) and for forgotten passwords (30 min). */
export const oneTimeLinks = core.table(
  'one_time_links',
  {
    companyId: company(),
    id: id(),
    userId: uuid('user_id').notNull(),
    purpose: text('purpose').$type<'invite' | 'reset'>().notNull(),
    tokenHash: text('token_hash').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    createdBy: uuid('created_by'),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('one_time_links_token').on(t.tokenHash),
    index('one_time_links_user').on(t.companyId, t.userId),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
  ],
)

/** Facts about the install itself, before and beside any company (the first-run link). */
export const installation = core.table('installation', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
  at: moment('at').notNull().defaultNow(),
})

/** Counters of rate-limiter-flexible; they belong to addresses and accounts, not to companies. */
export const throttles = core.table('throttles', {
  key: varchar('key', { length: 255 }).primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
})
