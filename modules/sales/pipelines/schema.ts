import { foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { departments } from '../../../core/access/schema.ts'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import { plain, sales } from '../schema.ts'
import type { Category, Need, StageKind } from './stages.ts'

/** A way of selling: its stages, one after the other. */
export const pipelines = sales.table(
  'pipelines',
  {
    companyId: company(),
    id: id(),
    name: text('name').notNull(),
    position: integer('position').notNull(),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] })],
)

/** For whom a pipeline is: for everybody, as long as it has no row here. */
export const pipelineDepartments = sales.table(
  'pipeline_departments',
  {
    companyId: company(),
    pipelineId: uuid('pipeline_id').notNull(),
    departmentId: uuid('department_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.pipelineId, t.departmentId] }),
    foreignKey({
      columns: [t.companyId, t.pipelineId],
      foreignColumns: [pipelines.companyId, pipelines.id],
    }),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
  ],
)

/**
 * A deal stage. `key` says which of the usual ones it began as, so that a file finds it in either
 * language; `leads_to` holds the stages that may follow, or nothing when any may.
 */
export const stages = sales.table(
  'stages',
  {
    companyId: company(),
    id: id(),
    pipelineId: uuid('pipeline_id').notNull(),
    key: plain('key'),
    name: text('name').notNull(),
    kind: text('kind').$type<StageKind>().notNull(),
    position: integer('position').notNull(),
    probability: integer('probability').notNull(),
    category: text('category').$type<Category>().notNull(),
    stalledDays: integer('stalled_days'),
    needs: text('needs').$type<Need>().array().notNull(),
    leadsTo: uuid('leads_to').array().notNull(),
    evidence: plain('evidence'),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('stages_pipeline').on(t.companyId, t.pipelineId, t.position),
    foreignKey({
      columns: [t.companyId, t.pipelineId],
      foreignColumns: [pipelines.companyId, pipelines.id],
    }),
  ],
)

/** Why deals are lost, in the company's own words. */
export const lossReasons = sales.table(
  'loss_reasons',
  {
    companyId: company(),
    id: id(),
    name: text('name').notNull(),
    position: integer('position').notNull(),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] })],
)
