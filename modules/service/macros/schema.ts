import { sql } from 'drizzle-orm'
import { check, foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { departments, users } from '../../../core/access/schema.ts'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import { plain } from '../../../core/records/table.ts'
import { service } from '../schema.ts'
import { categories, states } from '../states/schema.ts'
import type { Priority } from '../tickets/choices.ts'

/**
 * What is answered again and again (快捷回复), and what is done along with it (宏): a macro that
 * changes nothing is a saved reply. It is somebody's own, a department's, or everybody's.
 */
export const macros = service.table(
  'macros',
  {
    companyId: company(),
    id: id(),
    name: text('name').notNull(),
    /** What is written to the customer, or among colleagues; with fields in double braces. */
    text: plain('text'),
    kind: text('kind').$type<'answer' | 'note'>().notNull().default('answer'),
    stateId: uuid('state_id'),
    priority: text('priority').$type<Priority>(),
    categoryId: uuid('category_id'),
    /** A tag that the ticket gets. */
    tag: plain('tag'),
    /** Whether whoever uses it takes the ticket. */
    takes: text('takes').$type<'' | 'me'>().notNull().default(''),
    ownerId: uuid('owner_id'),
    departmentId: uuid('department_id'),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('macros_name').on(t.companyId, t.name, t.id),
    check('macros_kind', sql`${t.kind} in ('answer', 'note')`),
    foreignKey({
      columns: [t.companyId, t.stateId],
      foreignColumns: [states.companyId, states.id],
    }),
    foreignKey({
      columns: [t.companyId, t.categoryId],
      foreignColumns: [categories.companyId, categories.id],
    }),
    foreignKey({ columns: [t.companyId, t.ownerId], foreignColumns: [users.companyId, users.id] }),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
  ],
)
