import { integer, primaryKey, text } from 'drizzle-orm/pg-core'
import { company, core, lifetime } from '../db/columns.ts'

/** How a company writes the numbers of one kind of paper, where it differs from the usual way. */
export const numberRanges = core.table(
  'number_ranges',
  {
    companyId: company(),
    key: text('key').notNull(),
    pattern: text('pattern').notNull(),
    ...lifetime(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.key] })],
)

/** The last number that was given within a year, a month, or ever (an empty period). */
export const numberCounters = core.table(
  'number_counters',
  {
    companyId: company(),
    key: text('key').notNull(),
    period: text('period').notNull(),
    last: integer('last').notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.key, t.period] })],
)
