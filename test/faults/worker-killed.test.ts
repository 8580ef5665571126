import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openPool, type Pool } from '../../core/db/connection.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'
import { until } from '../setup/until.ts'
import { beginImport, foundCompany, openContacts, progressOf, startBeside } from './office.ts'

/** Some 30 s on an idle machine. */
const timeout = 150_000
const rows = 10_000

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const holdersOf = async (eyes: Pool): Promise<string[]> => {
  const taken = await eyes<{ worker: string }[]>`
    select locked_by as worker from graphile_worker._private_jobs where locked_by is not null`
  return taken.map(({ worker }) => worker)
}

test('a job that a killed process had taken is soon done by another on the same database', {
  timeout,
}, async () => {
  const one = await startBeside(database)
  const cookie = await foundCompany(one)
  await openContacts(one.url, cookie)
  const other = await startBeside(database)
  const otherPid = await other.serverPid()
  const eyes = openPool(database.admin, 1)
  onTestFinished(() => eyes.end())

  // It lives, but takes nothing: the job is the first one's.
  process.kill(otherPid, 'SIGSTOP')
  await beginImport(one.url, cookie, rows)
  const isWellBegun = async () => ((await progressOf(eyes))?.done ?? 0) >= rows / 10
  await until('a tenth is imported', isWellBegun, 30)
  process.kill(await one.serverPid(), 'SIGKILL')
  await one.exited
  const [dead] = await holdersOf(eyes)
  expect(dead).toMatch(/^pool-/)
  expect((await progressOf(eyes))?.state).toBe('running')

  process.kill(otherPid, 'SIGCONT')
  const isDone = async () => {
    const found = await progressOf(eyes)
    return found?.state === 'done' && found
  }
  expect(await until('the import is done', isDone, 90)).toMatchObject({
    ...{ done: rows, created: rows, updated: 0, skipped: 0 },
  })
  expect(await holdersOf(eyes)).not.toContain(dead)
})
