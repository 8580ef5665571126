import {
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { departments } from '../../core/access/schema.ts'
import { company, id, moment } from '../../core/db/columns.ts'
import { flags } from '../schema.ts'
import type { Reading } from './metric.ts'

/** What each figure was in each week: once written, it stays; by database privilege. */
export const snapshots = flags.table(
  'metric_snapshots',
  {
    companyId: company(),
    id: id(),
    metric: text('metric').notNull(),
    /** The department it is of; null for the company as a whole. */
    departmentId: uuid('department_id'),
    /** The Monday of its week. */
    week: date('week', { mode: 'string' }).notNull(),
    takenAt: moment('taken_at').notNull().defaultNow(),
    state: text('state').$type<Reading['state']>().notNull(),
    value: doublePrecision('value'),
    n: integer('n'),
    parts: jsonb('parts').$type<NonNullable<Reading['parts']>>(),
    formulaVersion: integer('formula_version').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('metric_snapshots_week')
      .on(t.companyId, t.metric, t.departmentId, t.week)
      .nullsNotDistinct(),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
  ],
)

/**
 * What somebody vouched for where nothing in the product can measure it: who, when, and by which
 * document. Never changed; a later one takes its place, or takes it back.
 */
export const attestations = flags.table(
  'attestations',
  {
    companyId: company(),
    id: id(),
    metric: text('metric').notNull(),
    departmentId: uuid('department_id'),
    value: doublePrecision('value'),
    n: integer('n'),
    heldOn: date('held_on', { mode: 'string' }).notNull(),
    validUntil: date('valid_until', { mode: 'string' }),
    document: text('document').notNull(),
    statement: text('statement').notNull().default(''),
    /** It takes back what was vouched for before. */
    withdrawn: boolean('withdrawn').notNull().default(false),
    signedBy: uuid('signed_by').notNull(),
    signedAt: moment('signed_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('attestations_metric').on(t.companyId, t.metric, t.id),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
  ],
)
