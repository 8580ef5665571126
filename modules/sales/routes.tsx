import { Hono } from 'hono'
import type { Site } from '../../core/http/site.ts'
import { reasonRoutes } from './pipelines/reason-routes.tsx'
import { pipelineRoutes } from './pipelines/routes.tsx'

/** Everything below /sales. */
export const routes = new Hono<Site>()

routes.route('/pipelines', pipelineRoutes)
routes.route('/loss-reasons', reasonRoutes)
