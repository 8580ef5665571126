import { Hono } from 'hono'
import type { Site } from '../http/site.ts'
import { ownFieldRoutes } from '../own-fields/routes.tsx'
import { auditRoutes } from '../records/audit-routes.tsx'
import { companyRoutes } from '../settings/routes.tsx'
import { departmentRoutes } from './department-routes.tsx'
import { peopleRoutes } from './people-routes.tsx'
import { roleRoutes } from './role-routes.tsx'
import { severalRoutes } from './several-routes.tsx'

/** People, departments, roles, own fields, company settings and the audit trail. */
export const accessRoutes = new Hono<Site>()

accessRoutes.route('/admin/people/several', severalRoutes)
accessRoutes.route('/admin/people', peopleRoutes)
accessRoutes.route('/admin/departments', departmentRoutes)
accessRoutes.route('/admin/roles', roleRoutes)
accessRoutes.route('/admin/fields', ownFieldRoutes)
accessRoutes.route('/admin/company', companyRoutes)
accessRoutes.route('/admin/audit', auditRoutes)
