import {
  bigint,
  date,
  foreignKey,
  index,
  integer,
  numeric,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { departments, users } from '../../../core/access/schema.ts'
import { company, id, lifetime, ownership } from '../../../core/db/columns.ts'
import { accounts, people } from '../../contacts/public.ts'
import { deals } from '../deals/schema.ts'
import type { Taxing } from '../lines/totals.ts'
import { products } from '../products/schema.ts'
import { plain, sales } from '../schema.ts'
import type { StoredState } from './state.ts'

/**
 * One version of a quote (报价): versions bear one number, and the latest is the one that counts. Sums
 * are what lines/totals.ts made of its lines, in minor units of its currency; `top_discount` is the
 * highest discount of a line, in per cent.
 */
export const quotes = sales.table(
  'quotes',
  {
    companyId: company(),
    id: id(),
    number: text('number').notNull(),
    revision: integer('revision').notNull().default(1),
    title: plain('title'),
    accountId: uuid('account_id').notNull(),
    personId: uuid('person_id'),
    attention: plain('attention'),
    dealId: uuid('deal_id'),
    currency: text('currency').notNull(),
    taxing: text('taxing').$type<Taxing>().notNull(),
    validUntil: date('valid_until', { mode: 'string' }).notNull(),
    terms: plain('terms'),
    state: text('state').$type<StoredState>().notNull().default('draft'),
    decidedOn: date('decided_on', { mode: 'string' }),
    decision: plain('decision'),
    netMinor: bigint('net_minor', { mode: 'number' }).notNull(),
    taxMinor: bigint('tax_minor', { mode: 'number' }).notNull(),
    totalMinor: bigint('total_minor', { mode: 'number' }).notNull(),
    topDiscount: numeric('top_discount', { precision: 5, scale: 2 }).notNull(),
    search: text('search').notNull(),
    createdBy: uuid('created_by'),
    ...ownership(),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('quotes_number').on(t.companyId, t.number, t.revision),
    index('quotes_owner').on(t.companyId, t.ownerId, t.id),
    index('quotes_department').on(t.companyId, t.departmentId, t.id),
    index('quotes_account').on(t.companyId, t.accountId, t.id),
    index('quotes_person').on(t.companyId, t.personId, t.id),
    index('quotes_deal').on(t.companyId, t.dealId, t.id),
    foreignKey({
      columns: [t.companyId, t.accountId],
      foreignColumns: [accounts.companyId, accounts.id],
    }),
    foreignKey({
      columns: [t.companyId, t.personId],
      foreignColumns: [people.companyId, people.id],
    }),
    foreignKey({ columns: [t.companyId, t.dealId], foreignColumns: [deals.companyId, deals.id] }),
    foreignKey({ columns: [t.companyId, t.ownerId], foreignColumns: [users.companyId, users.id] }),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
  ],
)

/** What a quote offers, as it was written: a product that changes later changes nothing here. */
export const quoteLines = sales.table(
  'quote_lines',
  {
    companyId: company(),
    id: id(),
    quoteId: uuid('quote_id').notNull(),
    position: integer('position').notNull(),
    productId: uuid('product_id'),
    name: text('name').notNull(),
    unit: plain('unit'),
    quantity: numeric('quantity', { precision: 14, scale: 4 }).notNull(),
    priceMinor: bigint('price_minor', { mode: 'number' }).notNull(),
    discount: numeric('discount', { precision: 5, scale: 2 }).notNull(),
    taxRate: numeric('tax_rate', { precision: 5, scale: 2 }).notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('quote_lines_quote').on(t.companyId, t.quoteId, t.position),
    index('quote_lines_product').on(t.companyId, t.productId),
    foreignKey({
      columns: [t.companyId, t.quoteId],
      foreignColumns: [quotes.companyId, quotes.id],
    }),
    foreignKey({
      columns: [t.companyId, t.productId],
      foreignColumns: [products.companyId, products.id],
    }),
  ],
)

/** The highest discount that people of a role give without asking, in per cent. */
export const discountLimits = sales.table(
  'discount_limits',
  {
    companyId: company(),
    role: text('role').notNull(),
    percent: numeric('percent', { precision: 5, scale: 2 }).notNull(),
    ...lifetime(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.role] })],
)
