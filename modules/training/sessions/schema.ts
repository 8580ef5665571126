import { foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { users } from '../../../core/access/schema.ts'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import { courses } from '../courses/schema.ts'
import { training } from '../schema.ts'

/** A lesson held together in a room or a call (现场课). */
export const sessions = training.table(
  'sessions',
  {
    companyId: company(),
    id: id(),
    courseId: uuid('course_id').notNull(),
    lesson: text('lesson').notNull(),
    startsAt: moment('starts_at').notNull(),
    place: text('place').notNull(),
    trainerId: uuid('trainer_id'),
    capacity: integer('capacity'),
    /** What the QR code on the wall holds; whoever is there signs in with it. */
    code: text('code').notNull(),
    closedAt: moment('closed_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('sessions_course').on(t.companyId, t.courseId, t.startsAt),
    foreignKey({
      columns: [t.companyId, t.courseId],
      foreignColumns: [courses.companyId, courses.id],
    }),
    foreignKey({
      columns: [t.companyId, t.trainerId],
      foreignColumns: [users.companyId, users.id],
    }),
  ],
)

/** Who was there, and whether they signed in themselves or the trainer ticked them. */
export const attendance = training.table(
  'attendance',
  {
    companyId: company(),
    sessionId: uuid('session_id').notNull(),
    userId: uuid('user_id').notNull(),
    state: text('state').$type<'present' | 'absent' | 'excused'>().notNull(),
    signedAt: moment('signed_at'),
    by: uuid('by'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.sessionId, t.userId] }),
    foreignKey({
      columns: [t.companyId, t.sessionId],
      foreignColumns: [sessions.companyId, sessions.id],
    }),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
  ],
)
