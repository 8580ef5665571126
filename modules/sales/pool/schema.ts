import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { departments, users } from '../../../core/access/schema.ts'
import { company, id, lifetime, moment, words } from '../../../core/db/columns.ts'
import { plain } from '../../../core/records/table.ts'
import { sales } from '../schema.ts'

/**
 * A pool (公海) of a department: leads and accounts that nobody looks after, for its people to claim.
 * `place_id` is a closed department of its own, in which its records stand: so no list, search or
 * export shows them to those whom the pool does not. Days and limits that are null do not apply.
 */
export const pools = sales.table(
  'pools',
  {
    companyId: company(),
    id: id(),
    name: text('name').notNull(),
    departmentId: uuid('department_id').notNull(),
    placeId: uuid('place_id').notNull(),
    followDays: integer('follow_days'),
    dealDays: integer('deal_days'),
    warnDays: integer('warn_days').notNull().default(3),
    workingDays: boolean('working_days').notNull().default(false),
    dailyLimit: integer('daily_limit'),
    cooldownDays: integer('cooldown_days'),
    delayDays: integer('delay_days'),
    personCap: integer('person_cap'),
    departmentCap: integer('department_cap'),
    hidden: words('hidden'),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    ...[t.departmentId, t.placeId].map((column) =>
      foreignKey({
        columns: [t.companyId, column],
        foreignColumns: [departments.companyId, departments.id],
      }),
    ),
  ],
)

/** Other days for customers of a level. */
export const poolLevels = sales.table(
  'pool_levels',
  {
    companyId: company(),
    poolId: uuid('pool_id').notNull(),
    level: text('level').notNull(),
    followDays: integer('follow_days'),
    dealDays: integer('deal_days'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.poolId, t.level] }),
    foreignKey({ columns: [t.companyId, t.poolId], foreignColumns: [pools.companyId, pools.id] }),
  ],
)

/** A record that lies in a pool, since when, why, and whose it was. */
export const poolEntries = sales.table(
  'pool_entries',
  {
    companyId: company(),
    object: text('object').notNull(),
    recordId: uuid('record_id').notNull(),
    poolId: uuid('pool_id').notNull(),
    since: moment('since').notNull(),
    reason: text('reason').notNull().$type<Reason>(),
    formerOwnerId: uuid('former_owner_id'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.object, t.recordId] }),
    index('pool_entries_pool').on(t.companyId, t.poolId, t.object, t.since, t.recordId),
    foreignKey({ columns: [t.companyId, t.poolId], foreignColumns: [pools.companyId, pools.id] }),
    foreignKey({
      columns: [t.companyId, t.formerOwnerId],
      foreignColumns: [users.companyId, users.id],
    }),
  ],
)

/** Why a record came into a pool: somebody let it go, or nobody did what its owner owes. */
export type Reason = 'released' | 'follow-up' | 'deal'

/** Every way of a record into a pool and out of it. */
export const poolMoves = sales.table(
  'pool_moves',
  {
    companyId: company(),
    id: id(),
    object: text('object').notNull(),
    recordId: uuid('record_id').notNull(),
    poolId: uuid('pool_id').notNull(),
    deed: text('deed').notNull().$type<Reason | 'claimed' | 'assigned'>(),
    at: moment('at').notNull(),
    actorId: uuid('actor_id'),
    ownerId: uuid('owner_id'),
    note: plain('note'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('pool_moves_owner').on(t.companyId, t.ownerId, t.deed, t.at),
    index('pool_moves_record').on(t.companyId, t.object, t.recordId, t.at),
    foreignKey({ columns: [t.companyId, t.poolId], foreignColumns: [pools.companyId, pools.id] }),
  ],
)

/** What an owner was told of, so that nobody is told twice of one day. */
export const poolWarnings = sales.table(
  'pool_warnings',
  {
    companyId: company(),
    object: text('object').notNull(),
    recordId: uuid('record_id').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.object, t.recordId, t.dueOn] })],
)
