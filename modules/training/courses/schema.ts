import { foreignKey, integer, jsonb, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { users } from '../../../core/access/schema.ts'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import type { Role } from '../../../core/module.ts'
import { training } from '../schema.ts'
import type { CourseContent, Question, Texts } from './content.ts'

/**
 * A course (课程). `draft` is what is being written; learners take the version that was published
 * last. Without one it is an outline that a trainer has yet to fill.
 */
export const courses = training.table(
  'courses',
  {
    companyId: company(),
    id: id(),
    /** C-04; what paths, modules and packs call it by. */
    code: text('code').notNull(),
    /** Its title in the company's first language, for sorting and finding. */
    name: text('name').notNull(),
    titles: jsonb('titles').$type<Texts>().notNull(),
    draft: jsonb('draft').$type<CourseContent>().notNull(),
    state: text('state').$type<'draft' | 'review' | 'published'>().notNull().default('draft'),
    /** Who asked for the review: somebody else publishes. */
    submittedBy: uuid('submitted_by'),
    publishedId: uuid('published_id'),
    ownerId: uuid('owner_id'),
    reviewDueOn: text('review_due_on'),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('courses_code').on(t.companyId, t.code),
    foreignKey({ columns: [t.companyId, t.ownerId], foreignColumns: [users.companyId, users.id] }),
  ],
)

/** What was published, and when; once written it stays, by database privilege. */
export const courseVersions = training.table(
  'course_versions',
  {
    companyId: company(),
    id: id(),
    courseId: uuid('course_id').notNull(),
    number: integer('number').notNull(),
    content: jsonb('content').$type<CourseContent>().notNull(),
    /** minor: completions stay. material: `again` says who learns again (R7). */
    change: text('change').$type<'minor' | 'material'>().notNull(),
    again: text('again').$type<'new' | 'delta' | 'repeat'>().notNull().default('new'),
    note: text('note').notNull().default(''),
    publishedAt: moment('published_at').notNull().defaultNow(),
    publishedBy: uuid('published_by'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('course_versions_number').on(t.companyId, t.courseId, t.number),
    foreignKey({
      columns: [t.companyId, t.courseId],
      foreignColumns: [courses.companyId, courses.id],
    }),
  ],
)

/** The questions of a course, from which its quizzes draw. */
export const questions = training.table(
  'questions',
  {
    companyId: company(),
    id: id(),
    courseId: uuid('course_id').notNull(),
    key: text('key').notNull(),
    document: jsonb('document').$type<Question>().notNull(),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('questions_key').on(t.companyId, t.courseId, t.key),
    foreignKey({
      columns: [t.companyId, t.courseId],
      foreignColumns: [courses.companyId, courses.id],
    }),
  ],
)

/** A way through courses (学习路径), for people of some roles. */
export const paths = training.table(
  'paths',
  {
    companyId: company(),
    id: id(),
    code: text('code').notNull(),
    titles: jsonb('titles').$type<Texts>().notNull(),
    roles: text('roles').array().$type<Role[]>().notNull(),
    /** The codes of its courses, in their order. */
    courses: text('courses').array().notNull(),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('paths_code').on(t.companyId, t.code),
  ],
)
