import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from '../../../core/access/schema.ts'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import { courses, courseVersions } from '../courses/schema.ts'
import { training } from '../schema.ts'

/** How far somebody is with a course (R4); that it is overdue follows from its day. */
export type Status =
  | 'assigned'
  | 'in_progress'
  | 'completed'
  | 'failed'
  | 'waived'
  | 'expired'
  | 'superseded'

/** A course that somebody is to take, or took up by themselves; cycle counts how often. */
export const assignments = training.table(
  'assignments',
  {
    companyId: company(),
    id: id(),
    userId: uuid('user_id').notNull(),
    courseId: uuid('course_id').notNull(),
    /** The version they began with, and finish on. */
    versionId: uuid('version_id').notNull(),
    cycle: integer('cycle').notNull().default(1),
    status: text('status').$type<Status>().notNull().default('assigned'),
    mandatory: boolean('mandatory').notNull().default(false),
    ruleId: uuid('rule_id'),
    assignedAt: moment('assigned_at').notNull().defaultNow(),
    dueOn: date('due_on', { mode: 'string' }),
    /** The day it was due before leave moved it, and since when leave counts; both null until it does. */
    dueFirst: date('due_first', { mode: 'string' }),
    dueFrom: date('due_from', { mode: 'string' }),
    startedAt: moment('started_at'),
    completedAt: moment('completed_at'),
    /** Where they stopped: a lesson's key, and its step counted from 0. */
    atLesson: text('at_lesson'),
    atStep: integer('at_step').notNull().default(0),
    /** Attempts that a trainer gave on top. */
    extraAttempts: integer('extra_attempts').notNull().default(0),
    waivedBy: uuid('waived_by'),
    waivedReason: text('waived_reason'),
    /** The last reminder of its plan that was sent, so that none is sent twice. */
    reminded: text('reminded'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('assignments_cycle').on(t.companyId, t.userId, t.courseId, t.cycle),
    index('assignments_course').on(t.companyId, t.courseId, t.status),
    index('assignments_due')
      .on(t.companyId, t.dueOn)
      .where(sql`${t.status} in ('assigned', 'in_progress')`),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
    foreignKey({
      columns: [t.companyId, t.courseId],
      foreignColumns: [courses.companyId, courses.id],
    }),
    foreignKey({
      columns: [t.companyId, t.versionId],
      foreignColumns: [courseVersions.companyId, courseVersions.id],
    }),
  ],
)

/** How a lesson that is a tour was done: followed on the pages to its end, or read as text. */
export type Way = 'followed' | 'read'

/** A lesson that somebody opened; done once `doneAt` is there. */
export const progress = training.table(
  'progress',
  {
    companyId: company(),
    assignmentId: uuid('assignment_id').notNull(),
    lesson: text('lesson').notNull(),
    startedAt: moment('started_at').notNull().defaultNow(),
    doneAt: moment('done_at'),
    /** For tours; null for all other lessons, and for tours done before it was kept. */
    way: text('way').$type<Way>(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.assignmentId, t.lesson] }),
    foreignKey({
      columns: [t.companyId, t.assignmentId],
      foreignColumns: [assignments.companyId, assignments.id],
    }),
  ],
)

/** What happened in learning (section 6); raw, for 180 days. */
export const learningEvents = training.table(
  'learning_events',
  {
    companyId: company(),
    id: id(),
    at: moment('at').notNull().defaultNow(),
    kind: text('kind').notNull(),
    userId: uuid('user_id'),
    departmentId: uuid('department_id'),
    object: text('object').notNull(),
    objectVersion: integer('object_version'),
    step: text('step'),
    data: jsonb('data').$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('learning_events_kind').on(t.companyId, t.kind, t.at),
  ],
)
