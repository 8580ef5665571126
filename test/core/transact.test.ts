import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPool, type Pool } from '../../core/db/connection.ts'
import { type Database, inNoCompany } from '../../core/db/database.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'
import { until } from '../setup/until.ts'

let database: FreshDatabase
let pool: Pool
let eyes: Pool
beforeAll(async () => {
  database = await freshDatabase()
  pool = openPool(database.connections.app, 1)
  eyes = openPool(database.admin, 1)
})
afterAll(async () => {
  await pool.end()
  await eyes.end()
  await database.drop()
})

const backendOf = async (db: Database) =>
  (await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0]?.pid ?? 0

const gone = expect.objectContaining({ code: 'CONNECTION_CLOSED' })

test('who waits for a transaction hears at once that its connection was cut', async () => {
  const waiting = inNoCompany(pool, async (db) => {
    await eyes`select pg_terminate_backend(${await backendOf(db)})`
    await new Promise(() => {})
  })
  await expect(waiting).rejects.toEqual(gone)
})

test('a query that is cut in the middle fails, and the roll-back has nobody to go to', async () => {
  const waiting = inNoCompany(pool, async (db) => {
    const pid = await backendOf(db)
    setTimeout(() => eyes`select pg_terminate_backend(${pid})`.execute(), 20)
    await db.execute(sql`select pg_sleep(20)`)
  })
  await expect(waiting).rejects.toThrow()
  const again = () => inNoCompany(pool, backendOf).catch(() => undefined)
  expect(await until('the pool connects anew', again)).toBeGreaterThan(0)
})

test('what goes on after the cut disturbs nobody who has the connection next', async () => {
  const next = Promise.withResolvers<void>()
  const late = Promise.withResolvers<unknown>()
  const cut = inNoCompany(pool, async (db) => {
    await eyes`select pg_terminate_backend(${await backendOf(db)})`
    await next.promise
    await db.execute(sql`set local statement_timeout = 1`).catch(late.resolve)
  })
  await expect(cut).rejects.toEqual(gone)
  await inNoCompany(pool, async (db) => {
    await db.execute(sql`set local lock_timeout = '7s'`)
    next.resolve()
    expect(await late.promise).toMatchObject({ cause: gone })
    const [kept] = await db.execute(sql`
      select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as other`)
    expect(kept).toEqual({ lock: '7s', other: '30s' })
  })
})
