import {
  boolean,
  date,
  foreignKey,
  index,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from '../../../core/access/schema.ts'
import { company, id, moment } from '../../../core/db/columns.ts'
import { courses, courseVersions } from '../courses/schema.ts'
import { training } from '../schema.ts'

/**
 * That somebody completed a course, by which version, and until when it holds; with the certificate
 * it gives. Never deleted: what turns out wrong is revoked.
 */
export const completions = training.table(
  'completions',
  {
    companyId: company(),
    id: id(),
    userId: uuid('user_id').notNull(),
    courseId: uuid('course_id').notNull(),
    versionId: uuid('version_id').notNull(),
    assignmentId: uuid('assignment_id').notNull(),
    completedAt: moment('completed_at').notNull().defaultNow(),
    /** The last day on which it holds; for good when null. */
    validUntil: date('valid_until', { mode: 'string' }),
    evidence: text('evidence').$type<'attempt' | 'attendance' | 'work' | 'reading'>().notNull(),
    /** Whether each quiz was passed at the first attempt; null for a course without one. */
    firstTime: boolean('first_time'),
    /** 2026-0001, counted by company and year. */
    serial: text('serial').notNull(),
    /** What the public page checks a certificate by. */
    code: text('code').notNull(),
    revokedAt: moment('revoked_at'),
    revokedBy: uuid('revoked_by'),
    revokedReason: text('revoked_reason'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('completions_serial').on(t.companyId, t.serial),
    index('completions_code').on(t.code),
    index('completions_person').on(t.companyId, t.userId, t.courseId),
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
