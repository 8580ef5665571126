import { expect, onTestFinished, test } from 'vitest'
import { openPool, type Pool } from '../../core/db/connection.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'
import type { Running } from '../setup/product.ts'
import { until } from '../setup/until.ts'
import { foundCompany, post, startBeside } from './office.ts'

/** Some 20 s on an idle machine. */
const timeout = 150_000

const override = {
  ...{ outcome: 'go', override: 'on', seen: '', expiresOn: '2999-01-01' },
  reason: 'The readiness survey is late because of the fair; leaders run it next week.',
  compensation: 'A survey on paper',
}

type Stage = { product: Running; cookie: string; database: FreshDatabase; eyes: Pool }

/** A firm that has just begun its rollout, on a PostgreSQL that outlives the product. */
async function begin(): Promise<Stage> {
  const database = await freshDatabase()
  onTestFinished(() => database.drop())
  const eyes = openPool(database.admin, 2)
  onTestFinished(() => eyes.end())
  const product = await startBeside(database)
  const cookie = await foundCompany(product)
  const [amy] = await eyes<{ id: string }[]>`select id from core.users`
  const id = amy?.id ?? ''
  const plan = { sponsor: id, lead: id, startsOn: '2026-11-02', size: '10' }
  expect((await post(product.url, '/rollout/plan', cookie, plan)).status).toBe(303)
  return { product, cookie, database, eyes }
}

/**
 * Kills the product in the middle of work: it is held up where it writes into a table, and never
 * gets any further. @returns the product, started again
 */
async function killAtWriting(
  { product, database, eyes }: Stage,
  table: string,
  work: () => Promise<unknown>,
): Promise<Running> {
  const holder = await eyes.reserve()
  await holder.unsafe(`begin; lock table ${table} in share mode`)
  work().catch(() => {})
  await until('it is held up', async () => {
    const waiting = await eyes`
      select from pg_stat_activity where wait_event_type = 'Lock' and query ilike ${`%${table}%`}`
    return waiting.length > 0
  })
  process.kill(await product.serverPid(), 'SIGKILL')
  await product.exited
  await holder.unsafe('rollback')
  holder.release()
  return startBeside(database)
}

test('a gate decision that was cut off half done is not done at all, and can be done again, once', {
  timeout,
}, async () => {
  const stage = await begin()
  const { product, cookie, eyes } = stage
  const decide = (at: Running) => post(at.url, '/rollout/gates/G0/decisions', cookie, override)
  // The decision, its work and the next stage are written by then; the lock of the next gate is not.
  const again = await killAtWriting(stage, 'flags.gate_locks', () => decide(product))
  const found = async () => {
    const [row] = await eyes`
      select (select count(*)::int from flags.gate_decisions) as decisions,
        (select count(*)::int from flags.work_items where origin = 'corrective') > 0 as work,
        (select count(*)::int from flags.stages where started_on is not null) as begun,
        (select count(*)::int from flags.gate_locks) as locks,
        (select count(*)::int from core.audit where action = 'decided') as audits`
    return row
  }
  const nothing = { decisions: 0, work: false, begun: 1, locks: 1, audits: 0 }
  expect(await found()).toEqual(nothing)
  expect((await decide(again)).status).toBe(303)
  const once = { decisions: 1, work: true, begun: 2, locks: 2, audits: 1 }
  expect(await found()).toEqual(once)
  expect((await decide(again)).status, 'it was decided meanwhile').toBe(409)
  expect(await found()).toEqual(once)
})

test('a weekly measuring that was cut off is done by itself, whole, and no week is written twice', {
  timeout,
}, async () => {
  const stage = await begin()
  const { eyes } = stage
  const measure = async () => eyes`select graphile_worker.add_job('rollout.snapshot')`
  await killAtWriting(stage, 'flags.metric_snapshots', measure)
  const found = async () => {
    const [row] = await eyes<{ rows: number; figures: number; weeks: number }[]>`
      select count(*)::int as rows, count(distinct (metric, department_id))::int as figures,
        count(distinct week)::int as weeks from flags.metric_snapshots`
    return row
  }
  const whole = await until(
    'the week is written down',
    async () => {
      const now = await found()
      return now && now.rows > 0 && now
    },
    90,
  )
  expect(whole).toEqual({ rows: whole.figures, figures: whole.figures, weeks: 1 })
  await measure()
  await until('the second measuring is over', async () => {
    const left = await eyes`
      select from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'rollout.snapshot'`
    return left.length === 0
  })
  expect(await found()).toEqual(whole)
})
