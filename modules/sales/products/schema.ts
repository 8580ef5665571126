import { sql } from 'drizzle-orm'
import {
  bigint,
  date,
  foreignKey,
  index,
  numeric,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { departments } from '../../../core/access/schema.ts'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import { plain, sales } from '../schema.ts'

/**
 * What a company sells (产品). Its price is in minor units of `price_currency`, its tax rate in per
 * cent; `archived_at` says since when it is not sold any more.
 */
export const products = sales.table(
  'products',
  {
    companyId: company(),
    id: id(),
    name: text('name').notNull(),
    code: plain('code'),
    category: plain('category'),
    unit: plain('unit'),
    priceMinor: bigint('price_minor', { mode: 'number' }),
    priceCurrency: text('price_currency'),
    taxRate: numeric('tax_rate', { precision: 5, scale: 2 }),
    about: plain('about'),
    /** The name in lower case, as two spellings of it compare. */
    nameKey: text('name_key').notNull(),
    search: text('search').notNull(),
    createdBy: uuid('created_by'),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('products_name').on(t.companyId, t.nameKey, t.id),
    uniqueIndex('products_code')
      .on(t.companyId, t.code)
      .where(sql`${t.code} <> '' and ${t.archivedAt} is null`),
  ],
)

/**
 * Prices that hold for some (价格表): for a level of customers (empty: all), a currency, a stretch of
 * time (null: open), and the departments that are named, if any are.
 */
export const priceBooks = sales.table(
  'price_books',
  {
    companyId: company(),
    id: id(),
    name: text('name').notNull(),
    currency: text('currency').notNull(),
    level: plain('level'),
    startsOn: date('starts_on', { mode: 'string' }),
    endsOn: date('ends_on', { mode: 'string' }),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] })],
)

/** The departments that a price book is for, each with those below it. */
export const priceBookDepartments = sales.table(
  'price_book_departments',
  {
    companyId: company(),
    bookId: uuid('book_id').notNull(),
    departmentId: uuid('department_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.bookId, t.departmentId] }),
    foreignKey({
      columns: [t.companyId, t.bookId],
      foreignColumns: [priceBooks.companyId, priceBooks.id],
    }),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
  ],
)

/** The price of one product in one book, in minor units of the book's currency. */
export const prices = sales.table(
  'prices',
  {
    companyId: company(),
    bookId: uuid('book_id').notNull(),
    productId: uuid('product_id').notNull(),
    priceMinor: bigint('price_minor', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.bookId, t.productId] }),
    foreignKey({
      columns: [t.companyId, t.bookId],
      foreignColumns: [priceBooks.companyId, priceBooks.id],
    }),
    foreignKey({
      columns: [t.companyId, t.productId],
      foreignColumns: [products.companyId, products.id],
    }),
  ],
)
