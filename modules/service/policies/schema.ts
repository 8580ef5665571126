import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { company, id, lifetime, moment, words } from '../../../core/db/columns.ts'
import { service } from '../schema.ts'
import type { StateType } from '../states/state-types.ts'
import type { Priority } from '../tickets/choices.ts'

/**
 * What is promised to which tickets (时限), in minutes of business time; null where nothing is. The first
 * in order that fits a ticket holds for it: an empty list of priorities, levels or categories fits all.
 * In states of the types `pauses` no time runs; `warn_percent` is when its owner is warned.
 */
export const policies = service.table(
  'policies',
  {
    companyId: company(),
    id: id(),
    name: text('name').notNull(),
    position: integer('position').notNull(),
    priorities: words('priorities').$type<Priority[]>(),
    levels: words('levels'),
    categoryIds: uuid('category_ids').array().notNull(),
    firstMinutes: integer('first_minutes'),
    nextMinutes: integer('next_minutes'),
    solveMinutes: integer('solve_minutes'),
    pauses: words('pauses').$type<StateType[]>(),
    warnPercent: integer('warn_percent'),
    escalates: boolean('escalates').notNull().default(true),
    /** What was opened before was promised nothing. */
    since: moment('since').notNull(),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('policies_position').on(t.companyId, t.position),
    check('policies_warn', sql`${t.warnPercent} between 1 and 99`),
  ],
)
