import { Hono } from 'hono'
import type { Site } from '../../core/http/site.ts'
import { ticketRoutes } from './tickets/ticket-routes.tsx'

/** Everything below /service. */
export const routes = new Hono<Site>()

routes.route('/tickets', ticketRoutes)
