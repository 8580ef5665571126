import type { PilotForm } from './schema.ts'

/** What is known of the company as a whole; what is not known is left out. Indexes from 0 to 100. */
export type Known = {
  data?: number
  people?: number
  coverage?: number
  /** Leaders and managers stand behind it (items 2 and 3 of the questionnaire at 4 and more). */
  support?: boolean
}

export type Because =
  | 'lowData'
  | 'lowPeople'
  | 'comparable'
  | 'handovers'
  | 'coverage'
  | 'noCoverage'
  | 'standard'

/** Below this, data or people are not ready for a pilot in all departments. */
const ready = 60
const covered = 90

/**
 * Which form the pilot should have (plan template): some modules in one department when data or
 * people are not ready or a comparable department can stay outside; part of the work in all of
 * them when hand-overs are the main pain and nearly everybody is trained.
 */
export function proposeForm(
  known: Known,
  handovers: boolean,
  comparable: boolean,
): { form: PilotForm; because: Because[] } {
  const because: Because[] = []
  if (known.data !== undefined && known.data < ready) because.push('lowData')
  if (known.people !== undefined && known.people < ready) because.push('lowPeople')
  const isCovered = (known.coverage ?? 0) >= covered
  if (handovers && isCovered && because.length === 0)
    return { form: 'part', because: ['handovers', 'coverage'] }
  if (handovers && !isCovered) because.push('noCoverage')
  if (comparable) because.push('comparable')
  return { form: 'department', because: because.length > 0 ? because : ['standard'] }
}

/** A department as a place for the pilot. */
export type Candidate = {
  id: string
  name: string
  people: number
  champions: number
  leads: number
  /** Records worked on per person and month; undefined when nobody knows. */
  frequency?: number
  risky?: boolean
}

export const checks = [
  'size',
  'champion',
  'lead',
  'risk',
  'comparable',
  'frequency',
  'support',
  'data',
] as const
export type Check = (typeof checks)[number]
export type Verdict = 'yes' | 'no' | 'unknown'

export type Weighed = Candidate & {
  verdicts: Record<Check, Verdict>
  points: number
  /** So many checks could be answered. */
  known: number
}

const say = (holds: boolean | undefined): Verdict =>
  holds === undefined ? 'unknown' : holds ? 'yes' : 'no'

/** Another department of about the same size: what happens there is what would have happened here. */
const isComparable = (one: Candidate, other: Candidate): boolean =>
  other.id !== one.id && other.people >= one.people / 2 && other.people <= one.people * 2

/** Weighs the departments against each other, the best first; nothing unknown counts for or against. */
export function weigh(candidates: readonly Candidate[], known: Known): Weighed[] {
  return candidates
    .map((one) => {
      const verdicts: Record<Check, Verdict> = {
        size: say(one.people >= 3 && one.people <= 20),
        champion: say(one.champions > 0),
        lead: say(one.leads > 0),
        risk: say(one.risky === undefined ? undefined : !one.risky),
        comparable: say(candidates.some((other) => isComparable(one, other))),
        frequency: say(one.frequency === undefined ? undefined : one.frequency >= 20),
        support: say(known.support),
        data: say(known.data === undefined ? undefined : known.data >= ready),
      }
      const all = Object.values(verdicts)
      const points = all.filter((verdict) => verdict === 'yes').length
      return { ...one, verdicts, points, known: all.filter((one) => one !== 'unknown').length }
    })
    .sort((one, other) => other.points - one.points || other.people - one.people)
}
