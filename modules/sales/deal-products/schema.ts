import {
  bigint,
  foreignKey,
  index,
  integer,
  numeric,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { company, id } from '../../../core/db/columns.ts'
import { deals } from '../deals/schema.ts'
import { products } from '../products/schema.ts'
import { plain, sales } from '../schema.ts'

/**
 * What a deal is about, line by line, as it was written: a product that changes later changes nothing
 * here. All lines of a deal are in one currency, amounts in its minor units; a line without a product
 * is what a person or a file calls something that is on no list.
 */
export const dealLines = sales.table(
  'deal_lines',
  {
    companyId: company(),
    id: id(),
    dealId: uuid('deal_id').notNull(),
    position: integer('position').notNull(),
    productId: uuid('product_id'),
    name: text('name').notNull(),
    unit: plain('unit'),
    currency: text('currency').notNull(),
    quantity: numeric('quantity', { precision: 14, scale: 4 }).notNull(),
    priceMinor: bigint('price_minor', { mode: 'number' }).notNull(),
    discount: numeric('discount', { precision: 5, scale: 2 }).notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('deal_lines_deal').on(t.companyId, t.dealId, t.position),
    index('deal_lines_product').on(t.companyId, t.productId, t.dealId),
    foreignKey({ columns: [t.companyId, t.dealId], foreignColumns: [deals.companyId, deals.id] }),
    foreignKey({
      columns: [t.companyId, t.productId],
      foreignColumns: [products.companyId, products.id],
    }),
  ],
)
