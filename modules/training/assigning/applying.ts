import { addWorkingDays, shiftDay } from '../../../core/calendar/calendar.ts'
import { readCalendar, today } from '../../../core/calendar/reading.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { type Assigning, assign } from '../learning/assigning.ts'
import { type Audience, coursesOf, readAudience, readStandings } from './audience.ts'

/** As much of a rule as assigning takes. */
export type Applied = Audience & {
  id?: string
  courseId: string | null
  pathId: string | null
  dueOn: string | null
  dueDays: number | null
  mandatory: boolean
}

/** What a rule would do now: people it is for, how many get something, how many have it all already. */
export type Effect = { people: number; gets: number; valid: number; assigning: Assigning[] }

/** So many days before a certificate ends its renewal is assigned. */
const renewalDays = 30

/** Works out what a rule does, before it is saved and when it is applied: by the same code. */
export async function effectOf(scope: Scope, rule: Applied): Promise<Effect> {
  const [people, courses] = await Promise.all([readAudience(scope, rule), coursesOf(scope, rule)])
  const now = today(scope)
  const standing = await readStandings(
    scope,
    courses.map(({ courseId }) => courseId),
  )
  const due = await dueDay(scope, rule)
  const assigning: Assigning[] = []
  const [gets, valid] = [new Set<string>(), new Set<string>()]
  for (const { id: userId } of people) {
    let holds = courses.length > 0
    for (const { courseId, versionId } of courses) {
      const known = standing(userId, courseId)
      const until = known?.validUntil ?? null
      const isValid = known?.valid === true && (until === null || until >= now)
      if (!isValid) holds = false
      const renews = isValid && until !== null && until < shiftDay(now, renewalDays)
      if (known?.open || known?.waived || (isValid && !renews)) continue
      gets.add(userId)
      assigning.push({
        ...{ userId, courseId, versionId, mandatory: rule.mandatory },
        dueOn: renews ? until : due,
        ...(rule.id ? { ruleId: rule.id } : {}),
      })
    }
    if (holds) valid.add(userId)
  }
  return { people: people.length, gets: gets.size, valid: valid.size, assigning }
}

/** A day, or so many working days from today; none when the rule says neither. */
async function dueDay(scope: Scope, { dueOn, dueDays }: Applied): Promise<string | null> {
  if (dueDays === null) return dueOn
  return addWorkingDays(await readCalendar(scope), today(scope), dueDays)
}

/** Assigns what a rule says to whoever has not got it yet. @returns how many assignments were new */
export const applyRule = async (scope: Scope, registry: Registry, rule: Applied): Promise<number> =>
  assign(scope, registry, (await effectOf(scope, rule)).assigning)
