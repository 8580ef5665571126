import { sql } from 'drizzle-orm'
import { index, integer, jsonb, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { company, id, lifetime, moment, words } from '../../../core/db/columns.ts'
import { contacts } from '../schema.ts'

/** What may be told of a similar record that a person may not open; less to more. */
export const hints = ['nothing', 'exists', 'department', 'owner'] as const
export type Hint = (typeof hints)[number]

/** How a company wants similar records dealt with. */
export const duplicateSettings = contacts.table(
  'duplicate_settings',
  {
    companyId: company(),
    hint: text('hint', { enum: hints }).notNull(),
    ...lifetime(),
  },
  (t) => [primaryKey({ columns: [t.companyId] })],
)

/**
 * Two records that may be the same one. `score` is how likely that is, in per cent; `run_id` the
 * search that saw it last. Who says they are two dismisses the pair, and no later search brings it
 * back. Records that are merged away leave their dismissed pairs behind, so no key leads there.
 */
export const duplicatePairs = contacts.table(
  'duplicate_pairs',
  {
    companyId: company(),
    id: id(),
    object: text('object').notNull(),
    firstId: uuid('first_id').notNull(),
    secondId: uuid('second_id').notNull(),
    score: integer('score').notNull(),
    reasons: words('reasons'),
    runId: uuid('run_id').notNull(),
    foundAt: moment('found_at').notNull().defaultNow(),
    dismissedAt: moment('dismissed_at'),
    dismissedBy: uuid('dismissed_by'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('duplicate_pairs_records').on(t.companyId, t.object, t.firstId, t.secondId),
    index('duplicate_pairs_second').on(t.companyId, t.object, t.secondId),
    index('duplicate_pairs_score')
      .on(t.companyId, t.object, t.score, t.id)
      .where(sql`${t.dismissedAt} is null`),
  ],
)

/** Long work on duplicates: a search of everything, or the merging of many pairs. */
export const duplicateRuns = contacts.table(
  'duplicate_runs',
  {
    companyId: company(),
    id: id(),
    task: text('task', { enum: ['find', 'merge'] }).notNull(),
    state: text('state', { enum: ['running', 'done', 'failed', 'cancelled'] }).notNull(),
    done: integer('done').notNull().default(0),
    total: integer('total').notNull(),
    /** Pairs found, or pairs merged. */
    count: integer('count').notNull().default(0),
    /** Pairs that could not be merged any more. */
    skipped: integer('skipped').notNull().default(0),
    /** The pairs to merge. */
    pairs: jsonb('pairs').$type<string[]>(),
    startedBy: uuid('started_by'),
    startedAt: moment('started_at').notNull().defaultNow(),
    finishedAt: moment('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('duplicate_runs_task').on(t.companyId, t.task, t.startedAt),
  ],
)
