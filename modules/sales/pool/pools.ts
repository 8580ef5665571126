import { and, eq, type SQL, sql } from 'drizzle-orm'
import { addClosedPlace } from '../../../core/access/closed-place.ts'
import { newId } from '../../../core/db/id.ts'
import type { Part } from '../../../core/db/together.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { poolText } from './messages.ts'
import type { ClaimRule, ReturnRule } from './rules.ts'
import { poolLevels, pools } from './schema.ts'

export const poolObject = 'sales.pool'

/** The days of a level, where they differ from those of the pool. */
export type LevelDays = { level: string; followDays: number | null; dealDays: number | null }

/** What a company says of a pool. */
export type PoolInput = ReturnRule &
  ClaimRule & {
    name: string
    departmentId: string
    /** Fields that nobody sees before claiming. */
    hidden: string[]
    levels: LevelDays[]
  }

export type Pool = PoolInput & {
  id: string
  placeId: string
  department: string
  version: number
}

const columns = sql`p.id, p.name, p.department_id as "departmentId", p.place_id as "placeId",
  d.name as department, p.version, p.follow_days as "followDays", p.deal_days as "dealDays",
  p.warn_days as "warnDays", p.working_days as "workingDays", p.daily_limit as "dailyLimit",
  p.cooldown_days as "cooldownDays", p.delay_days as "delayDays", p.person_cap as "personCap",
  p.department_cap as "departmentCap", p.hidden, coalesce((
    select json_agg(json_build_object('level', l.level, 'followDays', l.follow_days,
      'dealDays', l.deal_days) order by l.level)
    from ${poolLevels} l where l.company_id = p.company_id and l.pool_id = p.id), '[]') as levels`

/** All pools of a company, by name. There are few. */
export const readPools = (scope: Scope): Promise<Pool[]> =>
  scope.db.execute<Pool>(poolsWhere(scope, sql`true`))

/** The pools somebody claims from: those of their department and of the ones above it; all for who sees all. */
export const poolsFor = (scope: Scope): Promise<Pool[]> =>
  scope.db.execute<Pool>(poolsToClaim(scope).query)

/** The same, to be read in company. */
export function poolsToClaim(scope: Scope): Part<Pool> {
  const { user } = scope
  const seesAll = user.reach.get('sales.pool.assign') === 'all' && user.roles.includes('admin')
  const mine = sql`(d.key = any(${sql.param(user.departmentKeys)}::text[])
    or d.id = any(${sql.param(user.treeIds)}::uuid[]))`
  return { query: poolsWhere(scope, seesAll ? sql`true` : mine) }
}

const poolsWhere = (scope: Scope, where: SQL): SQL => sql`
  select ${columns} from ${pools} p
  join core.departments d on d.company_id = p.company_id and d.id = p.department_id
  where p.company_id = ${scope.company.id} and p.archived_at is null and ${where}
  order by p.name, p.id limit 200`

/** One of those. @throws Refusal 404 */
export async function poolFor(scope: Scope, id: string): Promise<Pool> {
  const pool = (await poolsFor(scope)).find((one) => one.id === id)
  if (!pool) throw notFound()
  return pool
}

const valuesOf = ({ levels: _, ...pool }: PoolInput) => pool

/** Opens a pool, with a closed department in which its records stand. @returns its id */
export async function openPool(scope: Scope, input: PoolInput): Promise<string> {
  const id = newId()
  const placeId = await addClosedPlace(scope, poolText(scope.locale).place(input.name), poolObject)
  await scope.db
    .insert(pools)
    .values({ companyId: scope.company.id, id, placeId, ...valuesOf(input) })
  await setLevels(scope, id, input.levels)
  await recordAudit(scope, { action: 'created', object: poolObject, recordId: id, after: input })
  return id
}

/** Changes what a pool allows. @returns conflict when somebody changed it meanwhile */
export async function changePool(
  scope: Scope,
  old: Pool,
  version: number,
  input: PoolInput,
): Promise<'changed' | 'conflict'> {
  const changed = await scope.db
    .update(pools)
    .set({ ...valuesOf(input), updatedAt: sql`now()`, version: sql`${pools.version} + 1` })
    .where(
      and(eq(pools.companyId, scope.company.id), eq(pools.id, old.id), eq(pools.version, version)),
    )
    .returning({ id: pools.id })
  if (changed.length === 0) return 'conflict'
  await setLevels(scope, old.id, input.levels)
  const { id: _, placeId: __, department: ___, version: ____, ...before } = old
  await recordAudit(scope, {
    ...{ action: 'changed', object: poolObject, recordId: old.id },
    ...differences<Record<string, unknown>>(before, input),
  })
  return 'changed'
}

async function setLevels(scope: Scope, poolId: string, levels: readonly LevelDays[]) {
  const companyId = scope.company.id
  await scope.db
    .delete(poolLevels)
    .where(and(eq(poolLevels.companyId, companyId), eq(poolLevels.poolId, poolId)))
  if (levels.length > 0)
    await scope.db.insert(poolLevels).values(levels.map((one) => ({ companyId, poolId, ...one })))
}

/** The days that hold for a record of a level. */
export function ruleFor(pool: Pool, level: string): ReturnRule {
  const own = pool.levels.find((one) => one.level === level)
  return own ? { ...pool, followDays: own.followDays, dealDays: own.dealDays } : pool
}
