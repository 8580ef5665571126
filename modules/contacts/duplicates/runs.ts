import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { queueJob } from '../../../core/jobs.ts'
import type { Scope } from '../../../core/scope.ts'

/** Long work on duplicates, as far as it has come. */
export type Run = {
  id: string
  task: 'find' | 'merge'
  state: 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total: number
  count: number
  skipped: number
  pairs: string[] | null
  startedBy: string | null
  startedAt: Date
  finishedAt: Date | null
}

const columns = sql`id, task, state, done, total, count, skipped, pairs, started_by as "startedBy",
  started_at as "startedAt", finished_at as "finishedAt"`

/** Work that nobody has taken on for so long has died with its process. */
const lifetime = sql`interval '1 hour'`

/** The latest work of a kind; undefined before the first. */
export async function latestRun(scope: Scope, task: Run['task']): Promise<Run | undefined> {
  const [run] = await scope.db.execute<Run>(sql`
    select ${columns} from contacts.duplicate_runs
    where company_id = ${scope.company.id} and task = ${task} order by started_at desc limit 1`)
  return run
}

/** Holds a run while one step of it is done. @returns undefined when it has ended */
export async function holdRun(scope: Scope, id: string): Promise<Run | undefined> {
  const [run] = await scope.db.execute<Run>(sql`
    select ${columns} from contacts.duplicate_runs
    where company_id = ${scope.company.id} and id = ${id} and state = 'running' for update`)
  return run
}

/**
 * Begins long work as a job, unless the same is under way.
 * @param job name of the job that does its steps
 * @returns its id; undefined when one is running
 */
export async function beginRun(
  scope: Scope,
  job: string,
  { task, total, pairs }: Pick<Run, 'task' | 'total'> & { pairs?: readonly string[] },
): Promise<string | undefined> {
  const company = scope.company.id
  await scope.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${job} ${company}`}, 0))`,
  )
  await scope.db.execute(sql`
    update contacts.duplicate_runs set state = 'failed', finished_at = now()
    where company_id = ${company} and task = ${task} and state = 'running'
      and started_at < now() - ${lifetime}`)
  const id = newId()
  const begun = await scope.db.execute(sql`
    insert into contacts.duplicate_runs (company_id, id, task, state, total, pairs, started_by)
    select ${company}, ${id}, ${task}, 'running', ${total},
      ${pairs ? JSON.stringify(pairs) : null}::jsonb, ${scope.actorId}
    where not exists (select from contacts.duplicate_runs where company_id = ${company}
      and task = ${task} and state = 'running') returning id`)
  if (begun.length === 0) return undefined
  await queueJob(scope.db, job, { run: id })
  return id
}

type Step = { done?: number; count?: number; skipped?: number; end?: Run['state'] }

/** Notes a step of a run, and its end. */
export async function noteStep(scope: Scope, id: string, step: Step): Promise<void> {
  const { done = 0, count = 0, skipped = 0, end } = step
  await scope.db.execute(sql`
    update contacts.duplicate_runs set done = done + ${done}, count = count + ${count},
      skipped = skipped + ${skipped}, state = ${end ?? 'running'},
      finished_at = case when ${end !== undefined} then now() end
    where company_id = ${scope.company.id} and id = ${id} and state = 'running'`)
}

/** Ends the run of a job that was let go; a job that was to begin one has none. */
export async function endRun(scope: Scope, { run }: Record<string, unknown>): Promise<void> {
  if (typeof run === 'string') await noteStep(scope, run, { end: 'failed' })
}
