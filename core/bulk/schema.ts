import { foreignKey, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { users } from '../access/schema.ts'
import { company, core, id, moment } from '../db/columns.ts'
import type { BulkOrder } from './order.ts'

export const bulkStates = ['running', 'done', 'cancelled', 'failed'] as const
export type BulkState = (typeof bulkStates)[number]

/** One deed done to many records of a list (批量操作), as far as it has come. */
export const bulkRuns = core.table(
  'bulk_runs',
  {
    companyId: company(),
    id: id(),
    list: text('list').notNull(),
    order: jsonb('order').$type<BulkOrder>().notNull(),
    total: integer('total').notNull(),
    done: integer('done').notNull().default(0),
    changed: integer('changed').notNull().default(0),
    unchanged: integer('unchanged').notNull().default(0),
    refused: integer('refused').notNull().default(0),
    state: text('state').$type<BulkState>().notNull(),
    failure: text('failure').$type<'closed' | 'gone' | 'broken'>(),
    startedBy: uuid('started_by').notNull(),
    startedAt: moment('started_at').notNull().defaultNow(),
    finishedAt: moment('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('bulk_runs_finished').on(t.companyId, t.finishedAt),
    foreignKey({
      columns: [t.companyId, t.startedBy],
      foreignColumns: [users.companyId, users.id],
    }),
  ],
)

/** The records of a run in their order, as the list had them when it began; `refused` says why. */
export const bulkItems = core.table(
  'bulk_items',
  {
    companyId: company(),
    runId: uuid('run_id').notNull(),
    place: integer('place').notNull(),
    recordId: uuid('record_id').notNull(),
    refused: text('refused'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.runId, t.place] }),
    foreignKey({
      columns: [t.companyId, t.runId],
      foreignColumns: [bulkRuns.companyId, bulkRuns.id],
    }).onDelete('cascade'),
  ],
)
