import { sql } from 'drizzle-orm'
import type { Calendar } from '../../../core/calendar/calendar.ts'
import { readCalendar, today } from '../../../core/calendar/reading.ts'
import { queueJob } from '../../../core/jobs.ts'
import type { Job } from '../../../core/module.ts'
import { notifyMany } from '../../../core/notify/notify.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { batchSize, type Kept, keptIn, type Place } from './kept.ts'
import { type Pooled, pooledKinds } from './kinds.ts'
import { putIntoPool } from './moving.ts'
import { type Pool, readPools, ruleFor } from './pools.ts'
import { type Due, dueOf, stepOn } from './rules.ts'
import { poolWarnings } from './schema.ts'

/** More of one department's go back on the next day: a pool is not filled at one blow. */
const mostADay = 5_000

/** How far a night's work has come: in which department, behind which record, and how many went back. */
export type Round = { at: number; after?: Place; returned: number }

export const firstRound: Round = { at: 0, returned: 0 }

/**
 * Takes back what nobody followed up in time, and warns its owners some days before. Only on working
 * days: nobody finds customers gone after a holiday who would have called. Each batch is a job of its
 * own, so that nobody waits long for a record and nothing is done twice after an interruption.
 */
export const returnJob: Job<'sales'> = {
  name: 'sales.return-to-pool',
  cron: '20 19 * * *',
  run: async (scope, payload, registry) => {
    const next = await returnOverdue(scope, registry, { ...firstRound, ...payload })
    if (next) await queueJob(scope.db, returnJob.name, next)
  },
}

/** Goes through one batch on the day of the scope's clock. @returns the next one, if there is any */
export async function returnOverdue(
  scope: Scope,
  registry: Registry,
  { at, after, returned }: Round,
): Promise<Round | undefined> {
  const places = await placesOf(scope)
  const place = places[at]
  if (!place) return undefined
  const { pool, pooled, department } = place
  const batch = await keptIn(scope, pooled, department, after)
  const { overdue, near } = await weigh(scope, pool, batch)
  const back = overdue.slice(0, mostADay - returned)
  for (const why of ['follow-up', 'deal'] as const) {
    const ids = back.flatMap(({ id, due }) => (due.why === why ? id : []))
    if (ids.length > 0) await putIntoPool(scope, registry, pooled, pool, ids, why, true)
  }
  await warn(scope, pooled, near)
  const last = batch.length === batchSize ? batch.at(-1) : undefined
  if (last && returned + back.length < mostADay) {
    const { sortName, id } = last
    return { at, after: { sortName, id }, returned: returned + back.length }
  }
  return at + 1 < places.length ? { at: at + 1, returned: 0 } : undefined
}

type InPlace = { pool: Pool; pooled: Pooled; department: string }

/** Every department of every pool, with every kind of record, always in the same order. */
async function placesOf(scope: Scope): Promise<InPlace[]> {
  const pools = await readPools(scope)
  const below = await scope.db.execute<{ pool: string; department: string }>(sql`
    with recursive below as (
      select p.id as pool, p.department_id as id from sales.pools p
      where p.company_id = ${scope.company.id} and p.archived_at is null
      union
      select b.pool, d.id from core.departments d join below b on d.parent_id = b.id
      where d.company_id = ${scope.company.id})
    select pool, id as department from below order by pool, id`)
  return pools.flatMap((pool) =>
    pooledKinds.flatMap((pooled) =>
      below
        .filter((one) => one.pool === pool.id)
        .map(({ department }) => ({ pool, pooled, department })),
    ),
  )
}

type Weighed = Kept & { due: Due }

/** What is to go back today, and what its owners are to be warned of. */
async function weigh(scope: Scope, pool: Pool, batch: readonly Kept[]) {
  const calendar: Calendar = await readCalendar(scope)
  const [overdue, near]: [Weighed[], Weighed[]] = [[], []]
  for (const kept of batch) {
    const rule = ruleFor(pool, kept.level)
    const due = dueOf(calendar, rule, kept)
    const step = stepOn(today(scope), rule, due)
    if (due && step === 'return') overdue.push({ ...kept, due })
    if (due && step === 'warn') near.push({ ...kept, due })
  }
  return { overdue, near }
}

/** Tells owners once of each day on which they lose a record. */
async function warn(scope: Scope, { kind: { object } }: Pooled, near: readonly Weighed[]) {
  if (near.length === 0) return
  const fresh = await scope.db
    .insert(poolWarnings)
    .values(
      near.map(({ id, due }) => ({
        ...{ companyId: scope.company.id, object, recordId: id, dueOn: due.on },
      })),
    )
    .onConflictDoNothing()
    .returning({ id: poolWarnings.recordId })
  const ids = new Set(fresh.map(({ id }) => id))
  await notifyMany(
    scope,
    near
      .filter(({ id }) => ids.has(id))
      .map(({ id, ownerId, due: { on, why } }) => ({
        ...{ person: ownerId, kind: 'sales.pool-warned', data: { on, why } },
        about: { object, recordId: id },
      })),
  )
}
