import { Hono } from 'hono'
import { flagsRoutes } from '../flags/routes.tsx'
import { absenceRoutes } from './absences/routes.tsx'
import { accessRoutes } from './access/routes.tsx'
import { apiRoutes } from './api/routes.ts'
import { attachmentRoutes } from './attachments/routes.tsx'
import { accountRoutes } from './auth/account-routes.tsx'
import { authRoutes } from './auth/routes.tsx'
import { issueSetupToken } from './auth/setup.ts'
import { runRoutes } from './bulk/run-routes.tsx'
import { calendarRoutes } from './calendar/routes.tsx'
import type { Connections } from './db/connection.ts'
import type { Env } from './env.ts'
import { handoverRoutes } from './handover/routes.tsx'
import { homeRoutes } from './home/routes.tsx'
import { allowStrangers } from './http/allow.ts'
import { serveAsset } from './http/assets.ts'
import { answerError } from './http/errors.tsx'
import { gate } from './http/gate.tsx'
import { headAnswers } from './http/headers.ts'
import { healthRoutes } from './http/health.ts'
import { limitBody } from './http/limit.ts'
import { baseUrl, sameOrigin } from './http/origin.ts'
import { notFound } from './http/refusal.ts'
import { drawPages, takeLanguage } from './http/render.tsx'
import { recognise, takeRequest } from './http/request.ts'
import type { Site } from './http/site.ts'
import { inOwnCompany } from './http/transaction.ts'
import { letterheadRoutes } from './letterhead/routes.tsx'
import type { Module } from './module.ts'
import { notifyRoutes } from './notify/routes.tsx'
import { streamRoute } from './notify/stream-route.ts'
import { openProduct } from './open-product.ts'
import type { Product } from './product.ts'
import { qualityRoutes } from './quality/routes.tsx'
import { tokenRoutes } from './tokens/routes.tsx'
import { type DoFileWork, doFileWork } from './transfer/aside/work.ts'
import { exportRoutes } from './transfer/pages/export-routes.tsx'
import { mendRoutes } from './transfer/pages/mend-routes.tsx'
import { importRoutes } from './transfer/pages/routes.tsx'
import { templateRoutes } from './transfer/pages/template-routes.tsx'
import { undoRoutes } from './transfer/pages/undo-routes.tsx'
import { startWorker } from './worker.ts'

export type App = {
  product: Product
  site: Hono<Site>
  fetch: (request: Request, bindings?: object) => Response | Promise<Response>
  /** The address of the first-run page, while there is no company yet. */
  setupLink: () => Promise<string | undefined>
  /** Ends the answers that stay open; requests under way go on. */
  hush: () => void
  close: () => Promise<void>
}

/**
 * Opens the product over a migrated database.
 * @param modules the modules it consists of, each after those it needs
 * @param options who does long work on files, this thread when left out; and whether jobs with set
 *   times begin at those, which tests must not leave to the hour at which they happen to run
 * @throws RegistryError when the list cannot work
 */
export async function openApp(
  env: Env,
  connections: Connections,
  modules: readonly Module[],
  { fileWork = doFileWork, timetable = true }: { fileWork?: DoFileWork; timetable?: boolean } = {},
): Promise<App> {
  const product = await openProduct(env, connections, modules, fileWork)
  const site = buildSite(product)
  const stopWorker = await startWorker(product, timetable)
  return {
    product,
    site,
    fetch: site.fetch,
    setupLink: async () => {
      const token = await issueSetupToken(product.pool)
      return token && `${baseUrl(env)}/setup?token=${token}`
    },
    hush: () => {
      product.streams.endAll()
      product.served.endAll()
    },
    close: async () => {
      product.streams.close()
      product.served.close()
      product.flagServer?.close()
      await stopWorker()
      await product.changes.close()
      await product.queuePool.end()
      await product.sessionPool.end({ timeout: 5 })
      await product.pool.end({ timeout: 5 })
    },
  }
}

/** All routes in the order in which a request meets them: strangers' pages, then everybody's own. */
export function buildSite(product: Product): Hono<Site> {
  const site = new Hono<Site>()
  site.onError(answerError)
  site.notFound(() => {
    throw notFound()
  })
  site.use(takeRequest(product))
  site.use(headAnswers)
  site.use(drawPages)
  site.get('/assets/:file', allowStrangers, serveAsset(product.files))
  site.route('/api', product.served.routes)
  site.route('/api', apiRoutes(product))
  site.use(recognise)
  site.use(limitBody)
  site.use(sameOrigin)
  site.use(takeLanguage)
  site.route('/', healthRoutes(product))
  site.route('/', authRoutes)
  site.route('/', streamRoute)
  for (const { open } of product.registry.modules) if (open) site.route(open.at, open.routes)
  site.use(inOwnCompany)
  site.route('/', homeRoutes)
  site.route('/', accountRoutes)
  site.route('/', notifyRoutes)
  site.route('/', attachmentRoutes)
  site.route('/', accessRoutes)
  site.route('/', tokenRoutes)
  site.route('/admin', handoverRoutes)
  site.route('/admin/company/letterhead', letterheadRoutes)
  site.route('/absences', absenceRoutes)
  site.route('/admin/calendar', calendarRoutes)
  site.route('/rollout/data-quality', qualityRoutes)
  site.route('/', flagsRoutes)
  site.route('/', templateRoutes)
  site.route('/', importRoutes)
  site.route('/', mendRoutes)
  site.route('/', undoRoutes)
  site.route('/', exportRoutes)
  site.route('/lists/runs', runRoutes)
  for (const module of product.registry.modules) {
    site.use(`/${module.id}/*`, gate(module))
    site.route(`/${module.id}`, module.routes)
  }
  return site
}
