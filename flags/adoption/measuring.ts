import { type SQL, sql } from 'drizzle-orm'
import { readAway } from '../../core/absences/reading.ts'
import { type Member, readMembers } from '../../core/access/members.ts'
import { isAside, type Period, type PersonShare } from '../../core/adoption/declared.ts'
import { type Calendar, shiftDay } from '../../core/calendar/calendar.ts'
import { readCalendar, today } from '../../core/calendar/reading.ts'
import { formatDay } from '../../core/i18n/format.ts'
import type { Module } from '../../core/module.ts'
import type { Scope } from '../../core/scope.ts'
import { insertMany } from '../../core/seed/insert.ts'
import { readSnapshot } from '../rows.ts'
import type { Department } from '../snapshot.ts'
import { most, readAgreement } from './agreement.ts'
import { readElsewhere } from './elsewhere.ts'
import { graceDays, type Opening, openSince, readOpenings, workingDays } from './expected.ts'
import { dormantDays, formulaVersion, indexOf } from './formula.ts'
import { type Evidence, madeOf, sharesOf, together } from './person.ts'
import { type Agreement, adoptionSnapshots } from './schema.ts'
import { readWork, type Work } from './work.ts'

/** The rolling window of the index. */
export const windowDays = 28

/** What is known of everybody's work in one module. */
type Known = {
  module: Module
  work: ReadonlyMap<string, Work>
  prompt: ReadonlyMap<string, PersonShare>
  ahead: ReadonlyMap<string, PersonShare>
}

/** Everything that is the same for all people at the moment of measuring. */
type Frame = {
  scope: Scope
  calendar: Calendar
  agreement: Agreement
  joined: ReadonlyMap<string, string>
  departments: readonly Department[]
  openings: readonly Opening[]
  /** The days on which somebody is away. */
  away: ReadonlyMap<string, ReadonlySet<string>>
  elsewhere: ReadonlyMap<string, PersonShare>
}

/**
 * Measures how people have taken to the modules they have, over the last four weeks (7.4), and keeps
 * it for good: for each person and module, and for all modules of a person together. Whoever has
 * been here or has had a module for less than two weeks is left out, as is whoever had no working
 * day; whoever has a module and never works with it counts as 0.
 * @returns how many people were measured
 */
export async function measureAdoption(scope: Scope, modules: readonly Module[]): Promise<number> {
  const declared = modules.filter(({ adoption }) => adoption)
  const at = scope.now()
  const period: Period = { from: new Date(at.getTime() - windowDays * 86_400_000), to: at }
  const { version, agreement } = await readAgreement(scope, modules)
  const frame: Frame = {
    scope,
    agreement,
    calendar: await readCalendar(scope),
    joined: await readJoined(scope),
    departments: (await readSnapshot(scope.db, scope.company.id)).departments,
    openings: await readOpenings(scope),
    elsewhere: byPerson(await readElsewhere(scope, period.from)),
    away: await readAway(scope, shiftDay(today(scope), 1 - windowDays), today(scope)),
  }
  const known = await readKnown(scope, declared, period)
  const aside = new Set(declared.filter(isAside).map(({ id }) => id))
  const members = await readMembers(scope)
  const rows = members.flatMap((member) => {
    const theirs = known.flatMap((one) => evidenceOf(frame, member, one) ?? [])
    const joint = theirs.filter(({ module }) => !aside.has(module))
    const all = joint.length > 0 ? [...theirs, together(joint)] : theirs
    return all.map((evidence) => rowOf(frame, member, evidence))
  })
  const common = { at, formulaVersion, agreement: version }
  await insertMany(
    scope,
    adoptionSnapshots,
    rows.map((row) => ({ ...row, ...common })),
  )
  return new Set(rows.map(({ userId }) => userId)).size
}

async function readKnown(
  scope: Scope,
  modules: readonly Module[],
  period: Period,
): Promise<Known[]> {
  const work = await readWork(scope, modules, period)
  const known: Known[] = []
  for (const module of modules)
    known.push({
      module,
      work: byPerson(work.filter((one) => one.module === module.id)),
      prompt: await readShares(scope, module.adoption?.prompt?.(scope, period)),
      ahead: await readShares(scope, module.adoption?.ahead?.(scope)),
    })
  return known
}

const readShares = async (scope: Scope, query: SQL | undefined) =>
  byPerson(query ? await scope.db.execute<PersonShare>(query) : [])

const byPerson = <Row extends { person: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.person, row]))

const readJoined = async ({ db, company }: Scope): Promise<Map<string, string>> =>
  new Map(
    (
      await db.execute<{ id: string; day: string }>(sql`
        select id, (created_at at time zone ${company.timeZone})::date::text as day
        from core.users where company_id = ${company.id}`)
    ).map(({ id, day }) => [id, day]),
  )

/** What there is to say of a person in a module; undefined when they count nowhere. */
function evidenceOf(frame: Frame, member: Member, known: Known): Evidence | undefined {
  const { scope, calendar, agreement, joined, departments, openings, away, elsewhere } = frame
  const { module, work, prompt, ahead } = known
  const { adoption, id } = module
  const factor = most(agreement.days, member.roles)
  const since = openSince(
    openings.filter((opening) => opening.module === id),
    departments,
    member,
  )
  if (!adoption || factor === 0 || !since) return undefined
  if (adoption.aside && !member.roles.some((role) => adoption.aside?.includes(role)))
    return undefined
  if (scope.modules.of(member).state(id) === 'off') return undefined
  const day = today(scope)
  const begun = [formatDay(scope.company.timeZone, since), joined.get(member.id) ?? day]
  const from = begun.sort().at(-1) ?? day
  if (from > shiftDay(day, -graceDays)) return undefined
  const first = shiftDay(day, 1 - windowDays)
  const days = workingDays(calendar, from > first ? from : first, day, away.get(member.id))
  if (days === 0) return undefined
  const did = work.get(member.id)
  return {
    module: id,
    days: did?.days ?? [],
    expectedDays: factor * days,
    recorded: did?.recorded ?? 0,
    expectedRecords: (most(agreement.weekly[id] ?? {}, member.roles) * days) / 5,
    prompt: prompt.get(member.id),
    ahead: ahead.get(member.id),
    used: did?.deeds.length ?? 0,
    features: adoption.deeds.length,
    // What is kept outside of the product is asked about customers.
    pure: adoption.aside ? undefined : elsewhere.get(member.id),
  }
}

function rowOf({ scope, calendar, agreement, away }: Frame, member: Member, evidence: Evidence) {
  const shares = sharesOf(evidence)
  const day = today(scope)
  const last = evidence.days.toSorted().at(-1) ?? shiftDay(day, -windowDays)
  const idle = workingDays(calendar, shiftDay(last, 1), day, away.get(member.id))
  return {
    module: evidence.module,
    userId: member.id,
    departmentId: member.departmentId,
    value: indexOf(shares, agreement.weights).value ?? 0,
    parts: madeOf(evidence, shares),
    dormant: idle > dormantDays,
  }
}
