import { date, foreignKey, index, jsonb, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { departments, users } from '../../../core/access/schema.ts'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import type { Texts } from '../courses/content.ts'
import { training } from '../schema.ts'

/** What somebody writes of a topic. @property reviewDueOn an ISO day */
export type TopicInput = {
  place: string
  field: string | null
  titles: Texts
  bodies: Texts
  reviewDueOn: string
}

/** Help that a company wrote itself (帮助主题): of its own, or instead of one that comes along. */
export const helpTopics = training.table(
  'help_topics',
  {
    companyId: company(),
    id: id(),
    /** The topic that comes along and is replaced by this one. */
    code: text('code'),
    /** The pages it is about: `/contacts/accounts`, `/contacts/accounts/*`, `/sales/**`. */
    place: text('place').notNull(),
    /** The field of those pages it is about, by the name it is posted under. */
    field: text('field'),
    /** Its title in the company's first language, for sorting and finding. */
    name: text('name').notNull(),
    titles: jsonb('titles').$type<Texts>().notNull(),
    bodies: jsonb('bodies').$type<Texts>().notNull(),
    ownerId: uuid('owner_id'),
    /** From this day on readers are told that nobody has looked through it lately (R20). */
    reviewDueOn: date('review_due_on').notNull(),
    /** What waits for a second person, where the company wants one, and whose it is. */
    proposed: jsonb('proposed').$type<TopicInput>(),
    proposedBy: uuid('proposed_by'),
    /** Since when all see it; null while it waits for the first time. */
    publishedAt: moment('published_at').defaultNow(),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('help_topics_code').on(t.companyId, t.code),
    index('help_topics_owner').on(t.companyId, t.ownerId),
    foreignKey({ columns: [t.companyId, t.ownerId], foreignColumns: [users.companyId, users.id] }),
  ],
)

/** What somebody asked the champion of their department, and what they were told. */
export const helpRequests = training.table(
  'help_requests',
  {
    companyId: company(),
    id: id(),
    askedBy: uuid('asked_by').notNull(),
    /** The department they were in then, whose champion answers. */
    departmentId: uuid('department_id'),
    /** The page on which they asked. */
    path: text('path').notNull(),
    question: text('question').notNull(),
    answer: text('answer').notNull().default(''),
    answeredBy: uuid('answered_by'),
    answeredAt: moment('answered_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('help_requests_open').on(t.companyId, t.departmentId, t.answeredAt, t.id),
    index('help_requests_own').on(t.companyId, t.askedBy, t.id),
    foreignKey({ columns: [t.companyId, t.askedBy], foreignColumns: [users.companyId, users.id] }),
    foreignKey({
      columns: [t.companyId, t.answeredBy],
      foreignColumns: [users.companyId, users.id],
    }),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
  ],
)
