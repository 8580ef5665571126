import { type Department, readDepartments } from '../../../core/access/department-tree.ts'
import { type Member, readMembers } from '../../../core/access/members.ts'
import { addWorkingDays, type Calendar, shiftDay } from '../../../core/calendar/calendar.ts'
import { readCalendar, today } from '../../../core/calendar/reading.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { type Assigning, assign } from '../learning/assigning.ts'
import {
  type Audience,
  audienceOf,
  coursesOf,
  readStandings,
  type Standing,
  type Taken,
} from './audience.ts'

/** As much of a rule as assigning takes. */
export type Applied = Audience & {
  id?: string
  courseId: string | null
  pathId: string | null
  dueOn: string | null
  dueDays: number | null
  mandatory: boolean
}

/**
 * What a rule would do now. Everybody it is for counts in one of `gets`, `underWay`, `valid` and
 * `waived`; `open` are those of them who do not have all of it, `late` those with a day behind them.
 */
export type Effect = {
  people: number
  gets: number
  underWay: number
  valid: number
  waived: number
  open: number
  late: number
  assigning: Assigning[]
}

/** So many days before a certificate ends its renewal is assigned. */
const renewalDays = 30

/** What rules are weighed by; the same for however many. */
export type Ground = {
  members: readonly Member[]
  departments: readonly Department[]
  calendar: Calendar
  now: string
  standing: (userId: string, courseId: string) => Standing | undefined
}

export async function readGround(scope: Scope, courses: readonly Taken[]): Promise<Ground> {
  const [members, departments, calendar, standing] = await Promise.all([
    readMembers(scope),
    readDepartments(scope),
    readCalendar(scope),
    readStandings(
      scope,
      courses.map(({ courseId }) => courseId),
    ),
  ])
  return { members, departments, calendar, standing, now: today(scope) }
}

/** Works out what a rule does, before it is saved, when it is applied and afterwards: by the same code. */
export async function effectOf(scope: Scope, rule: Applied): Promise<Effect> {
  const courses = await coursesOf(scope, rule)
  return effectOn(await readGround(scope, courses), rule, courses)
}

export function effectOn(ground: Ground, rule: Applied, courses: readonly Taken[]): Effect {
  const people = audienceOf(ground.members, ground.departments, rule)
  const due = dueDay(ground, rule)
  const effect: Effect = {
    ...{ people: people.length, gets: 0, underWay: 0, valid: 0, waived: 0, open: 0, late: 0 },
    assigning: [],
  }
  if (courses.length === 0) return effect
  for (const { id: userId } of people) {
    const stands = courses.map((course) => standOf(ground, userId, course))
    const lacking = stands.filter(({ isValid, waived }) => !isValid && !waived)
    const given = stands.filter(({ open, waived, isValid, renews }) =>
      open || waived ? false : !isValid || renews,
    )
    if (given.length > 0) effect.gets += 1
    else if (lacking.length > 0) effect.underWay += 1
    else if (stands.every(({ isValid }) => isValid)) effect.valid += 1
    else effect.waived += 1
    if (lacking.length > 0) effect.open += 1
    if (lacking.some(({ late }) => late)) effect.late += 1
    for (const { courseId, versionId, renews, until } of given)
      effect.assigning.push({
        ...{ userId, courseId, versionId, mandatory: rule.mandatory },
        dueOn: renews ? until : due,
        ...(rule.id ? { ruleId: rule.id } : {}),
      })
  }
  return effect
}

/** Where somebody stands with a course today. */
function standOf({ standing, now }: Ground, userId: string, { courseId, versionId }: Taken) {
  const known = standing(userId, courseId)
  const until = known?.validUntil ?? null
  const isValid = known?.valid === true && (until === null || until >= now)
  const renews = isValid && until !== null && until < shiftDay(now, renewalDays)
  const { open = false, waived = false, late = false } = known ?? {}
  return { courseId, versionId, until, isValid, renews, open, waived, late }
}

/** A day, or so many working days from today; none when the rule says neither. */
const dueDay = ({ calendar, now }: Ground, { dueOn, dueDays }: Applied): string | null =>
  dueDays === null ? dueOn : addWorkingDays(calendar, now, dueDays)

/** Assigns what a rule says to whoever has not got it yet. @returns how many assignments were new */
export const applyRule = async (scope: Scope, registry: Registry, rule: Applied): Promise<number> =>
  assign(scope, registry, (await effectOf(scope, rule)).assigning)
