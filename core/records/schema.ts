import { sql } from 'drizzle-orm'
import { foreignKey, index, jsonb, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { users } from '../access/schema.ts'
import { company, core, id, lifetime, moment, words } from '../db/columns.ts'

/** Who changed what, when, from what to what. The application may add rows, never change them. */
export const audit = core.table(
  'audit',
  {
    companyId: company(),
    id: id(),
    at: moment('at').notNull().defaultNow(),
    actorId: uuid('actor_id'),
    action: text('action').notNull(),
    object: text('object').notNull(),
    recordId: text('record_id'),
    before: jsonb('before').$type<Record<string, unknown>>(),
    after: jsonb('after').$type<Record<string, unknown>>(),
    reason: text('reason'),
    requestId: text('request_id').notNull(),
    address: text('address'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('audit_record').on(t.companyId, t.object, t.recordId, t.id),
    index('audit_actor').on(t.companyId, t.actorId, t.id),
  ],
)

/** One line per thing that happened to a record, whichever module it happened in. */
export const timeline = core.table(
  'timeline',
  {
    companyId: company(),
    object: text('object').notNull(),
    recordId: uuid('record_id').notNull(),
    id: id(),
    at: moment('at').notNull().defaultNow(),
    kind: text('kind').notNull(),
    actorId: uuid('actor_id'),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.object, t.recordId, t.id] })],
)

/** What people write about a record, in their own words. */
export const notes = core.table(
  'notes',
  {
    companyId: company(),
    id: id(),
    object: text('object').notNull(),
    recordId: uuid('record_id').notNull(),
    body: text('body').notNull(),
    authorId: uuid('author_id').notNull(),
    archivedAt: moment('archived_at'),
    /** What a note is found by: its text as texts compare, and its Han characters and pairs. */
    search: text('search').notNull().generatedAlwaysAs(sql`core.search_text(body)`),
    grams: words('grams').generatedAlwaysAs(sql`core.han_grams(body)`),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('notes_grams')
      .using('gin', t.companyId, t.object, t.grams)
      .with({ gin_pending_list_limit: 256 }),
    index('notes_search')
      .using('gin', t.companyId, t.object, t.search.op('gin_trgm_ops'))
      .with({ gin_pending_list_limit: 256 }),
  ],
)

export const tags = core.table(
  'tags',
  {
    companyId: company(),
    id: id(),
    object: text('object').notNull(),
    name: text('name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('tags_name').on(t.companyId, t.object, t.name),
  ],
)

export const taggings = core.table(
  'taggings',
  {
    companyId: company(),
    recordId: uuid('record_id').notNull(),
    tagId: uuid('tag_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.recordId, t.tagId] }),
    index('taggings_tag').on(t.companyId, t.tagId, t.recordId),
    foreignKey({ columns: [t.companyId, t.tagId], foreignColumns: [tags.companyId, tags.id] }),
  ],
)

/** Past-tense events, written with their cause; delivered to listeners after the commit. */
export const events = core.table(
  'events',
  {
    companyId: company(),
    id: id(),
    at: moment('at').notNull().defaultNow(),
    name: text('name').notNull(),
    actorId: uuid('actor_id'),
    requestId: text('request_id').notNull(),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    deliveredAt: moment('delivered_at'),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] })],
)

/** Forms answered once: the same key posted again leads to what the first one made. */
export const onceKeys = core.table(
  'once_keys',
  {
    companyId: company(),
    userId: uuid('user_id').notNull(),
    key: uuid('key').notNull(),
    location: text('location').notNull(),
    at: moment('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.userId, t.key] })],
)

/** Who works on a record beside its owner (协作人), whatever their place in the firm. */
export const collaborators = core.table(
  'collaborators',
  {
    companyId: company(),
    object: text('object').notNull(),
    recordId: uuid('record_id').notNull(),
    userId: uuid('user_id').notNull(),
    addedBy: uuid('added_by'),
    addedAt: moment('added_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.object, t.recordId, t.userId] }),
    index('collaborators_person').on(t.companyId, t.userId),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
  ],
)
