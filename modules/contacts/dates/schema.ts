import { sql } from 'drizzle-orm'
import { date, index, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { company, id, lifetime } from '../../../core/db/columns.ts'
import { contacts } from '../schema.ts'
import type { DateKind, Recurs } from './kinds.ts'

/**
 * A day worth remembering about a record (重要日期). Without a `year` it comes every year.
 * `remind_on` is the day on which its owner is told next, null while nobody is to be told.
 */
export const importantDates = contacts.table(
  'dates',
  {
    companyId: company(),
    id: id(),
    object: text('object').notNull(),
    recordId: uuid('record_id').notNull(),
    kind: text('kind').$type<DateKind>().notNull(),
    name: text('name').notNull(),
    year: smallint('year'),
    month: smallint('month').notNull(),
    day: smallint('day').notNull(),
    recurs: text('recurs').$type<Recurs>().notNull(),
    /** In days before the day itself; null for no reminder. */
    remindBefore: smallint('remind_before'),
    remindOn: date('remind_on', { mode: 'string' }),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('dates_record').on(t.companyId, t.object, t.recordId),
    index('dates_due').on(t.companyId, t.remindOn, t.id).where(sql`${t.remindOn} is not null`),
  ],
)
