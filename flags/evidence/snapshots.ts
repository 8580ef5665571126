import { sql } from 'drizzle-orm'
import { readDepartments } from '../../core/access/department-tree.ts'
import { weekOf } from '../../core/calendar/reading.ts'
import type { Running } from '../../core/console.ts'
import { newId } from '../../core/db/id.ts'
import type { Scope } from '../../core/scope.ts'
import { metrics } from './metrics.ts'
import { openEvidence } from './reading.ts'

/** Whether this week has been written down. */
export async function hasSnapshot(scope: Scope): Promise<boolean> {
  const [row] = await scope.db.execute(sql`
    select from flags.metric_snapshots
    where company_id = ${scope.company.id} and week = ${weekOf(scope)} limit 1`)
  return row !== undefined
}

/**
 * Writes down what every figure is this week, of the company and of each department where it can be
 * told. The first time in a week counts: a later one changes nothing.
 */
export async function takeSnapshot(scope: Scope, running: Running): Promise<void> {
  if (await hasSnapshot(scope)) return
  const read = await openEvidence(scope, running)
  const departments = (await readDepartments(scope)).filter(({ archivedAt }) => !archivedAt)
  const rows: Record<string, unknown>[] = []
  for (const metric of metrics) {
    const places = metric.byDepartment ? [null, ...departments.map(({ id }) => id)] : [null]
    for (const department of places) {
      const reading = await read(metric, department ? { department } : {})
      rows.push({
        ...{ company_id: scope.company.id, id: newId(), metric: metric.code },
        ...{ department_id: department, week: weekOf(scope), taken_at: scope.now() },
        ...{ state: reading.state, value: reading.value ?? null, n: reading.n ?? null },
        ...{ parts: reading.parts ?? null, formula_version: metric.version ?? 1 },
      })
    }
  }
  await scope.db.execute(sql`
    insert into flags.metric_snapshots
    select * from jsonb_populate_recordset(null::flags.metric_snapshots,
      ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing`)
}

export type Snapshot = {
  week: string
  departmentId: string | null
  state: 'ok' | 'insufficient' | 'suppressed'
  value: number | null
  n: number | null
  formulaVersion: number
}

/** The weeks of one figure for the company as a whole, the latest first; two years at most. */
export const readHistory = (scope: Scope, metric: string): Promise<Snapshot[]> =>
  scope.db.execute<Snapshot>(sql`
    select week::text as week, department_id as "departmentId", state, value, n,
      formula_version as "formulaVersion"
    from flags.metric_snapshots where company_id = ${scope.company.id} and metric = ${metric}
      and department_id is null order by week desc limit 104`)
