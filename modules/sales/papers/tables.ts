import type { PgTable } from 'drizzle-orm/pg-core'
import { approvalDecisions, approvalRules, approvals, deputies } from '../approval/schema.ts'
import { contracts } from '../contracts/schema.ts'
import { invoiceRequests } from '../invoices/schema.ts'
import { priceBookDepartments, priceBooks, prices, products } from '../products/schema.ts'
import { discountLimits, quoteLines, quotes } from '../quotes/schema.ts'
import { instalments, receiptParts, receipts } from '../receivables/schema.ts'

/** What is sold, and the papers of selling it. */
export const paperTables: readonly PgTable[] = [
  ...[products, priceBooks, priceBookDepartments, prices],
  ...[quotes, quoteLines, discountLimits],
  ...[contracts, instalments, receipts, receiptParts, invoiceRequests],
  ...[approvals, approvalDecisions, approvalRules, deputies],
]
