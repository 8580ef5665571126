import { sql } from 'drizzle-orm'
import { monthsLater } from '../../../core/calendar/calendar.ts'
import { today } from '../../../core/calendar/reading.ts'
import { newId } from '../../../core/db/id.ts'
import type { Seed } from '../../../core/module.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { Random } from '../../../core/seed/random.ts'
import { deals } from '../deals/schema.ts'
import { stages } from '../pipelines/schema.ts'
import { firstOf } from './form.ts'
import { isMoney, type Measure } from './measures.ts'
import { readReached } from './reading.ts'
import { targets } from './schema.ts'

const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_, at) => firstOf(year, at + 1))
/** Months for which somebody is given a target by what they expect to win. */
const ahead = [0, 1, 2, 3, 4, 5]

/** What somebody reaches in an average month, of which their targets are made. */
type Average = { ownerId: string; value: number }

/**
 * Gives people targets, month by month: for this year about as much as they have reached so far, of what
 * is won for the months ahead about as much as they expect, and for the last year before in which something
 * was won about as much as that; for some a little more and for others a little less. Who has reached or
 * expects nothing gets none, and whoever has targets keeps them.
 */
async function seedTargets(scope: Scope, count: number, random: Random): Promise<void> {
  const people = await scope.db.execute<{ id: string }>(sql`
    select id from core.users u where company_id = ${scope.company.id} and disabled_at is null
      and department_id is not null and not exists (select from ${targets} t
        where t.company_id = u.company_id and t.owner_id = u.id)
    order by id limit ${count}`)
  const now = Number(today(scope).slice(0, 4))
  const set = (measure: Measure, months: readonly string[], averages: readonly Average[]) =>
    setFor(scope, measure, months, averages, people, random)
  const past = scope.now().getUTCMonth() + 1
  for (const measure of ['received', 'activities'] as const)
    await set(measure, monthsOf(now), await reachedOnAverage(scope, measure, now, past))
  const first = `${today(scope).slice(0, 7)}-01`
  const coming = ahead.map((months) => monthsLater(first, months))
  await set('won', coming, await expectedOnAverage(scope, first))
  const before = await lastYearWon(scope, now)
  if (before) await set('won', monthsOf(before), await reachedOnAverage(scope, 'won', before, 12))
}

/** The last year before this one in which a deal was won. */
async function lastYearWon({ db, company }: Scope, now: number): Promise<number | null> {
  const [row] = await db.execute<{ year: number | null }>(sql`
    select extract(year from max(closed_on))::int as year from ${deals}
    where company_id = ${company.id} and outcome = 'won' and closed_on < ${`${now}-01-01`}::date`)
  return row?.year ?? null
}

async function setFor(
  scope: Scope,
  measure: Measure,
  months: readonly string[],
  averages: readonly Average[],
  people: readonly { id: string }[],
  random: Random,
): Promise<void> {
  const rows = people.flatMap(({ id: ownerId }) => {
    const average = averages.find((one) => one.ownerId === ownerId)?.value ?? 0
    const value = near(measure, average, random)
    return months.map((startsOn) => ({
      ...{ id: newId(), measure, ownerId, departmentId: null, months: 1, value, startsOn },
      currency: isMoney(measure) ? scope.company.currency : null,
    }))
  })
  await insertMany(
    scope,
    targets,
    rows.filter(({ value }) => value > 0),
  )
}

/** A round number near what comes in an average month. */
function near(measure: Measure, average: number, random: Random): number {
  const step = isMoney(measure) ? 500_000 : 1
  return Math.ceil((average * (0.8 + random.below(50) / 100)) / step) * step
}

async function reachedOnAverage(
  scope: Scope,
  measure: Measure,
  year: number,
  past: number,
): Promise<Average[]> {
  const months = await readReached(scope, measure, year)
  const sums = new Map<string, number>()
  for (const reached of months.values())
    for (const [who, value] of reached) sums.set(who, (sums.get(who) ?? 0) + value)
  return [...sums].map(([ownerId, all]) => ({ ownerId, value: all / past }))
}

/** What people's open deals come to in the months ahead, each by the probability of its stage. */
const expectedOnAverage = ({ db, company }: Scope, first: string): Promise<Average[]> =>
  db.execute<Average>(sql`
    select ${deals.ownerId} as "ownerId",
      (sum(${deals.amountMinor} * s.probability / 100.0) / ${ahead.length}::int)::float8 as value
    from ${deals} join ${stages} s on s.company_id = ${company.id} and s.id = ${deals.stageId}
    where ${deals.companyId} = ${company.id} and ${deals.archivedAt} is null
      and ${deals.outcome} = 'open' and ${deals.ownerId} is not null
      and ${deals.amountCurrency} = ${company.currency} and ${deals.closesOn} >= ${first}::date
      and ${deals.closesOn} < ${monthsLater(first, ahead.length)}::date
    group by 1`)

export const targetSeed: Seed = { key: 'targets', make: seedTargets }
