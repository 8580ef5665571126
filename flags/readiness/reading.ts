import type { Scope } from '../../core/scope.ts'
import { type Response, readResponses, readTurnout } from '../surveys/answering.ts'
import { type Run, readRuns } from '../surveys/runs.ts'
import { shownGroups } from '../surveys/shown.ts'
import { isEnough, type Readiness, readinessOf } from './formula.ts'

export const kind = 'readiness'

export type Closed = {
  run: Run
  readiness: Readiness
  enough: boolean
  departments: DepartmentReadiness[]
  /** In an order drawn by lot. */
  comments: string[]
}

export type DepartmentReadiness = { id: string; score: number | null; n: number }

/** What a closed round said; undefined when it is open or not there. */
export async function readClosed(scope: Scope, run: Run): Promise<Closed | undefined> {
  if (!run.closedAt) return undefined
  const responses = await readResponses(scope, run.id)
  const turnout = await readTurnout(scope, run.id)
  const invited = turnout.reduce((sum, one) => sum + one.invited, 0)
  const comments = responses.map(({ comment }) => comment).filter((comment) => comment !== '')
  return {
    run,
    readiness: readinessOf(responses),
    enough: isEnough(invited, responses),
    departments: departmentsOf(responses),
    comments: responses.length < 4 ? [] : comments,
  }
}

/** Departments whose answers may be shown, by their own score. Leaders belong to none of them. */
function departmentsOf(responses: readonly Response[]): DepartmentReadiness[] {
  const others = responses.filter(({ group }) => group !== 'leaders')
  const byDepartment = Map.groupBy(others, ({ departmentId }) => departmentId)
  const counts = new Map([...byDepartment].map(([id, list]) => [id, list.length]))
  return [...shownGroups<string>(counts)].map((id) => {
    // Within a department everybody counts alike: groups would soon be one person.
    const list = (byDepartment.get(id) ?? []).map((one) => ({ ...one, group: 'staff' as const }))
    return { id, score: readinessOf(list).score, n: list.length }
  })
}

/** The latest round that has closed with enough answers. */
export async function readLatest(scope: Scope): Promise<Closed | undefined> {
  for (const run of await readRuns(scope, kind)) {
    const closed = await readClosed(scope, run)
    if (closed?.enough) return closed
  }
  return undefined
}
