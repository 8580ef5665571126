import { foreignKey, integer, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { departments, users } from '../../../core/access/schema.ts'
import { company, id, lifetime } from '../../../core/db/columns.ts'
import { service } from '../schema.ts'
import type { Way } from './choosing.ts'

/**
 * How new tickets of a department and those below it find an owner; without a department, of the whole
 * company. `last_owner_id` is whose turn it was last.
 */
export const assignmentRules = service.table(
  'assignment_rules',
  {
    companyId: company(),
    id: id(),
    departmentId: uuid('department_id'),
    way: text('way').$type<Way>().notNull(),
    mostOpen: integer('most_open'),
    lastOwnerId: uuid('last_owner_id'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('assignment_rules_department').on(t.companyId, t.departmentId).nullsNotDistinct(),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
    foreignKey({
      columns: [t.companyId, t.lastOwnerId],
      foreignColumns: [users.companyId, users.id],
    }),
  ],
)
