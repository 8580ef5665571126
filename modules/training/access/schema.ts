import { boolean, date, foreignKey, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { users } from '../../../core/access/schema.ts'
import { company, id, moment } from '../../../core/db/columns.ts'
import { training } from '../schema.ts'

/** How a company wants its training; a company without a row has it as it comes. */
export const settings = training.table(
  'settings',
  {
    companyId: company(),
    /** Since when write access follows learning (R12); off while null. */
    followsSince: moment('follows_since'),
    followsBy: uuid('follows_by'),
    /** The company said that it does not; undecided, it follows how strict the rollout is. */
    followsOff: boolean('follows_off').notNull().default(false),
    /** Whether a second person publishes; small firms do without. */
    secondReviewer: boolean('second_reviewer').notNull().default(false),
    /** When the default curriculum was brought in. */
    installedAt: moment('installed_at'),
  },
  (t) => [primaryKey({ columns: [t.companyId] })],
)

/** A lead lets somebody work before they have learned: once per module, with a reason and an end (R12). */
export const exceptions = training.table(
  'exceptions',
  {
    companyId: company(),
    id: id(),
    userId: uuid('user_id').notNull(),
    module: text('module').notNull(),
    until: date('until', { mode: 'string' }).notNull(),
    reason: text('reason').notNull(),
    grantedBy: uuid('granted_by'),
    grantedAt: moment('granted_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('exceptions_person').on(t.companyId, t.userId, t.module),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
  ],
)
