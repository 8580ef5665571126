import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { departments, users } from '../../core/access/schema.ts'
import { company, id, lifetime, moment } from '../../core/db/columns.ts'
import { flags } from '../schema.ts'
import type { StageCode } from './stages.ts'

/** Two forms of a pilot: some modules in one department, or part of the work in all of them. */
export type PilotForm = 'department' | 'part'

/** A company's rollout (推行); there is one. */
export const programmes = flags.table(
  'programmes',
  {
    companyId: company(),
    id: id(),
    sponsorId: uuid('sponsor_id').notNull(),
    leadId: uuid('lead_id').notNull(),
    /** About how many people the plan was sized for: 10, 50 or 200. */
    size: integer('size').notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    pilotForm: text('pilot_form').$type<PilotForm>(),
    pilotDepartmentId: uuid('pilot_department_id'),
    pilotReason: text('pilot_reason'),
    /** While it is paused nothing advances, neither by hand nor by schedule. */
    pausedAt: moment('paused_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('programmes_company').on(t.companyId),
    foreignKey({
      columns: [t.companyId, t.sponsorId],
      foreignColumns: [users.companyId, users.id],
    }),
    foreignKey({ columns: [t.companyId, t.leadId], foreignColumns: [users.companyId, users.id] }),
    foreignKey({
      columns: [t.companyId, t.pilotDepartmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
    check('programmes_size', sql`${t.size} in (10, 50, 200)`),
    check('programmes_pilot', sql`${t.pilotForm} in ('department', 'part')`),
  ],
)

/** The rollout stages: as planned at first, as planned now, as they came. */
export const stages = flags.table(
  'stages',
  {
    companyId: company(),
    code: text('code').$type<StageCode>().notNull(),
    startFirst: date('start_first', { mode: 'string' }).notNull(),
    endFirst: date('end_first', { mode: 'string' }),
    startPlan: date('start_plan', { mode: 'string' }).notNull(),
    /** The last one has no end. */
    endPlan: date('end_plan', { mode: 'string' }),
    startedOn: date('started_on', { mode: 'string' }),
    endedOn: date('ended_on', { mode: 'string' }),
    /** How often its end was put off. */
    extensions: integer('extensions').notNull().default(0),
    ...lifetime(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.code] })],
)

/** Something to be done in a stage, by somebody, by a day. */
export const workItems = flags.table(
  'work_items',
  {
    companyId: company(),
    id: id(),
    stage: text('stage').$type<StageCode>().notNull(),
    origin: text('origin').$type<'template' | 'manual' | 'corrective'>().notNull(),
    /** What it comes from: an item of the template, a question, a criterion; words follow from it. */
    code: text('code'),
    /** As somebody wrote it; else the words of its code. */
    title: text('title'),
    note: text('note').notNull().default(''),
    ownerId: uuid('owner_id'),
    dueFirst: date('due_first', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    doneOn: date('done_on', { mode: 'string' }),
    doneBy: uuid('done_by'),
    droppedAt: moment('dropped_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('work_items_stage').on(t.companyId, t.stage, t.dueOn, t.id),
    index('work_items_owner').on(t.companyId, t.ownerId, t.dueOn),
    foreignKey({ columns: [t.companyId, t.ownerId], foreignColumns: [users.companyId, users.id] }),
    check('work_items_named', sql`${t.code} is not null or ${t.title} is not null`),
  ],
)

/** What has to be done before a piece of work can be; never in a circle. */
export const workDependencies = flags.table(
  'work_dependencies',
  {
    companyId: company(),
    itemId: uuid('item_id').notNull(),
    waitsFor: uuid('waits_for').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.itemId, t.waitsFor] }),
    index('work_dependencies_before').on(t.companyId, t.waitsFor),
    foreignKey({
      columns: [t.companyId, t.itemId],
      foreignColumns: [workItems.companyId, workItems.id],
    }),
    foreignKey({
      columns: [t.companyId, t.waitsFor],
      foreignColumns: [workItems.companyId, workItems.id],
    }),
    check('work_dependencies_itself', sql`${t.itemId} <> ${t.waitsFor}`),
  ],
)
