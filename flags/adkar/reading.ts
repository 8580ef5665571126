import type { Scope } from '../../core/scope.ts'
import {
  fewestShown,
  type Response,
  readPlaces,
  readResponses,
  readRounds,
} from '../surveys/answering.ts'
import { type Run, readRuns } from '../surveys/runs.ts'
import { shownGroups } from '../surveys/shown.ts'
import { type Adkar, adkarOf } from './formula.ts'

export const kind = 'adkar'
export const questionsVersion = 1

export type DepartmentAdkar = Adkar & { id: string }

export type Closed = {
  run: Run
  /** How many answered. */
  n: number
  /** Undefined when so few answered that it would tell of them. */
  company: Adkar | undefined
  departments: DepartmentAdkar[]
}

/** What a closed round said; undefined when it is open. */
export async function readClosed(scope: Scope, run: Run): Promise<Closed | undefined> {
  if (!run.closedAt) return undefined
  const responses = await readResponses(scope, run.id)
  const company = adkarOf(responses.map(({ answers }) => answers))
  return { run, n: responses.length, company, departments: departmentsOf(responses) }
}

function departmentsOf(responses: readonly Response[]): DepartmentAdkar[] {
  const byDepartment = Map.groupBy(responses, ({ departmentId }) => departmentId)
  const counts = new Map([...byDepartment].map(([id, list]) => [id, list.length]))
  return [...shownGroups<string>(counts)].flatMap((id) => {
    const found = adkarOf((byDepartment.get(id) ?? []).map(({ answers }) => answers))
    return found ? [{ id, ...found }] : []
  })
}

/** The latest round that has closed. */
export async function readLatest(scope: Scope): Promise<Closed | undefined> {
  const run = (await readRuns(scope, kind)).find(({ closedAt }) => closedAt !== null)
  return run && readClosed(scope, run)
}

/** Whether enough of a department were asked for it to be told of, and too few of them answered. */
export async function hasAnsweredTooLittle(
  scope: Scope,
  run: Run,
  department: string,
): Promise<boolean> {
  const asked = (await readPlaces(scope, run.id)).find((one) => one.departmentId === department)
  return asked !== undefined && asked.invited >= fewestShown && asked.answered < fewestShown
}

/** Share without a barrier round by round, the earliest first; undefined where too few answered. */
export const readTrend = async (
  scope: Scope,
): Promise<{ closedAt: Date; found: Adkar | undefined }[]> =>
  (await readRounds(scope, kind)).map(({ closedAt, responses }) => ({
    closedAt,
    found: adkarOf(responses.map(({ answers }) => answers)),
  }))
