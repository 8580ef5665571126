import { type Context, Hono } from 'hono'
import { readDirectory } from '../../../core/access/directory.ts'
import { allow } from '../../../core/http/allow.ts'
import type { Site } from '../../../core/http/site.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import { defuse } from '../../../core/transfer/formula.ts'
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

for (const report of reports) {
  reportRoutes.get(`/${report.key}`, view, async (c) => {
    const { scope } = c.var
    const state = await readReportState(scope, new URL(c.req.url).searchParams)
    const [parts, directory] = await Promise.all([report.read(scope, state), readDirectory(scope)])
    const page = <ReportPage {...{ scope, report, reports, state, parts, directory }} />
    return c.render(page, { title: report.title(scope) })
  })

  // Posted, because what leaves the firm leaves a trace.
  reportRoutes.post(`/${report.key}/export`, allow(exportDeals), (c) => exported(c, report))
}

/** A report as a file, with the same figures as its page. */
async function exported(c: Context<Site>, report: Report): Promise<Response> {
  const { scope } = c.var
  const state = await readReportState(scope, new URL(c.req.url).searchParams)
  const parts = await report.read(scope, state)
  await recordAudit(scope, {
    ...{ action: 'exported', object: 'sales.report', reason: report.title(scope) },
    after: Object.fromEntries(reportParams(state)),
  })
  const lines = parts.flatMap(({ title, columns, rows }) => [
    [title],
    columns.map(({ label }) => label),
    ...rows.map((row) => row.map(({ text }) => defuse(text, true))),
    [''],
  ])
  return c.body(`\ufeff${lines.map((cells) => csvLine(cells)).join('')}`, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${report.key}.csv"`,
  })
}
