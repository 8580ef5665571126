import { type SQL, sql } from 'drizzle-orm'
import {
  boolean,
  type ExtraConfigColumn,
  foreignKey,
  index,
  integer,
  type PgColumn,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { departments, users } from '../access/schema.ts'
import { company, id, words } from '../db/columns.ts'
import { written } from '../db/plan.ts'

/** A text that may be empty; never null, so that lists can sort and page by it. */
export const plain = (name: string) => text(name).notNull().default('')

/**
 * What a record is found and sorted by, computed by keysOf (keys.ts) on every write. `sort_name` orders
 * Chinese names by pinyin; `name_key` is the name as two spellings of it compare; `search` holds
 * everything a part of which may be typed, line by line; `grams` what one or two signs look up.
 * `search_head` is the beginning of `search`, which all of it is for most, for the index of names.
 */
export const found = () => ({
  sortName: text('sort_name').notNull(),
  nameKey: text('name_key').notNull(),
  search: text('search').notNull(),
  searchHead: text('search_head')
    .notNull()
    .generatedAlwaysAs(sql`left(search, ${written(searchHeadLength)})`),
  grams: words('grams'),
})

/** How many signs of `search` stand in the index of names: an entry of it has 2,700 bytes at most. */
export const searchHeadLength = 300

type Found = { search: ExtraConfigColumn } & Record<
  | 'companyId'
  | 'id'
  | 'sortName'
  | 'nameKey'
  | 'searchHead'
  | 'grams'
  | 'ownerId'
  | 'departmentId'
  | 'archivedAt'
  | 'createdAt'
  | 'updatedAt',
  PgColumn
>

/** The rows that are not put away, for an index of theirs alone. */
export const live = (t: { archivedAt: PgColumn }): SQL => sql`${t.archivedAt} is null`

/**
 * The list by name, in which a common word is walked for. All that takes rides along, so that the
 * walk touches the index alone.
 */
export const walkedIndex = (table: string, t: Walked) =>
  index(`${table}_name`)
    .on(t.companyId, t.sortName, t.id, t.ownerId, t.departmentId, t.searchHead)
    .where(live(t))

type Walked = Pick<
  Found,
  'companyId' | 'sortName' | 'id' | 'ownerId' | 'departmentId' | 'searchHead' | 'archivedAt'
>

/** The indexes that the list of a kind of record walks, and its keys. */
export const recordIndexes = (table: string, t: Found) => [
  primaryKey({ columns: [t.companyId, t.id] }),
  walkedIndex(table, t),
  index(`${table}_archived`)
    .on(t.companyId, t.sortName, t.id)
    .where(sql`${t.archivedAt} is not null`),
  index(`${table}_updated`).on(t.companyId, t.updatedAt, t.id).where(live(t)),
  index(`${table}_created`).on(t.companyId, t.createdAt, t.id).where(live(t)),
  // By name within the places that rights are given for: see rangesOf in core/access.
  index(`${table}_owner`).on(t.companyId, t.ownerId, t.sortName, t.id),
  index(`${table}_department`).on(t.companyId, t.departmentId, t.sortName, t.id),
  index(`${table}_unowned`)
    .on(t.companyId, t.departmentId, t.sortName, t.id)
    .where(sql`${t.archivedAt} is null and ${t.ownerId} is null`),
  index(`${table}_name_key`).on(t.companyId, t.nameKey),
  // What was just written waits in a list that every search walks: keep it short (kB).
  index(`${table}_grams`).using('gin', t.companyId, t.grams).with({ gin_pending_list_limit: 256 }),
  index(`${table}_search`)
    .using('gin', t.companyId, t.search.op('gin_trgm_ops'))
    .with({ gin_pending_list_limit: 256 }),
  foreignKey({
    columns: [t.companyId, t.ownerId],
    foreignColumns: [users.companyId, users.id],
  }),
  foreignKey({
    columns: [t.companyId, t.departmentId],
    foreignColumns: [departments.companyId, departments.id],
  }),
]

/**
 * How many records each owner and department has, as sums of differences that triggers add, so
 * that a list knows its total without counting and nobody waits for anybody (performance.md).
 */
export const tallyColumns = () => ({
  companyId: company(),
  id: id(),
  object: text('object').notNull(),
  ownerId: uuid('owner_id'),
  departmentId: uuid('department_id'),
  archived: boolean('archived').notNull(),
  records: integer('records').notNull(),
})
