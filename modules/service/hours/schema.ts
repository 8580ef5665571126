import { boolean, foreignKey, primaryKey, unique, uuid } from 'drizzle-orm/pg-core'
import { departments } from '../../../core/access/schema.ts'
import { company, id, lifetime, words } from '../../../core/db/columns.ts'
import { service } from '../schema.ts'

/**
 * When a department and those below it answer customers; without a department, the whole company.
 * `week` has seven texts, Monday first, each as typed-spans.ts writes it.
 */
export const businessHours = service.table(
  'business_hours',
  {
    companyId: company(),
    id: id(),
    departmentId: uuid('department_id'),
    week: words('week'),
    onHolidays: boolean('on_holidays').notNull().default(false),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('business_hours_department').on(t.companyId, t.departmentId).nullsNotDistinct(),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
  ],
)
