import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openPool } from '../../core/db/connection.ts'
import { connectionTo } from '../../core/db/embedded.ts'
import { isRunning, type Running, startProduct, until } from '../setup/product.ts'

// Each test starts the whole product, some twice, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })

const statusOf = async (url: string) => {
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) })
  await response.text()
  return response.status
}

/** Makes the first-run page wait, as a page with a slow query does, until `release`. */
async function slowRequest({ folder, url }: Running) {
  const pool = openPool({ ...(await connectionTo(folder)), database: 'stepwise' }, 2)
  const held = Promise.withResolvers<void>()
  const locked = Promise.withResolvers<void>()
  const holding = pool.begin(async (db) => {
    await db`lock table core.companies in access exclusive mode`
    locked.resolve()
    await held.promise
  })
  await locked.promise
  const answer = fetch(`${url}/setup?token=unknown`).then(
    async (response) => ({ status: response.status, text: await response.text() }),
    () => 'cut',
  )
  await until(async () => {
    const [row] = await pool`select count(*)::int as waiting from pg_locks where not granted`
    return row?.waiting > 0
  })
  // The connection is lost together with PostgreSQL, and that is not what these tests are about.
  holding.catch(() => {})
  const release = async () => {
    held.resolve()
    await holding.catch(() => {})
    await pool.end({ timeout: 1 })
  }
  onTestFinished(release)
  return { answer, release }
}

test('after kill -9 in the middle of a query the next start serves again', async () => {
  const first = await startProduct()
  const { answer } = await slowRequest(first)
  process.kill(await first.serverPid(), 'SIGKILL')
  expect(await answer).toBe('cut')
  expect(await first.exited).not.toBe(0)
  const second = await startProduct({ folder: first.folder })
  expect(await statusOf(`${second.url}/login`)).toBe(200)
})

test('while PostgreSQL is dead people are asked to wait, never shown an error, and it heals', async () => {
  const { url, postgresPid, said } = await startProduct()
  process.kill(await postgresPid(), 'SIGKILL')
  const seen = new Set<number>()
  await until(async () => {
    seen.add(await statusOf(`${url}/login`))
    return said().includes('The database is back')
  })
  await until(async () => (await statusOf(`${url}/readyz`)) === 200)
  expect(await statusOf(`${url}/login`)).toBe(200)
  for (const status of seen) expect([200, 503]).toContain(status)
})

test('after kill -9 of server and PostgreSQL at once the next start serves again', async () => {
  const first = await startProduct()
  const pids = [await first.postgresPid(), await first.serverPid()]
  for (const pid of pids) process.kill(pid, 'SIGKILL')
  await first.exited
  const second = await startProduct({ folder: first.folder })
  expect(await statusOf(`${second.url}/login`)).toBe(200)
})

test('a lock file that names somebody else’s process stops no start and harms nobody', async () => {
  const first = await startProduct()
  const lock = join(first.folder, 'pg18/postmaster.pid')
  const text = await readFile(lock, 'utf8')
  first.launcher.kill('SIGTERM')
  expect(await first.exited).toBe(0)
  await writeFile(lock, text.replace(/^\d+/, String(process.pid)))
  const second = await startProduct({ folder: first.folder })
  expect(await statusOf(`${second.url}/login`)).toBe(200)
})

test('SIGTERM lets a slow request finish, takes no new one, and PostgreSQL stops in order', async () => {
  const product = await startProduct()
  const { answer, release } = await slowRequest(product)
  product.launcher.kill('SIGTERM')
  // An address that asks the database nothing: it would wait for the lock as well.
  await until(() =>
    fetch(`${product.url}/healthz`).then(
      () => false,
      () => true,
    ),
  )
  expect(product.launcher.exitCode).toBeNull()
  await release()
  expect(await answer).toMatchObject({ status: 404, text: expect.stringContaining('</html>') })
  expect(await product.exited).toBe(0)
  const log = await readFile(join(product.folder, 'postgres.log'), 'utf8')
  expect(log).toContain('database system is shut down')
})

test('when the launcher is killed, server and PostgreSQL end by themselves', async () => {
  const product = await startProduct()
  const pids = [await product.serverPid(), await product.postgresPid()]
  product.launcher.kill('SIGKILL')
  for (const pid of pids) await until(async () => !(await isRunning(pid)))
})
