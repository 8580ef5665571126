import { Hono } from 'hono'
import type { Site } from '../../../core/http/site.ts'
import { addReportRoutes } from '../../../core/reports/routes.tsx'
import { readReportState, reportParams } from '../../../core/reports/state.ts'
import { complaintReport } from '../complaints/report.ts'
import { satisfaction } from '../ratings/report.ts'
import { exportTickets, viewTickets } from '../rights.ts'
import { backlog } from './backlog.ts'
import { reportsText } from './messages.ts'
import { promises } from './promises.ts'
import { shares } from './shares.ts'
import { times } from './times.ts'
import { volume } from './volume.ts'

/** Reports about tickets, in the order in which they are offered. */
export const reportRoutes = new Hono<Site>()

addReportRoutes(reportRoutes, {
  href: '/service/reports',
  title: ({ locale }) => reportsText(locale).title,
  view: viewTickets,
  export: exportTickets,
  object: 'service.report',
  reports: [volume, backlog, times, promises, ...shares, satisfaction, complaintReport],
  read: readReportState,
  params: reportParams,
})
