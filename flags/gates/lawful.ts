import { sql } from 'drizzle-orm'
import type { Running } from '../../core/console.ts'
import type { Scope } from '../../core/scope.ts'
import { metricOf } from '../evidence/metrics.ts'
import { readProgramme } from '../plan/programme.ts'
import { readCriteria } from './criteria.ts'
import type { Judged } from './formula.ts'
import type { Family } from './gates.ts'
import { judgeAll } from './judging.ts'
import { type Default, defaults } from './template.ts'

/**
 * What law and security ask for before a step and nobody has proved. It holds once real customers’
 * data are in an install that serves other firms, however strict the company is with itself; who
 * has nobody on record yet may begin on the first day.
 */
export async function readUnlawful(
  scope: Scope,
  running: Running,
  gate: Family,
): Promise<Judged[]> {
  if (!running.env.HOSTED || !(await holdsPeople(scope, running))) return []
  const programme = await readProgramme(scope)
  const asked: readonly Default[] = programme ? await readCriteria(scope, gate) : defaults[gate]
  const lawful = asked.filter(({ metric }) => metricOf(metric)?.kind)
  const judged = await judgeAll(scope, running, lawful, programme?.pilotDepartmentId ?? null)
  return judged.filter(({ attainment }) => attainment !== 1)
}

/** Whether any module holds a record that privacy asks something of. */
async function holdsPeople({ db, company }: Scope, { registry }: Running): Promise<boolean> {
  const kinds = registry.modules
    .flatMap(({ quality = [] }) => quality)
    .filter(({ privacy }) => privacy !== undefined)
  if (kinds.length === 0) return false
  const any = kinds.map(
    ({ table }) => sql`exists (select from ${table} where company_id = ${company.id})`,
  )
  const [found] = await db.execute<{ any: boolean }>(sql`select ${sql.join(any, sql` or `)} as any`)
  return found?.any === true
}
