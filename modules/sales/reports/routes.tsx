import { type Context, Hono } from 'hono'
import { readDirectory } from '../../../core/access/directory.ts'
import { allow } from '../../../core/http/allow.ts'
import { notFound } from '../../../core/http/refusal.ts'
import type { Site } from '../../../core/http/site.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import { csvLine } from '../../../core/transfer/write.ts'
import { exportDeals, viewDeals } from '../rights.ts'
import { reportsText } from './messages.ts'
import type { Report } from './part.ts'
import { reports } from './reports.ts'
import { readReportState, reportParams } from './state.ts'
import { ReportPage } from './views/report-page.tsx'
import { ReportsPage } from './views/reports-page.tsx'

/** Reports: each with its period and filters, its tables and pictures, and as a file. */
export const reportRoutes = new Hono<Site>()

const view = allow(viewDeals)

reportRoutes.get('/', view, (c) => {
  const { scope } = c.var
  return c.render(<ReportsPage scope={scope} reports={reports} />, {
    title: reportsText(scope.locale).title,
  })
})

reportRoutes.get('/:report', view, async (c) => {
  const { scope } = c.var
  const report = reportOf(c)
  const state = await readReportState(scope, new URL(c.req.url).searchParams)
  const [parts, directory] = await Promise.all([report.read(scope, state), readDirectory(scope)])
  const page = <ReportPage {...{ scope, report, reports, state, parts, directory }} />
  return c.render(page, { title: report.title(scope) })
})

// Posted, because what leaves the firm leaves a trace.
reportRoutes.post('/:report/export', allow(exportDeals), async (c) => {
  const { scope } = c.var
  const report = reportOf(c)
  const state = await readReportState(scope, new URL(c.req.url).searchParams)
  const parts = await report.read(scope, state)
  await recordAudit(scope, {
    ...{ action: 'exported', object: 'sales.report', reason: report.title(scope) },
    after: Object.fromEntries(reportParams(state)),
  })
  const lines = parts.flatMap(({ title, columns, rows }) => [
    [title],
    columns.map(({ label }) => label),
    ...rows.map((row) => row.map(({ text }) => text)),
    [''],
  ])
  return c.body(`\ufeff${lines.map((cells) => csvLine(cells)).join('')}`, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${report.key}.csv"`,
  })
})

/** @throws Refusal 404 when there is no such report */
function reportOf(c: Context<Site>): Report {
  const report = reports.find(({ key }) => key === c.req.param('report'))
  if (!report) throw notFound()
  return report
}
