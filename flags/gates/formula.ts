import { weightedMean } from '../../core/values/mean.ts'
import type { Reading } from '../evidence/metric.ts'

/** What a criterion asks of a figure (rollout-and-training 7.9). */
export type Measure = {
  metric: string
  /** Of the company, of each department (the worst counts), or of the pilot's department. */
  place: 'company' | 'departments' | 'pilot'
  floor: number
  target: number
  weight: number
  /** Below its floor nothing goes on. */
  critical: boolean
  /** It must be reached; it has no share in the score. */
  hard: boolean
  minN: number | null
  direction: 'up' | 'down'
  /** What law or security asks for is never overridden. */
  kind?: 'legal' | 'security'
}

export type Judged<M extends Measure = Measure> = M & {
  reading: Reading
  /** From 0 at the floor to 1 at the target; null where there is too little evidence. */
  attainment: number | null
  isBelow: boolean
}

export type Suggestion = 'go' | 'conditional' | 'redesign' | 'stop' | 'insufficient'

export type Evaluation<M extends Measure = Measure> = {
  judged: Judged<M>[]
  /** From 0 to 100 over what is known; null when nothing is. */
  score: number | null
  known: number
  weighed: number
  suggestion: Suggestion
  /** What law or security asks for and is not proved: no override helps. */
  unlawful: Judged<M>[]
}

export const goScore = 75
export const conditionalScore = 60
/** So many criteria that are not critical may lie below their floor. */
const mostBelow = 2
/** With the third miss a rollout stops. */
const mostMisses = 2

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

/** The share of the way from floor to target; floor lies above target where less is better. */
export function attainmentOf({ floor, target, direction }: Measure, value: number): number {
  if (floor === target) return (direction === 'up' ? value >= target : value <= target) ? 1 : 0
  return clamp((value - floor) / (target - floor))
}

const isBelowFloor = ({ floor, target, direction }: Measure, value: number): boolean => {
  const rising = floor === target ? direction === 'up' : target > floor
  return rising ? value < floor : value > floor
}

/** Judges one criterion. Fewer people or records than it asks for are too little evidence. */
export function judge<M extends Measure>(measure: M, reading: Reading): Judged<M> {
  const { state, value, n } = reading
  const few = measure.minN !== null && (n ?? 0) < measure.minN
  if (state !== 'ok' || value === undefined || few)
    return { ...measure, reading, attainment: null, isBelow: false }
  const attainment = attainmentOf(measure, value)
  return { ...measure, reading, attainment, isBelow: isBelowFloor(measure, value) }
}

/** What came before: how often the gate was missed, and whether its time box is over. */
export type Before = { misses: number; timeIsUp: boolean }

/**
 * Judges a gate. Too little evidence never passes. Hard criteria hold or fail; the others make the
 * score. What would be a miss for the third time, or behind the time box, is a stop.
 */
export function evaluate<M extends Measure>(
  judged: readonly Judged<M>[],
  { misses, timeIsUp }: Before,
): Evaluation<M> {
  const soft = judged.filter(({ hard }) => !hard)
  const known = soft.flatMap(({ weight, attainment }) =>
    attainment === null ? [] : [{ weight, value: 100 * attainment }],
  )
  const score = weightedMean(known)
  const found = suggest(judged, soft.length === 0 ? 100 : score)
  const isMiss = found === 'conditional' || found === 'redesign'
  const suggestion = isMiss && (misses >= mostMisses || timeIsUp) ? 'stop' : found
  const unlawful = judged.filter(({ kind, attainment }) => kind && attainment !== 1)
  return {
    ...{ judged: [...judged], score, known: known.length, weighed: soft.length },
    ...{ suggestion, unlawful },
  }
}

function suggest(judged: readonly Judged[], score: number | null): Suggestion {
  if (judged.length === 0 || score === null) return 'insufficient'
  if (judged.some(({ attainment }) => attainment === null)) return 'insufficient'
  if (judged.some(({ hard, attainment }) => hard && attainment !== 1)) return 'redesign'
  if (judged.some(({ critical, isBelow }) => critical && isBelow)) return 'redesign'
  const below = judged.filter(({ hard, isBelow }) => !hard && isBelow).length
  if (score < conditionalScore || below > mostBelow) return 'redesign'
  return score < goScore || below > 0 ? 'conditional' : 'go'
}
