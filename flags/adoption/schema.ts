import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from '../../core/access/schema.ts'
import { company, moment } from '../../core/db/columns.ts'
import type { Role } from '../../core/module.ts'
import { flags } from '../schema.ts'
import type { Part, Weights } from './formula.ts'

/** What a part of somebody's index was made of, so many of so many; what is n/a is left out. */
export type Made = Partial<Record<Part, { good: number; of: number; share: number }>>

/**
 * The index of one person in one module, or in all of theirs together (`module` empty), as it was at
 * one moment. The application may add rows, never change them: trends are not rewritten.
 */
export const adoptionSnapshots = flags.table(
  'adoption_snapshots',
  {
    companyId: company(),
    at: moment('at').notNull(),
    module: text('module').notNull(),
    userId: uuid('user_id').notNull(),
    /** Where they worked then. */
    departmentId: uuid('department_id'),
    /** Between 0 and 100. */
    value: doublePrecision('value').notNull(),
    parts: jsonb('parts').$type<Made>().notNull(),
    dormant: boolean('dormant').notNull(),
    formulaVersion: integer('formula_version').notNull(),
    /** By which agreement it was reckoned; 0 while the usual one holds. */
    agreement: integer('agreement').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.at, t.module, t.userId] }),
    index('adoption_snapshots_person').on(t.companyId, t.userId, t.module, t.at),
  ],
)

/** How much of what one knows of customers was kept outside of the product in a week. */
export type Elsewhere = 'none' | 'some' | 'most'

/**
 * What people say of themselves once a week, by the Monday of it. It counts in their own index and is
 * seen by nobody who may not see that; so the audit trail, which others read, knows nothing of it.
 */
export const adoptionElsewhere = flags.table(
  'adoption_elsewhere',
  {
    companyId: company(),
    userId: uuid('user_id').notNull(),
    week: date('week', { mode: 'string' }).notNull(),
    answer: text('answer').$type<Elsewhere>().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.userId, t.week] }),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
    check('adoption_elsewhere_answer', sql`${t.answer} in ('none', 'some', 'most')`),
  ],
)

/** What a company expects of its people: nothing here is about one of them. */
export type Agreement = {
  /** Of so many working days a person of a role is expected to use the product, between 0 and 1. */
  days: Partial<Record<Role, number>>
  /** By module: how often a week its process happens to a person of a role. */
  weekly: Record<string, Partial<Record<Role, number>>>
  weights: Weights
}

/** Every version of what was agreed on, with who changed it and why; the latest one holds. */
export const adoptionAgreements = flags.table(
  'adoption_agreements',
  {
    companyId: company(),
    version: integer('version').notNull(),
    agreement: jsonb('agreement').$type<Agreement>().notNull(),
    reason: text('reason').notNull(),
    by: uuid('by'),
    at: moment('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.version] })],
)
