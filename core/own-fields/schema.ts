import { sql } from 'drizzle-orm'
import {
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { company, core, id, lifetime, moment } from '../db/columns.ts'
import type { PerLocale } from '../i18n/locale.ts'
import type { OwnChoice } from './definition.ts'
import type { OwnKind } from './kinds.ts'

/** A field that a company gave a kind of record itself (自定义字段). Never deleted: values stay. */
export const ownFields = core.table(
  'own_fields',
  {
    companyId: company(),
    id: id(),
    object: text('object').notNull(),
    key: text('key').notNull(),
    kind: text('kind').$type<OwnKind>().notNull(),
    label: jsonb('label').$type<PerLocale>().notNull(),
    help: jsonb('help').$type<PerLocale>().notNull(),
    group: jsonb('group').$type<PerLocale>().notNull(),
    choices: jsonb('choices').$type<OwnChoice[]>().notNull(),
    place: integer('place').notNull(),
    requiredSince: moment('required_since'),
    uniqueSince: moment('unique_since'),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('own_fields_key').on(t.companyId, t.object, t.key),
  ],
)

/**
 * What lists filter and sort own fields by: the values themselves stand in each row's `own`. `item`
 * tells the several choices of one value apart; `unique_key` is there while the field is unique.
 */
export const ownEntries = core.table(
  'own_entries',
  {
    companyId: company(),
    recordId: uuid('record_id').notNull(),
    fieldId: uuid('field_id').notNull(),
    item: text('item').notNull().default(''),
    text: text('text'),
    // Not numeric: its operators are not leakproof, so that under the policies no index would serve.
    number: doublePrecision('number'),
    day: date('day', { mode: 'string' }),
    uniqueKey: text('unique_key'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.recordId, t.fieldId, t.item] }),
    index('own_entries_text')
      .on(t.companyId, t.fieldId, t.text, t.recordId)
      .where(sql`${t.text} is not null`),
    index('own_entries_number')
      .on(t.companyId, t.fieldId, t.number, t.recordId)
      .where(sql`${t.number} is not null`),
    index('own_entries_day')
      .on(t.companyId, t.fieldId, t.day, t.recordId)
      .where(sql`${t.day} is not null`),
    uniqueIndex('own_entries_unique')
      .on(t.companyId, t.fieldId, t.uniqueKey)
      .where(sql`${t.uniqueKey} is not null`),
    foreignKey({
      columns: [t.companyId, t.fieldId],
      foreignColumns: [ownFields.companyId, ownFields.id],
    }),
  ],
)
