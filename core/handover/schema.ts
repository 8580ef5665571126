import { foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { users } from '../access/schema.ts'
import { company, core, id, moment } from '../db/columns.ts'

/** What one person handed to another when they left, in one act (交接): its row is the receipt. */
export const handovers = core.table(
  'handovers',
  {
    companyId: company(),
    id: id(),
    fromId: uuid('from_id').notNull(),
    toId: uuid('to_id').notNull(),
    departmentId: uuid('department_id'),
    note: text('note').notNull().default(''),
    doneBy: uuid('done_by'),
    doneAt: moment('done_at').notNull().defaultNow(),
    undoneBy: uuid('undone_by'),
    undoneAt: moment('undone_at'),
    /** How many went back. */
    returned: integer('returned'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('handovers_from').on(t.companyId, t.fromId, t.doneAt),
    foreignKey({ columns: [t.companyId, t.fromId], foreignColumns: [users.companyId, users.id] }),
    foreignKey({ columns: [t.companyId, t.toId], foreignColumns: [users.companyId, users.id] }),
  ],
)

/** Each record that was handed over, with the department it had. Records may go; the receipt stays. */
export const handoverItems = core.table(
  'handover_items',
  {
    companyId: company(),
    handoverId: uuid('handover_id').notNull(),
    object: text('object').notNull(),
    recordId: uuid('record_id').notNull(),
    departmentId: uuid('department_id'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.handoverId, t.object, t.recordId] }),
    foreignKey({
      columns: [t.companyId, t.handoverId],
      foreignColumns: [handovers.companyId, handovers.id],
    }),
  ],
)
