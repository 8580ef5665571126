import { Hono } from 'hono'
import type { Site } from '../../core/http/site.ts'
import { certificateRoutes } from './certificates/routes.tsx'
import { learningRoutes } from './learning/routes.tsx'
import { studioRoutes } from './studio/routes.tsx'

/** Everything below /training. */
export const routes = new Hono<Site>()

routes.route('/', certificateRoutes)
routes.route('/', studioRoutes)
routes.route('/', learningRoutes)
