import { Hono } from 'hono'
import type { Site } from '../core/http/site.ts'
import { adkarRoutes } from './adkar/routes.tsx'
import { adoptionRoutes } from './adoption/routes.tsx'
import { announcementRoutes } from './announcements/routes.tsx'
import { broughtRoutes } from './brought/routes.tsx'
import { consoleRoutes } from './console/routes.ts'
import { costRoutes } from './cost/routes.tsx'
import { evidenceRoutes } from './evidence/routes.tsx'
import { feedbackRoutes } from './feedback/routes.tsx'
import { gateRoutes } from './gates/routes.tsx'
import { lessonRoutes } from './lessons/routes.tsx'
import { matrixRoutes } from './matrix/routes.tsx'
import { modulesRoutes } from './modules-routes.tsx'
import { needsRoutes } from './needs/routes.tsx'
import { overviewRoutes } from './overview/routes.tsx'
import { planRoutes } from './plan/routes.tsx'
import { pulseRoutes } from './pulse/routes.tsx'
import { readinessRoutes } from './readiness/routes.tsx'
import { riskRoutes } from './risks/routes.tsx'
import { oneWriter } from './server/one-writer.ts'
import { teamRoutes } from './team/routes.tsx'
import { undoRoutes } from './undo-routes.tsx'
import { vendorRoutes } from './vendors/routes.tsx'
import { whoRoutes } from './who-routes.tsx'

/** The pages of the rollout: who has which module, and the console that decides it. */
export const flagsRoutes = new Hono<Site>()

flagsRoutes.route('/rollout', consoleRoutes)
flagsRoutes.use('/admin/modules/*', oneWriter)
flagsRoutes.route('/admin/modules', modulesRoutes)
flagsRoutes.route('/admin/modules', undoRoutes)
flagsRoutes.route('/admin/flags', broughtRoutes)
flagsRoutes.route('/rollout/matrix', matrixRoutes)
flagsRoutes.route('/rollout/plan', planRoutes)
flagsRoutes.route('/rollout/readiness', readinessRoutes)
flagsRoutes.route('/rollout/people/pulse', pulseRoutes)
flagsRoutes.route('/rollout/people', adkarRoutes)
flagsRoutes.route('/rollout/gates', gateRoutes)
flagsRoutes.route('/rollout/lessons', lessonRoutes)
flagsRoutes.route('/rollout/evidence', evidenceRoutes)
flagsRoutes.route('/rollout/who', whoRoutes)
flagsRoutes.route('/rollout/adoption', adoptionRoutes)
flagsRoutes.route('/rollout/cost', costRoutes)
flagsRoutes.route('/rollout/team', teamRoutes)
flagsRoutes.route('/rollout/announcements', announcementRoutes)
flagsRoutes.route('/rollout/feedback', feedbackRoutes)
flagsRoutes.route('/rollout/risks', riskRoutes)
flagsRoutes.route('/rollout/contracts', vendorRoutes)
flagsRoutes.route('/rollout/needs', needsRoutes)
flagsRoutes.route('/rollout', overviewRoutes)
