import { once } from 'node:events'
import { mkdir, readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { launch, newFolder, startProduct } from '../setup/product.ts'

// Each test starts the whole product, some twice, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })

test('a second start on the same data says who runs there, and leaves that one alone', async () => {
  const first = await startProduct()
  const second = launch(['start'], { folder: first.folder })
  expect(await second.exited).toBe(1)
  const pid = await first.serverPid()
  expect(second.said()).toContain(
    `Already running on ${first.folder} (process ${pid}, ${first.url})`,
  )
  expect(second.said().trim().split('\n')).toHaveLength(1)
  expect((await fetch(`${first.url}/login`)).status).toBe(200)
})

test('a taken port is named with a cure, and no database is created', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { exited, said, folder } = launch(['start'], { env: { PORT: String(port) } })
  expect(await exited).toBe(1)
  expect(said()).toMatch(
    new RegExp(`^Port ${port} on 127.0.0.1 is taken .* set PORT to a free one`),
  )
  expect(await readdir(folder)).toEqual([])
})

test('data of another PostgreSQL are refused by their version and stay as they are', async () => {
  const folder = newFolder()
  await mkdir(join(folder, 'pg17'))
  const { exited, said } = launch(['start'], { folder })
  expect(await exited).toBe(1)
  expect(said()).toContain('holds a database of PostgreSQL 17')
  expect(await readdir(folder)).not.toContain('pg18')
})

test('an external database that is not there is named with its place, not with a stack', async () => {
  const env = { DATABASE_URL: 'postgres://lin:secret@127.0.0.1:1/crm' }
  const { exited, said } = launch(['start'], { env })
  expect(await exited).toBe(1)
  expect(said()).toContain('The database at 127.0.0.1:1 cannot be used')
  expect(said()).not.toContain('secret')
  expect(said().trim().split('\n')).toHaveLength(1)
})

test('the rest of an interrupted creation is swept away', async () => {
  const folder = newFolder()
  await mkdir(join(folder, 'pg18.tmp.0123'))
  await startProduct({ folder })
  expect(await readdir(folder)).not.toContain('pg18.tmp.0123')
})

test('a command of the command line works beside the running product and without it', async () => {
  const product = await startProduct()
  const beside = launch(['crm', 'migrate', '--json'], { folder: product.folder })
  expect(await beside.exited).toBe(0)
  expect(JSON.parse(beside.said())).toEqual({ applied: [] })
  expect((await fetch(`${product.url}/login`)).status).toBe(200)
  product.launcher.kill('SIGTERM')
  expect(await product.exited).toBe(0)
  const alone = launch(['crm', 'doctor', '--json'], { folder: product.folder })
  expect(await alone.exited).toBe(0)
  expect(JSON.parse(alone.said())).toMatchObject({ fine: true })
})

test('two serving processes share the port, and one that dies is replaced', async () => {
  const product = await startProduct({ env: { WEB_CONCURRENCY: '2', LOG_LEVEL: 'info' } })
  const serving = async () => {
    const response = await fetch(`${product.url}/login`, { headers: { connection: 'close' } })
    await response.text()
    return response.status
  }
  for (let request = 0; request < 4; request += 1) expect(await serving()).toBe(200)
  const pids = () =>
    new Set([...product.said().matchAll(/"pid":(\d+)/g)].map((match) => Number(match[1])))
  // What a process says to its operator comes at most a second late.
  await expect.poll(() => pids().size, { timeout: 10_000 }).toBe(2)
  const [victim = 0] = pids()
  process.kill(victim, 'SIGKILL')
  await expect.poll(() => product.said(), { timeout: 10_000 }).toContain('starting another')
  for (let request = 0; request < 4; request += 1) expect(await serving()).toBe(200)
  product.launcher.kill('SIGTERM')
  expect(await product.exited).toBe(0)
})
