import type { Context, Hono } from 'hono'
import { readDirectory } from '../access/directory.ts'
import { allow } from '../http/allow.ts'
import type { Site } from '../http/site.ts'
import { recordAudit } from '../records/audit.ts'
import { defuse } from '../transfer/formula.ts'
import { csvLine } from '../transfer/write.ts'
import type { Report, Reports } from './part.ts'
import type { ReportState } from './state.ts'
import { ReportPage } from './views/report-page.tsx'
import { ReportsPage } from './views/reports-page.tsx'

/** Reports: each with its period and filters, its tables and pictures, and as a file. */
export function addReportRoutes<State extends ReportState>(
  routes: Hono<Site>,
  set: Reports<State>,
): void {
  const view = allow(set.view)

  routes.get('/', view, (c) => {
    const { scope } = c.var
    return c.render(<ReportsPage scope={scope} set={set} />, { title: set.title(scope) })
  })

  for (const report of set.reports) {
    routes.get(`/${report.key}`, view, async (c) => {
      const { scope } = c.var
      const state = await set.read(scope, new URL(c.req.url).searchParams)
      const [parts, directory] = await Promise.all([
        report.read(scope, state),
        readDirectory(scope),
      ])
      const page = <ReportPage {...{ scope, set, report, state, parts, directory }} />
      return c.render(page, { title: report.title(scope) })
    })

    // Posted, because what leaves the firm leaves a trace.
    routes.post(`/${report.key}/export`, allow(set.export), (c) => exported(c, set, report))
  }
}

/** A report as a file, with the same figures as its page. */
async function exported<State extends ReportState>(
  c: Context<Site>,
  set: Reports<State>,
  report: Report<State>,
): Promise<Response> {
  const { scope } = c.var
  const state = await set.read(scope, new URL(c.req.url).searchParams)
  const parts = await report.read(scope, state)
  await recordAudit(scope, {
    ...{ action: 'exported', object: set.object, reason: report.title(scope) },
    after: Object.fromEntries(set.params(state)),
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
