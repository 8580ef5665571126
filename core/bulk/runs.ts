import { type SQL, sql } from 'drizzle-orm'
import { may } from '../access/person.ts'
import { newId } from '../db/id.ts'
import { readPlanned } from '../db/plan.ts'
import { notFound } from '../http/refusal.ts'
import { queueJob } from '../jobs.ts'
import { notify } from '../notify/notify.ts'
import { recordAudit } from '../records/audit.ts'
import type { Scope } from '../scope.ts'
import type { BulkOrder } from './order.ts'
import type { BulkState } from './schema.ts'

/** One deed done to many records; see the table. */
export type BulkRun = {
  id: string
  list: string
  order: BulkOrder
  total: number
  done: number
  changed: number
  unchanged: number
  refused: number
  state: BulkState
  failure: 'closed' | 'gone' | 'broken' | null
  startedBy: string
  startedByName: string
  startedAt: Date
  finishedAt: Date | null
}

export const bulkJob = 'core.bulk'

/** The most records that one deed reaches. */
export const mostRecords = 100_000

/** For so many days it is known which records were refused. */
const keptDays = 30

const columns = sql`r.id, r.list, r."order", r.total, r.done, r.changed, r.unchanged, r.refused,
  r.state, r.failure, r.started_by as "startedBy", u.name as "startedByName",
  r.started_at as "startedAt", r.finished_at as "finishedAt"`

/** How many records a query of ids finds, and no more than one beyond what can be done at once. */
export async function countIds(scope: Scope, ids: SQL): Promise<number> {
  const [row] = await readPlanned<{ count: number }>(
    scope.db,
    sql`select count(*)::int as count from (${ids} limit ${mostRecords + 1}) counted`,
  )
  return row?.count ?? 0
}

/**
 * Begins a deed: takes down which records it is for, and queues the work. What comes to the list or
 * leaves it later changes nothing of that.
 * @param ids a query of ids
 * @returns the run's id; undefined for none, and for more than can be done at once
 */
export async function beginRun(
  scope: Scope,
  list: string,
  order: BulkOrder,
  ids: SQL,
): Promise<string | undefined> {
  const id = newId()
  const company = scope.company.id
  await scope.db.execute(sql`
    insert into core.bulk_runs (company_id, id, list, "order", total, state, started_by)
    values (${company}, ${id}, ${list}, ${JSON.stringify(order)}::jsonb, 0, 'running', ${scope.user.id})`)
  const [taken] = await readPlanned<{ total: number }>(
    scope.db,
    sql`with taken as (
        insert into core.bulk_items (company_id, run_id, place, record_id)
        select ${company}, ${id}, row_number() over (order by found.id), found.id
        from (${ids} limit ${mostRecords + 1}) found returning place)
      select count(*)::int as total from taken`,
  )
  const total = taken?.total ?? 0
  if (total === 0 || total > mostRecords) {
    await scope.db.execute(
      sql`delete from core.bulk_runs where company_id = ${company} and id = ${id}`,
    )
    return undefined
  }
  await scope.db.execute(sql`
    update core.bulk_runs set total = ${total} where company_id = ${company} and id = ${id}`)
  await queueJob(scope.db, bulkJob, { run: id })
  return id
}

/** One run of this person's; who may see background work sees everybody's. @throws Refusal 404 */
export async function findRun(scope: Scope, id: string): Promise<BulkRun> {
  const mine = may(scope.user, 'core.jobs.view') ? sql`true` : sql`r.started_by = ${scope.user.id}`
  const [run] = await scope.db.execute<BulkRun>(sql`
    select ${columns} from core.bulk_runs r
    join core.users u on u.company_id = r.company_id and u.id = r.started_by
    where r.company_id = ${scope.company.id} and r.id = ${id} and ${mine}`)
  if (!run) throw notFound()
  return run
}

export type Refused = { recordId: string; why: string }

/** The records that were refused, the first two hundred. */
export const refusedIn = (scope: Scope, id: string): Promise<Refused[]> =>
  scope.db.execute<Refused>(sql`
    select record_id as "recordId", refused as why from core.bulk_items
    where company_id = ${scope.company.id} and run_id = ${id} and refused is not null
    order by place limit 200`)

/** Stops a run before its next batch; what is done stays. One that has ended stays as it is. */
export const cancelRun = (scope: Scope, id: string): Promise<void> => endRun(scope, id, 'cancelled')

/** Ends a running run, once, with its trace and a word to who began it. */
export async function endRun(
  scope: Scope,
  id: string,
  state: 'done' | 'cancelled' | 'failed',
  failure: BulkRun['failure'] = null,
): Promise<void> {
  const ended = await scope.db.execute(sql`
    update core.bulk_runs set state = ${state}, failure = ${failure}, finished_at = now()
    where company_id = ${scope.company.id} and id = ${id} and state = 'running' returning id`)
  if (ended.length === 0) return
  const { list, order, changed, unchanged, refused, startedBy } = await findRun(scope, id)
  await recordAudit(scope, {
    ...{ action: 'changed-many', object: 'core.bulk', recordId: id },
    after: { list, deed: order.deed, state, changed, unchanged, refused },
  })
  // It ran in their name while they looked elsewhere; who cancels one is there and sees it end.
  if (state !== 'cancelled')
    await notify(
      { ...scope, actorId: null },
      [startedBy],
      'core.bulk-ended',
      { recordId: id },
      {
        ...{ deed: order.deed, state },
        count: changed,
      },
    )
}

/** Forgets which records runs of long ago were for; what they did stands on the records. */
export async function forgetRuns(scope: Scope): Promise<void> {
  await scope.db.execute(sql`
    delete from core.bulk_runs where company_id = ${scope.company.id}
      and finished_at < now() - ${keptDays} * interval '1 day'`)
}
