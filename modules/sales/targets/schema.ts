import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  date,
  foreignKey,
  integer,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { departments, users } from '../../../core/access/schema.ts'
import { company, id, lifetime } from '../../../core/db/columns.ts'
import { sales } from '../schema.ts'
import type { Measure } from './measures.ts'

/**
 * What somebody, or a department, is to reach in a month or a quarter: an amount in minor units of
 * `currency`, or a number of things when there is none. `starts_on` is the first day, `months` 1 or 3.
 */
export const targets = sales.table(
  'targets',
  {
    companyId: company(),
    id: id(),
    measure: text('measure').$type<Measure>().notNull(),
    ownerId: uuid('owner_id'),
    departmentId: uuid('department_id'),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    months: integer('months').notNull(),
    value: bigint('value', { mode: 'number' }).notNull(),
    currency: text('currency'),
    createdBy: uuid('created_by'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('targets_once')
      .on(t.companyId, t.measure, t.ownerId, t.departmentId, t.startsOn, t.months)
      .nullsNotDistinct(),
    check('targets_of_one', sql`num_nonnulls(${t.ownerId}, ${t.departmentId}) = 1`),
    foreignKey({ columns: [t.companyId, t.ownerId], foreignColumns: [users.companyId, users.id] }),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
  ],
)
