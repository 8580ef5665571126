import { Hono } from 'hono'
import type { Site } from '../../core/http/site.ts'
import { accessRoutes } from './access/routes.tsx'
import { assigningRoutes } from './assigning/routes.tsx'
import { certificateRoutes } from './certificates/routes.tsx'
import { handInRoutes } from './hand-ins/routes.tsx'
import { helpRoutes } from './help/routes.tsx'
import { topicRoutes } from './help/topic-routes.tsx'
import { learningRoutes } from './learning/routes.tsx'
import { progressRoutes } from './progress/routes.tsx'
import { sessionRoutes } from './sessions/routes.tsx'
import { studioRoutes } from './studio/routes.tsx'
import { tourRoutes } from './tours/routes.tsx'

/** Everything below /training. */
export const routes = new Hono<Site>()

routes.route('/', certificateRoutes)
routes.route('/', studioRoutes)
routes.route('/', handInRoutes)
routes.route('/', sessionRoutes)
routes.route('/', assigningRoutes)
routes.route('/', progressRoutes)
routes.route('/', accessRoutes)
routes.route('/', tourRoutes)
routes.route('/', helpRoutes)
routes.route('/', topicRoutes)
routes.route('/', learningRoutes)
