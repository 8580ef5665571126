import { index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { company, core, id, moment } from '../db/columns.ts'
import type { Share } from './formula.ts'

/** Shares by rule: `completeness` for the whole, `completeness.phone` for one field of it. */
export type Shares = Record<string, Share>

/** The quality of one kind of record at one moment, kept to show where it goes. */
export const qualitySnapshots = core.table(
  'quality_snapshots',
  {
    companyId: company(),
    id: id(),
    object: text('object').notNull(),
    takenAt: moment('taken_at').notNull().defaultNow(),
    records: integer('records').notNull(),
    shares: jsonb('shares').$type<Shares>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('quality_snapshots_object').on(t.companyId, t.object, t.takenAt),
  ],
)

/** What a check said of one field of a record. */
export type Verdict = 'right' | 'wrong'

/**
 * A record drawn by lot, to be checked against its source: the customer on the phone, a document.
 * Until somebody has done that, `checked_at` is null.
 */
export const qualitySamples = core.table(
  'quality_samples',
  {
    companyId: company(),
    id: id(),
    object: text('object').notNull(),
    recordId: uuid('record_id').notNull(),
    drawnAt: moment('drawn_at').notNull().defaultNow(),
    drawnBy: uuid('drawn_by'),
    checkedAt: moment('checked_at'),
    checkedBy: uuid('checked_by'),
    /** By field; fields that nobody could check are left out. */
    verdicts: jsonb('verdicts').$type<Record<string, Verdict>>().notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('quality_samples_drawn').on(t.companyId, t.object, t.drawnAt, t.id),
    index('quality_samples_record').on(t.companyId, t.recordId),
  ],
)

/** The records that pull the index down most, as the last measuring found them; replaced by the next. */
export const qualityWorst = core.table(
  'quality_worst',
  {
    companyId: company(),
    object: text('object').notNull(),
    recordId: uuid('record_id').notNull(),
    /** Weight of what is wrong; more is worse. */
    burden: integer('burden').notNull(),
    faults: text('faults').array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.object, t.recordId] }),
    index('quality_worst_burden').on(t.companyId, t.object, t.burden, t.recordId),
  ],
)
