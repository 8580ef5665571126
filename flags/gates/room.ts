import { shiftDay } from '../../core/calendar/calendar.ts'
import { today } from '../../core/calendar/reading.ts'
import type { Running } from '../../core/console.ts'
import type { Scope } from '../../core/scope.ts'
import type { Programme } from '../plan/programme.ts'
import { readProgramme } from '../plan/programme.ts'
import { currentOf, mostExtensions, readStages, type StageRow } from '../plan/stage-rows.ts'
import { type Criterion, readCriteria } from './criteria.ts'
import { type Brief, countMisses, passedOf, readLatest } from './decisions.ts'
import { type Evaluation, evaluate, type Measure } from './formula.ts'
import { type Gate, nextGate } from './gates.ts'
import { judgeAll } from './judging.ts'

/** Where the rollout stands: its plan, its stages, the gate that comes next. */
export type Standing = {
  programme: Programme
  stages: StageRow[]
  latest: Brief[]
  gate: Gate | undefined
}

/** Undefined before there is a plan. */
export async function readStanding(scope: Scope): Promise<Standing | undefined> {
  const programme = await readProgramme(scope)
  if (!programme) return undefined
  const stages = await readStages(scope)
  const latest = await readLatest(scope)
  const gate = nextGate(programme.size, currentOf(stages)?.code, passedOf(latest))
  return { programme, stages, latest, gate }
}

export type Weighed = Criterion & Measure

/** A pilot takes twelve weeks at most, and is put off twice at most (R16). */
const pilotDays = 7 * 12

/** Judges a gate on the evidence of this moment. */
export async function evaluateGate(
  scope: Scope,
  running: Running,
  { programme, stages }: Standing,
  gate: Gate,
): Promise<Evaluation<Weighed>> {
  const criteria = await readCriteria(scope, gate.family)
  const judged = await judgeAll(scope, running, criteria, programme.pilotDepartmentId)
  const stage = stages.find(({ code }) => code === gate.stage)
  return evaluate(judged, {
    misses: await countMisses(scope, gate.code),
    timeIsUp: gate.family === 'G3' && stage !== undefined && isOver(stage, today(scope)),
  })
}

const isOver = ({ startedOn, endPlan, extensions }: StageRow, day: string): boolean =>
  startedOn !== null &&
  (day > shiftDay(startedOn, pilotDays) ||
    (extensions >= mostExtensions && endPlan !== null && day > endPlan))
