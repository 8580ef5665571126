import { type Context, Hono } from 'hono'
import Papa from 'papaparse'
import { may } from '../../../core/access/person.ts'
import { today } from '../../../core/calendar/reading.ts'
import { isId } from '../../../core/db/id.ts'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { readForm } from '../../../core/http/form.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { coreText } from '../../../core/i18n/messages.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import { defuse } from '../../../core/transfer/formula.ts'
import { parseDate, printDate } from '../../../core/values/date.ts'
import { parseText } from '../../../core/values/text.ts'
import { extend, remind, waive } from '../assigning/changing.ts'
import { assigningText } from '../assigning/messages.ts'
import { sayIn } from '../courses/content.ts'
import { learningText } from '../learning/messages.ts'
import { follow, learn, oversee, teach } from '../permissions.ts'
import { heatMap } from './heat.ts'
import { progressText } from './messages.ts'
import { readCells, readLine, readLines, readOwnDepartment, type Wanted } from './reading.ts'
import { DepartmentPage } from './views/department.tsx'
import { PeoplePage } from './views/people.tsx'
import { ProgressPage } from './views/progress.tsx'

/** How far people have learned, and what can be done about it. */
export const progressRoutes = new Hono<Site>()

const follower = allow(follow)
const teacher = allow(teach)
const people = '/training/progress/people'

progressRoutes.get('/progress', allow(oversee), async (c) => {
  const { scope } = c.var
  const map = heatMap(await readCells(scope))
  const page = <ProgressPage {...{ scope, map }} follows={may(scope.user, follow)} />
  return c.render(page, { title: progressText(scope.locale).title })
})

/** What an address asks for; ids that somebody made up ask for nobody. */
function wantedOf(c: Context<Site>): Wanted {
  const { department, course, late } = c.req.query()
  const known = (id: string) =>
    id === '' || isId(id) ? id : '00000000-0000-0000-0000-000000000000'
  return {
    ...(department === undefined ? {} : { department: known(department) }),
    ...(course ? { course: known(course) } : {}),
    late: late === '1',
  }
}

progressRoutes.get('/progress/people', follower, async (c) => {
  const { scope } = c.var
  const lines = await readLines(scope, wantedOf(c))
  const query = new URL(c.req.url).search
  const page = <PeoplePage {...{ scope, lines, query }} mayChange={may(scope.user, teach)} />
  return c.render(page, { title: progressText(scope.locale).title })
})

/** For champions: how their own department gets on, so that they see whom to help. */
progressRoutes.get('/progress/department', allow(learn), async (c) => {
  const { scope } = c.var
  // Whoever may follow people by their role sees them all there.
  if (may(scope.user, follow)) return go(c, people)
  const lines = await readOwnDepartment(scope)
  return c.render(<DepartmentPage {...{ scope, lines }} />, {
    title: progressText(scope.locale).own,
  })
})

progressRoutes.post('/progress/export', follower, async (c) => {
  const { scope } = c.var
  const { locale } = scope
  const t = progressText(locale)
  const lines = await readLines(scope, wantedOf(c))
  if (lines.length === 0) throw notFound()
  await recordAudit(scope, {
    ...{ action: 'exported', object: 'training.progress', after: { rows: lines.length } },
  })
  const head = [t.name, t.department, t.code, t.course, t.status, t.due, t.valid]
  const rows = lines.map((line) => [
    ...[line.name, line.department ?? '', line.code, sayIn(locale, line.titles)],
    ...[learningText(locale).statuses[line.status], line.dueOn ?? '', line.valid ? t.yes : t.no],
  ])
  const table = Papa.unparse([head, ...rows.map((row) => row.map((cell) => defuse(cell)))])
  // Spreadsheets take a file without this mark for one of another encoding.
  return c.body(`\uFEFF${table}`, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="learning.csv"',
  })
})

progressRoutes.post('/assignments/:id/remind', follower, async (c) => {
  const { scope } = c.var
  const line = await readLine(scope, pathId(c))
  await remind(scope, line)
  const text = progressText(scope.locale).reminded(line.name)
  return go(c, people, { kind: 'success', text })
})

progressRoutes.post('/assignments/:id/extend', teacher, async (c) => {
  const { scope } = c.var
  const t = progressText(scope.locale)
  const line = await readLine(scope, pathId(c))
  const { raw } = await readForm(c)
  const fields = new Fields(raw, scope.locale)
  const dueOn = fields.need('dueOn', t.extendDay, parseDate, '')
  if (fields.ok && dueOn < today(scope)) fields.refuse('dueOn', assigningText(scope.locale).past)
  if (!fields.ok) return go(c, people, { kind: 'danger', text: fields.errors.dueOn ?? '' })
  await extend(scope, line, dueOn)
  const text = t.extended(line.name, printDate(dueOn, scope.locale))
  return go(c, people, { kind: 'success', text })
})

progressRoutes.post('/assignments/:id/waive', teacher, async (c) => {
  const { scope } = c.var
  const line = await readLine(scope, pathId(c))
  const { raw } = await readForm(c)
  const fields = new Fields(raw, scope.locale)
  const parse = (text: string) => parseText(text, { most: 500 })
  const reason = fields.need('reason', coreText(scope.locale).reason, parse, '')
  if (!fields.ok) return go(c, people, { kind: 'danger', text: fields.errors.reason ?? '' })
  await waive(scope, line, reason)
  const text = progressText(scope.locale).waived(line.name)
  return go(c, people, { kind: 'success', text })
})
