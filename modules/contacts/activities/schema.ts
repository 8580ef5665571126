import { sql } from 'drizzle-orm'
import { foreignKey, index, numeric, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { departments, users } from '../../../core/access/schema.ts'
import { company, id, lifetime, moment, ownership, words } from '../../../core/db/columns.ts'
import { contacts } from '../schema.ts'

/**
 * What was done with a customer (跟进), on a record of any module: `object` and `record_id`. Its
 * owner is who did it. Its id is that of its line in the record's timeline.
 */
export const activities = contacts.table(
  'activities',
  {
    companyId: company(),
    id: id(),
    object: text('object').notNull(),
    recordId: uuid('record_id').notNull(),
    kind: text('kind').notNull(),
    body: text('body').notNull(),
    happenedAt: moment('happened_at').notNull(),
    /** Where a visit was, and at which degrees, where who visited let their browser say it. */
    place: text('place').notNull().default(''),
    latitude: numeric('latitude', { precision: 8, scale: 5 }),
    longitude: numeric('longitude', { precision: 8, scale: 5 }),
    ...ownership(),
    ...lifetime(),
    /** What a follow-up is found by: its text as texts compare, and its Han characters and pairs. */
    search: text('search').notNull().generatedAlwaysAs(sql`core.search_text(body)`),
    grams: words('grams').generatedAlwaysAs(sql`core.han_grams(body)`),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('activities_grams')
      .using('gin', t.companyId, t.object, t.grams)
      .with({ gin_pending_list_limit: 256 }),
    index('activities_search')
      .using('gin', t.companyId, t.object, t.search.op('gin_trgm_ops'))
      .with({ gin_pending_list_limit: 256 }),
    index('activities_record').on(t.companyId, t.object, t.recordId, t.happenedAt, t.id),
    index('activities_owner')
      .on(t.companyId, t.ownerId, t.happenedAt, t.id)
      .where(sql`${t.archivedAt} is null`),
    foreignKey({ columns: [t.companyId, t.ownerId], foreignColumns: [users.companyId, users.id] }),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
  ],
)

/** What people say about a follow-up who may see the record it is on. */
export const activityComments = contacts.table(
  'activity_comments',
  {
    companyId: company(),
    id: id(),
    activityId: uuid('activity_id').notNull(),
    body: text('body').notNull(),
    authorId: uuid('author_id').notNull(),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('activity_comments_activity').on(t.companyId, t.activityId, t.createdAt, t.id),
    foreignKey({
      columns: [t.companyId, t.activityId],
      foreignColumns: [activities.companyId, activities.id],
    }),
    foreignKey({ columns: [t.companyId, t.authorId], foreignColumns: [users.companyId, users.id] }),
  ],
)
