import { boolean, date, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { company, core, moment } from '../db/columns.ts'

/** Days on which a company departs from its calendar: off on a working day, or at work on a free one. */
export const calendarDays = core.table(
  'calendar_days',
  {
    companyId: company(),
    day: date('day', { mode: 'string' }).notNull(),
    works: boolean('works').notNull(),
    name: text('name').notNull(),
    by: uuid('by'),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.day] })],
)
