import type { Hono } from 'hono'
import type { Site } from '../../../core/http/site.ts'
import { approvalRoutes } from '../approval/routes.tsx'
import { contractRoutes } from '../contracts/routes.tsx'
import { invoiceRoutes } from '../invoices/routes.tsx'
import { productRoutes } from '../products/routes.tsx'
import { quoteRoutes } from '../quotes/routes.tsx'
import { ageingRoutes } from '../receivables/ageing-routes.tsx'
import { planRoutes } from '../receivables/plan-routes.tsx'
import { receiptRoutes, receivingRoutes } from '../receivables/receipt-routes.tsx'
import { settingsRoutes } from '../settings/routes.tsx'

/** Puts the pages of papers below /sales. */
export function addPaperRoutes(routes: Hono<Site>): void {
  routes.route('/products', productRoutes)
  routes.route('/quotes', quoteRoutes)
  for (const part of [planRoutes, receivingRoutes, invoiceRoutes, contractRoutes])
    routes.route('/contracts', part)
  routes.route('/receipts', receiptRoutes)
  routes.route('/receivables', ageingRoutes)
  routes.route('/approvals', approvalRoutes)
  routes.route('/settings', settingsRoutes)
}
