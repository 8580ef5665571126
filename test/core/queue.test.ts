import { afterAll, beforeAll, expect, test } from 'vitest'
import { freeJobsOfTheDead } from '../../core/queue-presence.ts'
import { type Office, openOffice } from '../setup/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

/** Puts a job into the queue as a worker took it some time ago; nobody here knows such a task. */
async function takenJob(worker: string, ago: string): Promise<void> {
  const { queuePool } = office.app.product
  await queuePool.query(`select from graphile_worker.add_job('test.unknown', job_key => $1)`, [
    worker,
  ])
  await queuePool.query(
    `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - $2::interval
    where key = $1`,
    [worker, ago],
  )
}

async function holders(): Promise<string[]> {
  const { rows } = await office.app.product.queuePool.query<{ worker: string }>(
    `select locked_by as worker from graphile_worker._private_jobs
    where locked_by is not null order by locked_by`,
  )
  return rows.map(({ worker }) => worker)
}

test('jobs of dead workers are freed, never those of one that lives or has only just begun', async () => {
  const { queuePool } = office.app.product
  const living = await queuePool.connect()
  await living.query(`select pg_advisory_lock_shared(1869, hashtext('living'))`)
  await takenJob('living', '3 hours')
  await takenJob('dead', '1 minute')
  await takenJob('beginner', '1 second')
  await freeJobsOfTheDead(queuePool)
  expect(await holders()).toEqual(['beginner', 'living'])
  living.release(true)
})
