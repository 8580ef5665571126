import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { isMoney, type Measure, type Target, type Who } from './measures.ts'
import { targets } from './schema.ts'

export const targetObject = 'sales.target'

/** Sets somebody's targets for one measure and year; what is not among them any more is gone. */
export async function setTargets(
  scope: Scope,
  measure: Measure,
  who: Who,
  year: number,
  wanted: readonly Omit<Target, 'who'>[],
): Promise<void> {
  const column = who.kind === 'person' ? sql`owner_id` : sql`department_id`
  const old = await scope.db.execute<Omit<Target, 'who'>>(sql`
    delete from ${targets} where company_id = ${scope.company.id} and measure = ${measure}
      and ${column} = ${who.id} and starts_on >= ${`${year}-01-01`}::date
      and starts_on <= ${`${year}-12-31`}::date
    returning starts_on::text as "startsOn", months, value::float8 as value`)
  await insertMany(
    scope,
    targets,
    wanted.map((target) => ({
      ...{ id: newId(), measure, ...target },
      ownerId: who.kind === 'person' ? who.id : null,
      departmentId: who.kind === 'department' ? who.id : null,
      currency: isMoney(measure) ? scope.company.currency : null,
      createdBy: scope.actorId,
    })),
  )
  const [before, after] = [old, wanted].map(sayAll)
  if (before === after) return
  await recordAudit(scope, {
    ...{ action: 'changed', object: targetObject, recordId: who.id },
    before: { measure, targets: before },
    after: { measure, targets: after },
  })
}

/** All of a year in one line: 2026-01 5000, 2026-Q2 12000. */
const sayAll = (all: readonly Omit<Target, 'who'>[]): string =>
  [...all]
    .sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.months - b.months)
    .map(({ startsOn, months, value }) => {
      const [year, month = '1'] = startsOn.split('-')
      const when = months === 3 ? `Q${Math.ceil(Number(month) / 3)}` : month
      return `${year}-${when} ${value}`
    })
    .join(', ')
