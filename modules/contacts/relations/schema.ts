import { index, jsonb, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import type { PerLocale } from '../../../core/i18n/locale.ts'
import { contacts } from '../schema.ts'
import type { End } from './kinds.ts'

/**
 * What a company calls kinds of relations: its own ones, and its words for those of the product.
 * `forward` is what the record at the end `to` is to the one at `from`; `backward` the other way.
 */
export const relationKinds = contacts.table(
  'relation_kinds',
  {
    companyId: company(),
    id: id(),
    key: text('key').notNull(),
    from: text('from_end').$type<End>().notNull(),
    to: text('to_end').$type<End>().notNull(),
    forward: jsonb('forward').$type<PerLocale>().notNull(),
    backward: jsonb('backward').$type<PerLocale>().notNull(),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('relation_kinds_key').on(t.companyId, t.key),
  ],
)

/**
 * How two people or accounts stand to each other, beside who works where. After a merge both ends
 * can be one record, and two rows can say the same: the rows stay, so that the merge can be undone,
 * and pages say each thing once.
 */
export const relations = contacts.table(
  'relations',
  {
    companyId: company(),
    id: id(),
    kind: text('kind').notNull(),
    fromObject: text('from_object').notNull(),
    fromId: uuid('from_id').notNull(),
    toObject: text('to_object').notNull(),
    toId: uuid('to_id').notNull(),
    note: text('note').notNull(),
    createdBy: uuid('created_by'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('relations_from').on(t.companyId, t.fromId),
    index('relations_to').on(t.companyId, t.toId),
  ],
)
