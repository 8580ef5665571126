import { Hono } from 'hono'
import type { Site } from '../../core/http/site.ts'
import { articleRoutes } from './articles/article-routes.tsx'
import { versionRoutes } from './articles/reader-routes.tsx'
import { assigningRoutes } from './assigning/routes.tsx'
import { checkpointRoutes } from './checklist/routes.tsx'
import { addComplaintRoutes } from './complaints/routes.tsx'
import { addDataRequestRoutes } from './data-requests/routes.tsx'
import { deskRoutes } from './desk/routes.tsx'
import { hoursRoutes } from './hours/routes.tsx'
import { incomingRoutes } from './incoming/routes.tsx'
import { linkRoutes, pieceRoutes } from './linking/routes.tsx'
import { macroRoutes } from './macros/routes.tsx'
import { addMacroUse } from './macros/using-routes.tsx'
import { mailboxRoutes } from './mailboxes/routes.tsx'
import { noticeRoutes } from './notices/routes.tsx'
import { outgoingRoutes } from './outgoing/routes.tsx'
import { policyRoutes } from './policies/routes.tsx'
import { portalSetupRoutes } from './portal/routes.tsx'
import { addRatingRoutes, ratingRuleRoutes } from './ratings/routes.tsx'
import { reportRoutes } from './reports/routes.tsx'
import { categoryRoutes, stateRoutes } from './states/routes.tsx'
import { ticketRoutes } from './tickets/ticket-routes.tsx'
import { installedRoutes } from './warranties/routes.tsx'
import { webFormRoutes } from './webforms/routes.tsx'

/** Everything below /service. */
export const routes = new Hono<Site>()

addMacroUse(ticketRoutes)
addComplaintRoutes(ticketRoutes)
addDataRequestRoutes(ticketRoutes)
addRatingRoutes(ticketRoutes)
routes.route('/tickets', ticketRoutes)
routes.route('/mailboxes', mailboxRoutes)
routes.route('/mails', incomingRoutes)
routes.route('/outgoing-mails', outgoingRoutes)
routes.route('/web-forms', webFormRoutes)
routes.route('/notices', noticeRoutes)
routes.route('/states', stateRoutes)
routes.route('/categories', categoryRoutes)
routes.route('/articles', articleRoutes)
routes.route('/article-versions', versionRoutes)
routes.route('/portal', portalSetupRoutes)
routes.route('/checkpoints', checkpointRoutes)
routes.route('/ticket-links', linkRoutes)
routes.route('/policies', policyRoutes)
routes.route('/business-hours', hoursRoutes)
routes.route('/macros', macroRoutes)
routes.route('/assignment-rules', assigningRoutes)
routes.route('/desk', deskRoutes)
routes.route('/rating-rules', ratingRuleRoutes)
routes.route('/reports', reportRoutes)
routes.route('/installed-products', installedRoutes)
routes.route('/messages', pieceRoutes)
