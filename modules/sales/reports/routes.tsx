import { Hono } from 'hono'
import type { Site } from '../../../core/http/site.ts'
import { addReportRoutes } from '../../../core/reports/routes.tsx'
import { exportDeals, viewDeals } from '../rights.ts'
import { reportsText } from './messages.ts'
import { reports } from './reports.ts'
import { readReportState, reportParams } from './state.ts'
import { PipelineField } from './views/pipeline-field.tsx'

/** Reports about deals, each of all pipelines or of one. */
export const reportRoutes = new Hono<Site>()

addReportRoutes(reportRoutes, {
  href: '/sales/reports',
  title: ({ locale }) => reportsText(locale).title,
  view: viewDeals,
  export: exportDeals,
  object: 'sales.report',
  reports,
  read: readReportState,
  params: reportParams,
  controls: (scope, state) => <PipelineField scope={scope} state={state} />,
})
