import { sql } from 'drizzle-orm'
import type { Scope } from '../../core/scope.ts'
import { weightedMean } from '../../core/values/mean.ts'
import { readProgramme } from '../plan/programme.ts'
import { readStages } from '../plan/stage-rows.ts'
import { type BeforeAfter, differenceInDifferences } from './formula.ts'

/** A figure in the department of the pilot and in the others, before the pilot and since. */
export type Compared = {
  metric: string
  pilot: BeforeAfter
  others: BeforeAfter
  difference: number
}

type Row = {
  metric: string
  departmentId: string
  side: 'before' | 'after'
  value: number
  weight: number
}

/**
 * Sets the pilot's department beside those outside of it, for every figure that is kept by
 * department and was known of both before the pilot began and since: by the last week before it and
 * by the latest. Undefined before a pilot in one department has begun.
 */
export async function comparePilot(scope: Scope): Promise<Compared[] | undefined> {
  const pilot = (await readProgramme(scope))?.pilotDepartmentId
  const began = (await readStages(scope)).find(({ code }) => code === 'S3')?.startedOn
  if (!pilot || !began) return undefined
  const rows = await scope.db.execute<Row>(sql`
    select distinct on (s.metric, s.department_id, side) s.metric,
      s.department_id as "departmentId", side, s.value, coalesce(s.n, 1) as weight
    from flags.metric_snapshots s
    cross join lateral (select case when s.week < ${began}::date then 'before' else 'after' end as side) sides
    where s.company_id = ${scope.company.id} and s.department_id is not null and s.state = 'ok'
      and s.value is not null
    order by s.metric, s.department_id, side, s.week desc`)
  return [...Map.groupBy(rows, ({ metric }) => metric)].flatMap(([metric, known]) => {
    const own = sides(known.filter(({ departmentId }) => departmentId === pilot))
    const others = sides(known.filter(({ departmentId }) => departmentId !== pilot))
    if (!own || !others) return []
    return [{ metric, pilot: own, others, difference: differenceInDifferences(own, others) }]
  })
}

/** Only departments known on both sides count, or those that came later would make a difference. */
function sides(rows: readonly Row[]): BeforeAfter | undefined {
  const both = [...Map.groupBy(rows, ({ departmentId }) => departmentId)]
    .filter(([, list]) => new Set(list.map(({ side }) => side)).size === 2)
    .flatMap(([, list]) => list)
  const before = weightedMean(both.filter(({ side }) => side === 'before'))
  const after = weightedMean(both.filter(({ side }) => side === 'after'))
  return before === null || after === null ? undefined : { before, after }
}
