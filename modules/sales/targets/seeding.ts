import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import { newId } from '../../../core/db/id.ts'
import type { Seed } from '../../../core/module.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { Random } from '../../../core/seed/random.ts'
import { firstOf } from './form.ts'
import { isMoney, type Measure } from './measures.ts'
import { readReached } from './reading.ts'
import { targets } from './schema.ts'

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/**
 * Gives people targets for this year, month by month: about as much as they have reached so far, for
 * some a little more and for others a little less. Who has reached nothing gets none.
 */
async function seedTargets(scope: Scope, count: number, random: Random): Promise<void> {
  const people = await scope.db.execute<{ id: string }>(sql`
    select id from core.users where company_id = ${scope.company.id} and disabled_at is null
      and department_id is not null order by id limit ${count}`)
  const year = Number(today(scope).slice(0, 4))
  for (const measure of ['received', 'activities'] as const) {
    const reached = await readReached(scope, measure, year)
    const rows = people.flatMap(({ id: ownerId }) => {
      const all = months.reduce(
        (sum, at) => sum + (reached.get(firstOf(year, at))?.get(ownerId) ?? 0),
        0,
      )
      const value = monthly(scope, measure, all, random)
      return months.map((month) => ({
        ...{ id: newId(), measure, ownerId, departmentId: null, months: 1, value },
        startsOn: firstOf(year, month),
        currency: isMoney(measure) ? scope.company.currency : null,
      }))
    })
    await insertMany(
      scope,
      targets,
      rows.filter(({ value }) => value > 0),
    )
  }
}

/** A round number near what came in an average month. */
function monthly({ now }: Scope, measure: Measure, all: number, random: Random): number {
  const average = (all / (now().getUTCMonth() + 1)) * (0.8 + random.below(50) / 100)
  const step = isMoney(measure) ? 500_000 : 1
  return Math.ceil(average / step) * step
}

export const targetSeed: Seed = { key: 'targets', make: seedTargets }
