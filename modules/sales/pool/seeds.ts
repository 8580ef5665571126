import { sql } from 'drizzle-orm'
import { readDepartments, treeOf } from '../../../core/access/department-tree.ts'
import type { Seed } from '../../../core/module.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { leadKind } from '../leads/kind.ts'
import { leads } from '../leads/schema.ts'
import { poolText } from './messages.ts'
import { openPool, readPools } from './pools.ts'
import { poolEntries } from './schema.ts'

/** So many of the oldest leads a pool begins with, at the most. */
const first = 12

/** Opens pools, one for each of the departments with most people, and lays old leads into them. */
export const poolSeed: Seed = {
  key: 'pools',
  make: async (scope, count) => {
    const biggest = treeOf(await readDepartments(scope)).sort(
      (one, other) => other.peopleBelow - one.peopleBelow,
    )
    for (const { id, name, children } of biggest.slice(0, count)) {
      const pool = await openPool(scope, {
        ...{ name: `${name} ${poolText(scope.locale).title}`.slice(0, 40), departmentId: id },
        ...{ followDays: 90, dealDays: null, warnDays: 14, workingDays: false, dailyLimit: 20 },
        ...{ cooldownDays: 7, delayDays: null, personCap: null, departmentCap: null },
        ...{ hidden: ['phone', 'email'], levels: [] },
      })
      await layDown(scope, pool, [id, ...children.map((child) => child.id)])
    }
  },
}

/** Lays the oldest leads of some departments into a pool, as if nobody had followed them up. */
async function layDown(scope: Scope, pool: string, departments: readonly string[]): Promise<void> {
  const { id: company } = scope.company
  const place = (await readPools(scope)).find(({ id }) => id === pool)?.placeId
  const old = sql`select id, owner_id from ${leads} where company_id = ${company}
    and department_id = any(${sql.param(departments)}::uuid[]) and archived_at is null
    and converted_at is null order by created_at, id limit ${first}`
  const laid = await scope.db.execute<{ id: string; formerOwnerId: string | null }>(sql`
    update ${leads} l set owner_id = null, department_id = ${place} from (${old}) old
    where l.company_id = ${company} and l.id = old.id
    returning l.id, old.owner_id as "formerOwnerId"`)
  await insertMany(
    scope,
    poolEntries,
    laid.map(({ id: recordId, formerOwnerId }) => ({
      ...{ object: leadKind.object, recordId, poolId: pool, formerOwnerId },
      ...{ since: scope.now(), reason: 'follow-up' as const },
    })),
  )
}
