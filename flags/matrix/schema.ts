import { sql } from 'drizzle-orm'
import { check, index, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { company, id, moment } from '../../core/db/columns.ts'
import { flags, type ModuleRows } from '../schema.ts'

/** How strict a company is with its own rollout: see strictness.ts. */
export type Strictness = 'simple' | 'guided' | 'strict'

/**
 * What one person wants of a module or of the strictness, until a second one has decided. `rows` is
 * all of the module as it would be; it can be made only while `seen` is still the latest change.
 */
export const proposals = flags.table(
  'proposals',
  {
    companyId: company(),
    id: id(),
    module: text('module'),
    rows: jsonb('rows').$type<ModuleRows>(),
    intent: jsonb('intent').$type<Record<string, unknown>>(),
    strictness: text('strictness').$type<Strictness>(),
    reason: text('reason').notNull(),
    at: moment('at').notNull().defaultNow(),
    by: uuid('by').notNull(),
    outcome: text('outcome').$type<'made' | 'refused' | 'withdrawn'>(),
    closedAt: moment('closed_at'),
    closedBy: uuid('closed_by'),
    answer: text('answer'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('proposals_open').on(t.companyId, t.id).where(sql`${t.outcome} is null`),
    check(
      'proposals_about',
      sql`(${t.module} is null) = (${t.rows} is null)
        and (${t.module} is null) = (${t.intent} is null)
        and (${t.module} is null) <> (${t.strictness} is null)`,
    ),
    check(
      'proposals_outcome',
      sql`${t.outcome} in ('made', 'refused', 'withdrawn')
        and (${t.outcome} is null) = (${t.closedAt} is null)`,
    ),
    check('proposals_two', sql`${t.outcome} <> 'made' or ${t.closedBy} <> ${t.by}`),
  ],
)

/** How strict the company is now; without a row it is guided. */
export const strictness = flags.table(
  'strictness',
  {
    companyId: company(),
    strictness: text('strictness').$type<Strictness>().notNull(),
    since: moment('since').notNull().defaultNow(),
    by: uuid('by'),
    reason: text('reason').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId] }),
    check('strictness_known', sql`${t.strictness} in ('simple', 'guided', 'strict')`),
  ],
)
