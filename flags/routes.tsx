import { Hono } from 'hono'
import type { Site } from '../core/http/site.ts'
import { modulesRoutes } from './modules-routes.tsx'
import { undoRoutes } from './undo-routes.tsx'
import { whoRoutes } from './who-routes.tsx'

/** The pages about who has which module. */
export const flagsRoutes = new Hono<Site>()

flagsRoutes.route('/admin/modules', modulesRoutes)
flagsRoutes.route('/admin/modules', undoRoutes)
flagsRoutes.route('/rollout/who', whoRoutes)
