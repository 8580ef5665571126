import { addWork, type WorkTime, workBetween } from '../hours/work-time.ts'
import { isDone, type StateType } from '../states/state-types.ts'

/** What happened to a ticket, at a moment in milliseconds since 1970. */
export type Happening =
  | { at: number; what: 'opened' | 'customer' | 'answer' }
  | { at: number; what: 'state'; type: StateType }

/**
 * Until the first answer, until the answer to what the customer wrote last, until it is solved. Of the
 * second kind a ticket has as many as it had rounds.
 */
export const clockKinds = ['first', 'next', 'solve'] as const
export type ClockKind = (typeof clockKinds)[number]

/** How much working time each may take, in milliseconds; null where nothing is promised. */
export type Targets = Readonly<Record<ClockKind, number | null>>

export type ClockRule = {
  targets: Targets
  /** Types of states in which nobody's time runs. */
  pauses: readonly StateType[]
  /** After which share of the time, from 0 to 1, to warn. */
  warnAfter: number
  work: WorkTime
}

export type Clock = {
  kind: ClockKind
  /** From 1; above it only for later answers. */
  round: number
  target: number
  startedAt: number
  /** When it was answered or solved. */
  stoppedAt: number | null
  /** Since when it stands still. */
  pausedAt: number | null
  /** Working time that had passed when it stopped, or was paused, or has passed by now. */
  used: number
  /** When its time is up, or was; null while a pause leaves that open. */
  dueAt: number | null
  /** When to warn, on the same terms. */
  warnAt: number | null
}

type Since = { at: number; type: StateType }
type Run = Pick<Clock, 'kind' | 'round' | 'startedAt' | 'stoppedAt'>

/**
 * The clocks of a ticket, from all that happened to it in whichever order it is told; the same twice
 * is once. What is said to be before it was opened happened when it was opened.
 */
export function reckon(told: readonly Happening[], rule: ClockRule, now: number): Clock[] {
  const opened = told.find(({ what }) => what === 'opened')?.at
  if (opened === undefined) return []
  const all = told.map((one) => ({ ...one, at: Math.max(one.at, opened) })).sort(inOrder)
  const states = [{ at: opened, type: 'new' as StateType }, ...all.filter(isState)]
  return runsOf(all, opened, states).flatMap((run) => {
    const target = rule.targets[run.kind]
    return target === null ? [] : [clockOf(run, target, states, rule, now)]
  })
}

const isState = (one: Happening) => one.what === 'state'

const ranks: readonly Happening['what'][] = ['opened', 'customer', 'answer', 'state']
const lives: readonly StateType[] = [
  ...(['new', 'open', 'waiting_us', 'waiting_customer', 'solved', 'closed'] as const),
]

/** What stands for the order of two at the same moment: who asks is answered, and then it is put away. */
const inOrder = (a: Happening, b: Happening): number =>
  a.at - b.at || ranks.indexOf(a.what) - ranks.indexOf(b.what) || lifeOf(a) - lifeOf(b)

const lifeOf = (one: Happening): number => (one.what === 'state' ? lives.indexOf(one.type) : 0)

/** When each clock began and stopped. */
function runsOf(all: readonly Happening[], opened: number, states: readonly Since[]): Run[] {
  const first: Run = { kind: 'first', round: 1, startedAt: opened, stoppedAt: null }
  const rounds: Run[] = []
  let waiting: Run | undefined = first
  for (const one of all) {
    const answers = one.what === 'answer' || (one.what === 'state' && isDone(one.type))
    if (answers && waiting) {
      waiting.stoppedAt = one.at
      waiting = undefined
    } else if (one.what === 'customer' && !waiting) {
      waiting = { kind: 'next', round: rounds.length + 1, startedAt: one.at, stoppedAt: null }
      rounds.push(waiting)
    }
  }
  return [
    first,
    ...rounds,
    { kind: 'solve', round: 1, startedAt: opened, stoppedAt: doneSince(states) },
  ]
}

/** Since when a ticket is done; closing what is solved changes nothing. */
function doneSince(states: readonly Since[]): number | null {
  let since: number | null = null
  for (const { at, type } of states) since = isDone(type) ? (since ?? at) : null
  return since
}

function clockOf(
  run: Run,
  target: number,
  states: readonly Since[],
  rule: ClockRule,
  now: number,
): Clock {
  const { work } = rule
  const stretches = runningOf(run, states, rule)
  const end = run.stoppedAt ?? now
  const used = stretches.reduce(
    (sum, [from, to]) => sum + workBetween(work, from, Math.min(to, end)),
    0,
  )
  const last = stretches.at(-1)
  const pausedAt =
    run.stoppedAt === null && last?.[1] !== Infinity ? (last?.[1] ?? run.startedAt) : null
  return {
    ...{ ...run, target, used, pausedAt },
    dueAt: passes(work, stretches, target),
    warnAt: passes(work, stretches, target * rule.warnAfter),
  }
}

/** The stretches in which a clock runs; the last is open where nothing but its stop ended it. */
function runningOf(
  { startedAt, stoppedAt }: Run,
  states: readonly Since[],
  { pauses }: ClockRule,
): [number, number][] {
  const found: [number, number][] = []
  states.forEach(({ at, type }, place) => {
    if (isDone(type) || pauses.includes(type)) return
    const from = Math.max(at, startedAt)
    const next = states[place + 1]?.at ?? Infinity
    const to = stoppedAt !== null && stoppedAt <= next ? Infinity : next
    const isOver = stoppedAt !== null && from > stoppedAt
    if (to > from && !isOver && found.at(-1)?.[1] !== Infinity) found.push([from, to])
  })
  return found
}

/** When so much working time has passed in these stretches; null while that is open. */
function passes(
  work: WorkTime,
  stretches: readonly (readonly [number, number])[],
  amount: number,
): number | null {
  let left = amount
  for (const [from, to] of stretches) {
    const at = addWork(work, from, left)
    if (at !== undefined && at <= to) return at
    if (to === Infinity) return null
    left -= workBetween(work, from, to)
  }
  return null
}

/** Whether a promise is kept, broken, or neither yet. */
export function outcomeOf({ dueAt, stoppedAt }: Clock, now: number): 'kept' | 'broken' | 'open' {
  if (dueAt !== null && (stoppedAt ?? now) > dueAt) return 'broken'
  return stoppedAt === null ? 'open' : 'kept'
}
