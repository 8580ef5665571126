import { readDepartments } from '../../core/access/department-tree.ts'
import { shiftDay } from '../../core/calendar/calendar.ts'
import { today } from '../../core/calendar/reading.ts'
import type { Running } from '../../core/console.ts'
import type { Scope } from '../../core/scope.ts'
import type { Metric } from '../evidence/metric.ts'
import { metricOf } from '../evidence/metrics.ts'
import { type Evidence, openEvidence, readWorst } from '../evidence/reading.ts'
import type { Programme } from '../plan/programme.ts'
import { readProgramme } from '../plan/programme.ts'
import { currentOf, mostExtensions, readStages, type StageRow } from '../plan/stage-rows.ts'
import { type Criterion, readCriteria } from './criteria.ts'
import { type Brief, countMisses, passedOf, readLatest } from './decisions.ts'
import { type Evaluation, evaluate, judge, type Measure } from './formula.ts'
import { type Gate, nextGate } from './gates.ts'

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

export type Weighed = Measure & Pick<Criterion, 'id' | 'lateAt' | 'lateReason'>

/** A pilot takes twelve weeks at most, and is put off twice at most (R16). */
const pilotDays = 7 * 12

/** Judges a gate on the evidence of this moment. */
export async function evaluateGate(
  scope: Scope,
  running: Running,
  { programme, stages }: Standing,
  gate: Gate,
): Promise<Evaluation<Weighed>> {
  const read = await openEvidence(scope, running)
  const departments = (await readDepartments(scope)).filter(({ archivedAt }) => !archivedAt)
  const staffed = departments.filter(({ people }) => people > 0).map(({ id }) => id)
  const judged = []
  for (const criterion of await readCriteria(scope, gate.family)) {
    const metric = metricOf(criterion.metric)
    const measure = {
      ...criterion,
      direction: metric?.direction ?? 'up',
      ...(metric?.kind ? { kind: metric.kind } : {}),
    } as const
    const evidence: Evidence = metric
      ? await readPlace(read, metric, criterion.place, staffed, programme.pilotDepartmentId)
      : { state: 'insufficient' }
    judged.push(judge<Weighed>(measure, evidence))
  }
  const stage = stages.find(({ code }) => code === gate.stage)
  return evaluate(judged, {
    misses: await countMisses(scope, gate.code),
    timeIsUp: gate.family === 'G3' && stage !== undefined && isOver(stage, today(scope)),
  })
}

const readPlace = (
  read: (metric: Metric, where?: { department?: string }) => Promise<Evidence>,
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

const isOver = ({ startedOn, endPlan, extensions }: StageRow, day: string): boolean =>
  startedOn !== null &&
  (day > shiftDay(startedOn, pilotDays) ||
    (extensions >= mostExtensions && endPlan !== null && day > endPlan))
