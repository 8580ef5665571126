import { index, primaryKey, text } from 'drizzle-orm/pg-core'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import { plain } from '../../../core/records/table.ts'
import { service } from '../schema.ts'

/**
 * Where customers find a company without signing in: one row of each company that ever opened its
 * pages. `key` is what its address ends in, a word of the company's and signs that nobody guesses;
 * `opened_at` is empty while the pages are closed.
 */
export const portals = service.table(
  'portals',
  {
    companyId: company(),
    id: id(),
    key: text('key').notNull(),
    /** What the pages are headed with; the company's name when empty. */
    title: plain('title'),
    openedAt: moment('opened_at'),
    ...lifetime(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] }), index('portals_key').on(t.key)],
)
