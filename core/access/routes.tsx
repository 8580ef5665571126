import { Hono } from 'hono'
import type { Site } from '../http/site.ts'

/** People, departments, roles, company settings and the audit trail. */
export const accessRoutes = new Hono<Site>()
