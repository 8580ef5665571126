import { boolean, date, foreignKey, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import type { Role } from '../../../core/module.ts'
import { courses, paths } from '../courses/schema.ts'
import { training } from '../schema.ts'

/**
 * Whom a course or a path is assigned to, now and as people join (3.1): everybody whom each list that
 * is not empty names. It is idempotent per person, course and cycle.
 */
export const rules = training.table(
  'rules',
  {
    companyId: company(),
    id: id(),
    courseId: uuid('course_id'),
    pathId: uuid('path_id'),
    roles: text('roles').array().$type<Role[]>().notNull(),
    /** Each with all below it. */
    departmentIds: uuid('department_ids').array().notNull(),
    /** It takes effect once the rollout has reached this stage. */
    stage: text('stage'),
    /** Due on a day, or so many working days after it was assigned. */
    dueOn: date('due_on', { mode: 'string' }),
    dueDays: integer('due_days'),
    mandatory: boolean('mandatory').notNull().default(true),
    endedAt: moment('ended_at'),
    createdBy: uuid('created_by'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    foreignKey({
      columns: [t.companyId, t.courseId],
      foreignColumns: [courses.companyId, courses.id],
    }),
    foreignKey({ columns: [t.companyId, t.pathId], foreignColumns: [paths.companyId, paths.id] }),
  ],
)
