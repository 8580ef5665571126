import { index, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { company, core, id, moment } from '../db/columns.ts'

/**
 * Two records that became one. `loser` is the row that went away, to the letter, so that it can come
 * back; after thirty days it is emptied and only the way to the winner is kept. `changed` holds the
 * winner's fields before and after; `notes` what the module itself needs to take it back.
 */
export const merges = core.table(
  'merges',
  {
    companyId: company(),
    id: id(),
    object: text('object').notNull(),
    winnerId: uuid('winner_id').notNull(),
    loserId: uuid('loser_id').notNull(),
    loser: jsonb('loser').$type<Record<string, unknown>>(),
    changed: jsonb('changed').$type<Record<string, readonly [unknown, unknown]>>().notNull(),
    notes: jsonb('notes').$type<Record<string, unknown>>().notNull(),
    mergedBy: uuid('merged_by'),
    mergedAt: moment('merged_at').notNull().defaultNow(),
    undoneBy: uuid('undone_by'),
    undoneAt: moment('undone_at'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('merges_loser').on(t.companyId, t.object, t.loserId),
    index('merges_winner').on(t.companyId, t.object, t.winnerId),
    index('merges_time').on(t.companyId, t.mergedAt, t.id),
  ],
)

/** The rows that went along with a merge; `kept` is one that the winner had already, and that was dropped. */
export const mergeMoves = core.table(
  'merge_moves',
  {
    companyId: company(),
    mergeId: uuid('merge_id').notNull(),
    /** Table and column: a table may name two records in one row. */
    place: text('place').notNull(),
    rowId: uuid('row_id').notNull(),
    kept: jsonb('kept').$type<Record<string, unknown>>(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.mergeId, t.place, t.rowId] })],
)
