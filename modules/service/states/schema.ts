import { index, integer, primaryKey, text } from 'drizzle-orm/pg-core'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import { plain } from '../../../core/records/table.ts'
import { service } from '../schema.ts'
import type { StateType } from './state-types.ts'

/**
 * A state that tickets can be in, as a company calls it. `key` says which of the usual ones it began
 * as, so that a file finds it in either language.
 */
export const states = service.table(
  'states',
  {
    companyId: company(),
    id: id(),
    key: plain('key'),
    name: text('name').notNull(),
    type: text('type').$type<StateType>().notNull(),
    position: integer('position').notNull(),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('states_position').on(t.companyId, t.position),
  ],
)

/** What tickets are about. */
export const categories = service.table(
  'categories',
  {
    companyId: company(),
    id: id(),
    key: plain('key'),
    name: text('name').notNull(),
    position: integer('position').notNull(),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('categories_position').on(t.companyId, t.position),
  ],
)
