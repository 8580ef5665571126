import { Hono } from 'hono'
import type { Site } from '../../core/http/site.ts'
import { dealRoutes } from './deals/deal-routes.tsx'
import { followUpRoutes } from './follow-ups/routes.tsx'
import { leadRoutes } from './leads/lead-routes.tsx'
import { addPaperRoutes } from './papers/routes.ts'
import { reasonRoutes } from './pipelines/reason-routes.tsx'
import { pipelineRoutes } from './pipelines/routes.tsx'
import { poolRoutes } from './pool/pool-routes.tsx'
import { reportRoutes } from './reports/routes.tsx'
import { targetRoutes } from './targets/routes.tsx'

/** Everything below /sales. */
export const routes = new Hono<Site>()

routes.route('/leads', leadRoutes)
routes.route('/pool', poolRoutes)
routes.route('/deals', dealRoutes)
routes.route('/follow-ups', followUpRoutes)
routes.route('/pipelines', pipelineRoutes)
routes.route('/loss-reasons', reasonRoutes)
routes.route('/reports', reportRoutes)
routes.route('/targets', targetRoutes)
addPaperRoutes(routes)
