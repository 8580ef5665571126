import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from '../../core/access/schema.ts'
import { company, id, lifetime, moment } from '../../core/db/columns.ts'
import { flags } from '../schema.ts'
import type { RiskCategory, RiskState } from './choices.ts'

/**
 * What could go wrong (风险). A default one has a code, and the texts that nobody changed are empty:
 * then the product's own words are shown, in the reader's language.
 */
export const risks = flags.table(
  'risks',
  {
    companyId: company(),
    id: id(),
    code: text('code'),
    title: text('title'),
    cause: text('cause'),
    effect: text('effect'),
    response: text('response'),
    category: text('category').$type<RiskCategory>().notNull(),
    /** Probability and impact, 1 to 5 each; what is left of them after the response. */
    p: integer('p').notNull(),
    i: integer('i').notNull(),
    pRes: integer('p_res'),
    iRes: integer('i_res'),
    ownerId: uuid('owner_id'),
    dueOn: date('due_on', { mode: 'string' }),
    reviewOn: date('review_on', { mode: 'string' }),
    state: text('state').$type<RiskState>().notNull(),
    trigger: text('trigger'),
    /** Since when its trigger holds; null while it does not. */
    firedAt: moment('fired_at'),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('risks_code').on(t.companyId, t.code),
    index('risks_state').on(t.companyId, t.state),
    foreignKey({ columns: [t.companyId, t.ownerId], foreignColumns: [users.companyId, users.id] }),
    check('risks_state_known', sql`${t.state} in ('watched', 'open', 'closed')`),
    check('risks_scale', sql`${t.p} between 1 and 5 and ${t.i} between 1 and 5`),
  ],
)

/** Weeks in which nobody has time for anything new: stock-taking, the season, the fair. */
export const busyTimes = flags.table(
  'busy_times',
  {
    companyId: company(),
    id: id(),
    name: text('name').notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    check('busy_times_order', sql`${t.endsOn} >= ${t.startsOn}`),
  ],
)

/** The day on which somebody last looked at how the rollout goes: kept of its sponsor alone. */
export const sponsorLooks = flags.table(
  'sponsor_looks',
  {
    companyId: company(),
    userId: uuid('user_id').notNull(),
    lookedOn: date('looked_on', { mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.userId] }),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
  ],
)
