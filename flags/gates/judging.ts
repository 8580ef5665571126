import { readDepartments } from '../../core/access/department-tree.ts'
import type { Running } from '../../core/console.ts'
import type { Scope } from '../../core/scope.ts'
import type { Metric, Where } from '../evidence/metric.ts'
import { metricOf } from '../evidence/metrics.ts'
import { type Evidence, openEvidence, readWorst } from '../evidence/reading.ts'
import { type Judged, judge, type Measure } from './formula.ts'
import type { Default } from './template.ts'

/**
 * Reads the figure of each criterion as it is now, and judges it.
 * @param pilot the department of the pilot, for criteria that are about it alone
 */
export async function judgeAll<C extends Default>(
  scope: Scope,
  running: Running,
  criteria: readonly C[],
  pilot: string | null,
): Promise<Judged<C & Measure>[]> {
  const read = await openEvidence(scope, running)
  const departments = (await readDepartments(scope)).filter(({ archivedAt }) => !archivedAt)
  const staffed = departments.filter(({ people }) => people > 0).map(({ id }) => id)
  const judged: Judged<C & Measure>[] = []
  for (const criterion of criteria) {
    const metric = metricOf(criterion.metric)
    const measure: C & Measure = {
      ...criterion,
      direction: metric?.direction ?? 'up',
      ...(metric?.kind ? { kind: metric.kind } : {}),
    }
    const evidence: Evidence = metric
      ? await readPlace(read, metric, criterion.place, staffed, pilot)
      : { state: 'insufficient' }
    judged.push(judge(measure, evidence))
  }
  return judged
}

const readPlace = (
  read: (metric: Metric, where?: Where) => Promise<Evidence>,
  metric: Metric,
  place: Measure['place'],
  departments: readonly string[],
  pilot: string | null,
): Promise<Evidence> => {
  if (place === 'departments') return readWorst(read, metric, departments)
  return place === 'pilot' && pilot && metric.byDepartment
    ? read(metric, { department: pilot })
    : read(metric)
}
