import { Hono } from 'hono'
import type { Site } from '../../core/http/site.ts'
import { accountRoutes } from './accounts/account-routes.tsx'
import { activityRoutes } from './activities/routes.tsx'
import { calendarRoutes } from './calendar/routes.tsx'
import { dateRoutes } from './dates/routes.tsx'
import { duplicateRoutes } from './duplicates/routes.tsx'
import { personRoutes } from './people/person-routes.tsx'
import { relationKindRoutes } from './relations/kind-routes.tsx'
import { taskRoutes } from './tasks/routes.tsx'

/** Everything below /contacts. */
export const routes = new Hono<Site>()

routes.route('/accounts', accountRoutes)
routes.route('/people', personRoutes)
routes.route('/duplicates', duplicateRoutes)
routes.route('/tasks', taskRoutes)
routes.route('/calendar', calendarRoutes)
routes.route('/dates', dateRoutes)
routes.route('/relations', relationKindRoutes)
routes.route('/', activityRoutes)
