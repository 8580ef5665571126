import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Calendar } from '../../../core/calendar/calendar.ts'
import { readCalendar, today } from '../../../core/calendar/reading.ts'
import type { Part } from '../../../core/db/together.ts'
import type { Job } from '../../../core/module.ts'
import { notify } from '../../../core/notify/notify.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { activities } from '../../contacts/public.ts'
import { deals } from '../deals/schema.ts'
import { type Pooled, pooledKinds } from './kinds.ts'
import { putIntoPool } from './moving.ts'
import { type Pool, readPools, ruleFor } from './pools.ts'
import { type Due, dueOf, stepOn } from './rules.ts'
import { poolWarnings } from './schema.ts'

/** More are gone through on the next day; a pool is not filled at one blow either. */
const mostADay = 5_000

type Kept = {
  id: string
  ownerId: string
  level: string
  since: string
  followedUp: string | null
  hasDeal: boolean
}

/**
 * Takes back what nobody followed up in time, and warns its owners some days before. Only on working
 * days: nobody finds customers gone after a holiday who would have called.
 */
export const returnJob: Job<'sales'> = {
  name: 'sales.return-to-pool',
  cron: '20 19 * * *',
  run: (scope, _, registry) => returnOverdue(scope, registry),
}

/** What it does on the day of the scope's clock. */
export async function returnOverdue(scope: Scope, registry: Registry): Promise<void> {
  const calendar = await readCalendar(scope)
  for (const pool of await readPools(scope))
    for (const pooled of pooledKinds) await goThrough(scope, registry, calendar, pool, pooled)
}

async function goThrough(
  scope: Scope,
  registry: Registry,
  calendar: Calendar,
  pool: Pool,
  pooled: Pooled,
): Promise<void> {
  const day = today(scope)
  const overdue: { id: string; due: Due }[] = []
  for (const kept of await keptIn(scope, pool, pooled)) {
    const rule = ruleFor(pool, kept.level)
    const due = dueOf(calendar, rule, kept)
    const step = stepOn(day, rule, due)
    if (due && step === 'return') overdue.push({ id: kept.id, due })
    if (due && step === 'warn') await warn(scope, pooled, kept, due)
  }
  for (const why of ['follow-up', 'deal'] as const) {
    const ids = overdue.flatMap(({ id, due }) => (due.why === why ? id : []))
    if (ids.length > 0) await putIntoPool(scope, registry, pooled, pool, ids, why, true)
  }
}

/** What the rules ask of a record. */
function factsOf({ company }: Scope, { kind: { table, object, module }, level }: Pooled) {
  const day = (at: SQL) => sql`(${at} at time zone ${company.timeZone})::date::text`
  return sql`${table.id} as id, ${table.ownerId} as "ownerId", ${level} as level,
    ${day(sql`greatest(${table.createdAt}, (select max(t.at) from core.timeline t
      where t.company_id = ${company.id} and t.object = ${object} and t.record_id = ${table.id}
        and t.kind = ${`${module}.assigned`}))`)} as since,
    ${day(sql`(select max(a.happened_at) from ${activities} a where a.company_id = ${company.id}
      and a.object = ${object} and a.record_id = ${table.id} and a.archived_at is null)`)} as "followedUp",
    exists (select from ${deals} d where d.company_id = ${company.id} and d.account_id = ${table.id}
      and d.archived_at is null and d.outcome <> 'lost') as "hasDeal"`
}

/** What the people of a pool's department and of those below it look after. */
const keptIn = (scope: Scope, pool: Pool, pooled: Pooled): Promise<Kept[]> => {
  const { table } = pooled.kind
  const companyId = scope.company.id
  return scope.db.execute<Kept>(sql`
    with recursive below as (
      select id from core.departments where company_id = ${companyId} and id = ${pool.departmentId}
      union all
      select d.id from core.departments d join below on d.parent_id = below.id
      where d.company_id = ${companyId})
    select ${factsOf(scope, pooled)} from ${table}
    where ${table.companyId} = ${companyId} and ${table.ownerId} is not null and ${pooled.live}
      and ${table.departmentId} in (select id from below)
    order by ${table.updatedAt}, ${table.id} limit ${mostADay}`)
}

/** What the rules ask of one record, and the departments its people stand in, upwards. */
export type KeptIn = Kept & { above: string[] }

/** One record for who may let it go, to be read in company; nothing where nobody looks after it. */
export function keptRecord(scope: Scope, pooled: Pooled, id: string): Part<KeptIn> {
  const { table, assign } = pooled.kind
  const companyId = scope.company.id
  const query = sql`
    select ${factsOf(scope, pooled)}, (
      with recursive above as (
        select id, parent_id from core.departments
        where company_id = ${companyId} and id = ${table.departmentId}
        union all
        select d.id, d.parent_id from core.departments d join above on d.id = above.parent_id
        where d.company_id = ${companyId})
      select coalesce(array_agg(id), '{}') from above) as above
    from ${table} where ${table.companyId} = ${companyId} and ${table.id} = ${id}
      and ${table.ownerId} is not null and ${pooled.live} and ${within(scope, assign, table)}`
  return { query }
}

/** The last day on which its owner keeps a record, by the first pool that would take it. */
export function dueOfRecord(
  calendar: Calendar,
  pools: readonly Pool[],
  kept: KeptIn,
): Due | undefined {
  for (const pool of pools) {
    if (!kept.above.includes(pool.departmentId)) continue
    const due = dueOf(calendar, ruleFor(pool, kept.level), kept)
    if (due) return due
  }
  return undefined
}

/** Tells an owner once of each day on which they lose a record. */
async function warn(scope: Scope, { kind }: Pooled, { id, ownerId }: Kept, due: Due) {
  const made = await scope.db
    .insert(poolWarnings)
    .values({ companyId: scope.company.id, object: kind.object, recordId: id, dueOn: due.on })
    .onConflictDoNothing()
    .returning({ id: poolWarnings.recordId })
  if (made.length === 0) return
  const about = { object: kind.object, recordId: id }
  await notify(scope, [ownerId], 'sales.pool-warned', about, { on: due.on, why: due.why })
}
