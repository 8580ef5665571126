import { date, foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import { plain } from '../../../core/records/table.ts'
import { accounts } from '../../contacts/public.ts'
import { service } from '../schema.ts'

/**
 * What a customer has of us in use (在用产品), and until when its warranty (质保) holds. The product is
 * a name, so that service can do without sales.
 */
export const installedProducts = service.table(
  'installed_products',
  {
    companyId: company(),
    id: id(),
    accountId: uuid('account_id').notNull(),
    product: text('product').notNull(),
    serial: plain('serial'),
    boughtOn: date('bought_on', { mode: 'string' }),
    /** The last day on which the warranty holds; empty where there is none. */
    warrantyUntil: date('warranty_until', { mode: 'string' }),
    note: plain('note'),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('installed_products_account').on(t.companyId, t.accountId, t.id),
    index('installed_products_serial').on(t.companyId, t.serial),
    foreignKey({
      columns: [t.companyId, t.accountId],
      foreignColumns: [accounts.companyId, accounts.id],
    }),
  ],
)
