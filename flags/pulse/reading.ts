import type { Member } from '../../core/access/members.ts'
import type { Module } from '../../core/module.ts'
import type { Scope } from '../../core/scope.ts'
import { type Response, readResponses, readRounds } from '../surveys/answering.ts'
import { type Run, readRuns } from '../surveys/runs.ts'
import { type Ease, easeOf, modulesOf } from './formula.ts'

export const kind = 'pulse'
export const questionsVersion = 1

/** The modules that somebody has, and is asked about. */
export const askedAbout = (
  { modules: switches }: Pick<Scope, 'modules'>,
  modules: readonly Module[],
  member?: Member,
): Module[] => {
  const own = member ? switches.of(member) : switches
  return modules.filter(({ id }) => own.state(id) !== 'off')
}

export type Pulse = { n: number; all: Ease | undefined; modules: ReadonlyMap<string, Ease> }

function pulseOf(responses: readonly Response[]): Pulse {
  const said = responses.map(({ answers }) => answers)
  const modules = modulesOf(said).flatMap((id) => {
    const ease = easeOf(said, id)
    return ease ? [[id, ease] as const] : []
  })
  return { n: said.length, all: easeOf(said), modules: new Map(modules) }
}

/** What a round said; undefined while it is open. */
export const readClosed = async (scope: Scope, run: Run): Promise<Pulse | undefined> =>
  run.closedAt ? pulseOf(await readResponses(scope, run.id)) : undefined

/** The latest round that has closed. */
export async function readLatest(scope: Scope): Promise<Pulse | undefined> {
  const run = (await readRuns(scope, kind)).find(({ closedAt }) => closedAt !== null)
  return run && readClosed(scope, run)
}

/** Round by round, the earliest first. */
export const readTrend = async (scope: Scope): Promise<{ closedAt: Date; pulse: Pulse }[]> =>
  (await readRounds(scope, kind)).map(({ closedAt, responses }) => ({
    closedAt,
    pulse: pulseOf(responses),
  }))
