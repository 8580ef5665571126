import { Hono } from 'hono'
import type { Site } from '../../../core/http/site.ts'
import { addReportRoutes } from '../../../core/reports/routes.tsx'
import { readReportState, reportParams } from '../../../core/reports/state.ts'
import { complaintReport } from '../complaints/report.ts'
import { ratingText } from './messages.ts'
import { ratingReportObject, satisfaction } from './report.ts'
import { viewRatings } from './rights.ts'

/** What customers say of the service, as a report. */
export const satisfactionRoutes = new Hono<Site>()

addReportRoutes(satisfactionRoutes, {
  href: '/service/satisfaction',
  title: ({ locale }) => ratingText(locale).report.setTitle,
  view: viewRatings,
  export: viewRatings,
  object: ratingReportObject,
  reports: [satisfaction, complaintReport],
  read: readReportState,
  params: reportParams,
})
