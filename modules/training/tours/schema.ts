import {
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
import { training } from '../schema.ts'
import type { TourContent } from './content.ts'

/**
 * A tour (引导) that a company wrote. `draft` is what is being written; people follow the version that
 * was published last. With the code of one that comes along it stands in its place.
 */
export const tours = training.table(
  'tours',
  {
    companyId: company(),
    id: id(),
    code: text('code').notNull(),
    /** Its title in the company's first language, for sorting. */
    name: text('name').notNull(),
    draft: jsonb('draft').$type<TourContent>().notNull(),
    state: text('state').$type<'draft' | 'review' | 'published'>().notNull().default('draft'),
    /** Who asked for the review: somebody else publishes. */
    submittedBy: uuid('submitted_by'),
    publishedId: uuid('published_id'),
    ownerId: uuid('owner_id'),
    reviewDueOn: date('review_due_on', { mode: 'string' }).notNull(),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('tours_code').on(t.companyId, t.code),
    index('tours_owner').on(t.companyId, t.ownerId),
    foreignKey({ columns: [t.companyId, t.ownerId], foreignColumns: [users.companyId, users.id] }),
  ],
)

/** What was published, and when; once written it stays, by database privilege. */
export const tourVersions = training.table(
  'tour_versions',
  {
    companyId: company(),
    id: id(),
    tourId: uuid('tour_id').notNull(),
    number: integer('number').notNull(),
    content: jsonb('content').$type<TourContent>().notNull(),
    publishedAt: moment('published_at').notNull().defaultNow(),
    publishedBy: uuid('published_by'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('tour_versions_number').on(t.companyId, t.tourId, t.number),
    foreignKey({ columns: [t.companyId, t.tourId], foreignColumns: [tours.companyId, tours.id] }),
  ],
)

/** What became of offering somebody a tour that they had not asked for (R3). */
export const tourOffers = training.table(
  'tour_offers',
  {
    companyId: company(),
    userId: uuid('user_id').notNull(),
    code: text('code').notNull(),
    offeredAt: moment('offered_at').notNull(),
    /** Not again before this day; put off so often. */
    snoozedUntil: date('snoozed_until', { mode: 'string' }),
    snoozes: integer('snoozes').notNull().default(0),
    /** They took it, or do not want it: it is offered no more. */
    settledAt: moment('settled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.userId, t.code] }),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
  ],
)
