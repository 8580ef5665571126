import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inCompany } from '../../core/db/database.ts'
import { type Office, openOffice } from '../setup/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const megabyte = 1024 * 1024

/** Collects what is young and in nobody's hands, as happens every few requests. */
function collectYoung(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (how: { type: 'minor' }) => void
  for (let time = 0; time < 2; time++) collect({ type: 'minor' })
}

test('what a request had in hand is let go of when it is answered, not when its connection serves again', async () => {
  const { pool } = office.app.product
  const work = () => {
    const inHand = new ArrayBuffer(megabyte)
    return inCompany(pool, office.company, async (db) => {
      await db.execute(sql`select 1`)
      return inHand.byteLength
    })
  }
  for (let time = 0; time < 12; time++) await work()
  collectYoung()
  const before = process.memoryUsage().arrayBuffers
  for (let time = 0; time < 5; time++) {
    expect(await work()).toBe(megabyte)
    collectYoung()
  }
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 * megabyte)
})
