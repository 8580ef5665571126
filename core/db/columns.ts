import { getTableColumns } from 'drizzle-orm'
import {
  integer,
  jsonb,
  type PgColumn,
  type PgTable,
  pgSchema,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { newId } from './id.ts'

export const core = pgSchema('core')

/** The company a row belongs to: the first column of every key, so that no key tells of others. */
export const company = () => uuid('company_id').notNull()

export const id = () => uuid('id').notNull().$defaultFn(newId)

export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** What every record has: when it was made, when last changed, and its version for conflicts. */
export const lifetime = () => ({
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
  version: integer('version').notNull().default(1),
})

/** What every record that people own has, so that one rule of access serves them all. */
export const ownership = () => ({
  ownerId: uuid('owner_id'),
  departmentId: uuid('department_id'),
  archivedAt: moment('archived_at'),
})

export const words = (name: string) => text(name).array().notNull()

/** Values of the fields that a company gave a kind of record itself, by their keys. */
export const ownValues = () => jsonb('own').$type<Record<string, unknown>>().notNull().default({})

/** The columns of a table that are written; what the database computes by itself is not among them. */
export const writtenColumns = (table: PgTable): PgColumn[] =>
  Object.values(getTableColumns(table)).filter(({ generated }) => generated === undefined)
