import { date, foreignKey, index, jsonb, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import { courses } from '../courses/schema.ts'
import { assignments } from '../learning/schema.ts'
import { training } from '../schema.ts'

/** A piece of work that somebody handed in (作业); a trainer or their lead takes it or gives it back. */
export const handIns = training.table(
  'hand_ins',
  {
    companyId: company(),
    id: id(),
    assignmentId: uuid('assignment_id').notNull(),
    lesson: text('lesson').notNull(),
    body: text('body').notNull(),
    state: text('state').$type<'waiting' | 'accepted' | 'returned'>().notNull().default('waiting'),
    comment: text('comment').notNull().default(''),
    decidedBy: uuid('decided_by'),
    decidedAt: moment('decided_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('hand_ins_lesson').on(t.companyId, t.assignmentId, t.lesson),
    index('hand_ins_state').on(t.companyId, t.state, t.id),
    foreignKey({
      columns: [t.companyId, t.assignmentId],
      foreignColumns: [assignments.companyId, assignments.id],
    }),
  ],
)

/**
 * What somebody thought of a course, without who: ids are drawn by lot and the moment is kept to the
 * day (R22). That they answered stands in their progress.
 */
export const opinions = training.table(
  'opinions',
  {
    companyId: company(),
    id: uuid('id').notNull(),
    courseId: uuid('course_id').notNull(),
    lesson: text('lesson').notNull(),
    on: date('on', { mode: 'string' }).notNull(),
    /** 1 to 5 by question: useful, clear. */
    ratings: jsonb('ratings').$type<Record<string, number>>().notNull(),
    comment: text('comment').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('opinions_course').on(t.companyId, t.courseId),
    foreignKey({
      columns: [t.companyId, t.courseId],
      foreignColumns: [courses.companyId, courses.id],
    }),
  ],
)
