import {
  addWorkingDays,
  type Calendar,
  nextWorkingDay,
  shiftDay,
} from '../../../core/calendar/calendar.ts'

/** In how many days a record goes back to its pool; null for never. */
export type ReturnRule = {
  followDays: number | null
  dealDays: number | null
  warnDays: number
  /** Only days on which the company works count. */
  workingDays: boolean
}

/** What is known of a record that somebody looks after; ISO days of the company. */
export type Kept = { since: string; followedUp: string | null; hasDeal: boolean }

export type Due = { on: string; why: 'follow-up' | 'deal' }

/**
 * The last day on which an owner may still do what keeps a record: follow it up, or begin a deal.
 * One that falls on a day off moves to the next working day, so that nobody loses a customer over a
 * holiday.
 * @returns undefined when nothing takes the record away
 */
export function dueOf(calendar: Calendar, rule: ReturnRule, kept: Kept): Due | undefined {
  const last = kept.followedUp && kept.followedUp > kept.since ? kept.followedUp : kept.since
  const all: Due[] = []
  if (rule.followDays !== null)
    all.push({ on: later(calendar, rule, last, rule.followDays), why: 'follow-up' })
  if (rule.dealDays !== null && !kept.hasDeal)
    all.push({ on: later(calendar, rule, kept.since, rule.dealDays), why: 'deal' })
  return all.sort((one, other) => one.on.localeCompare(other.on))[0]
}

const later = (calendar: Calendar, rule: ReturnRule, from: string, days: number): string =>
  rule.workingDays
    ? addWorkingDays(calendar, from, days)
    : nextWorkingDay(calendar, shiftDay(from, days))

/** What is to be done with a record today. */
export function stepOn(today: string, rule: ReturnRule, due: Due | undefined) {
  if (!due) return 'keep'
  if (today > due.on) return 'return'
  return today >= shiftDay(due.on, -rule.warnDays) ? 'warn' : 'keep'
}

/** What a pool allows who claims from it; null for no limit. */
export type ClaimRule = {
  dailyLimit: number | null
  /** So many days its former owner leaves a record to others. */
  cooldownDays: number | null
  /** So many days a record lies before anybody may claim it. */
  delayDays: number | null
  personCap: number | null
  departmentCap: number | null
}

export type Claim = {
  today: string
  /** Since which day the record lies in the pool. */
  since: string
  wasMine: boolean
  /** What one has claimed today, holds now, and one's department holds. */
  claimed: number
  held: number
  heldByDepartment: number
}

export type Refused =
  | { why: 'daily' | 'person' | 'department'; most: number }
  | { why: 'cooldown' | 'delay'; from: string }

/** Why somebody may not have a record now; undefined when they may. A day off counts as any other. */
export function refusalOf(rule: ClaimRule, claim: Claim): Refused | undefined {
  const { today, since } = claim
  const from = (days: number | null) => shiftDay(since, days ?? 0)
  if (today < from(rule.delayDays)) return { why: 'delay', from: from(rule.delayDays) }
  if (claim.wasMine && today < from(rule.cooldownDays))
    return { why: 'cooldown', from: from(rule.cooldownDays) }
  if (rule.dailyLimit !== null && claim.claimed >= rule.dailyLimit)
    return { why: 'daily', most: rule.dailyLimit }
  return capRefusal(rule, claim)
}

/** The holding caps (库容) alone, which hold for who is given a record as well. */
export function capRefusal(
  { personCap, departmentCap }: Pick<ClaimRule, 'personCap' | 'departmentCap'>,
  { held, heldByDepartment }: Pick<Claim, 'held' | 'heldByDepartment'>,
): Refused | undefined {
  if (personCap !== null && held >= personCap) return { why: 'person', most: personCap }
  if (departmentCap !== null && heldByDepartment >= departmentCap)
    return { why: 'department', most: departmentCap }
  return undefined
}
