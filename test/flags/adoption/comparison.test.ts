import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPool } from '../../../core/db/connection.ts'
import { newId } from '../../../core/db/id.ts'
import { comparePilot } from '../../../flags/adoption/comparison.ts'
import type { DepartmentName } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { beginRollout } from '../gates/passing.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await beginRollout(office)
})
afterAll(() => office.close())

const compare = () => office.inScope('amy', comparePilot)

/** What a department's figure was in a week, as the product wrote it down. */
const week = (place: DepartmentName, day: string, value: number | null, n: number | null = null) =>
  office.inScope('amy', ({ db, company }) =>
    db.execute(sql`
      insert into flags.metric_snapshots
        (company_id, id, metric, department_id, week, state, value, n, formula_version)
      values (${company.id}, ${newId()}, 'data.quality', ${office.departments[place]}, ${day},
        ${value === null ? 'suppressed' : 'ok'}, ${value}, ${n}, 1)`),
  )

/** Past the gates, which let no application begin a stage behind them. */
async function beginPilot(day: string): Promise<void> {
  const eyes = openPool(office.database.admin, 1)
  await eyes.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update flags.stages set started_on = ${day} where code = 'S3'`
  })
  await eyes.end()
}

test('before a pilot in one department has begun nothing is set against anything', async () => {
  await week('sales', '2026-10-26', 50, 10)
  await week('service', '2026-10-26', 60, 10)
  expect(await compare()).toBeUndefined()
  await office.inScope('amy', ({ db, company }) =>
    db.execute(sql`
      update flags.programmes set pilot_form = 'department',
        pilot_department_id = ${office.departments.sales} where company_id = ${company.id}`),
  )
  expect(await compare()).toBeUndefined()
})

test('the pilot’s change less that of the others is what the pilot made, by the last week before it and the latest', async () => {
  await beginPilot('2026-11-02')
  expect(await compare()).toEqual([])
  await week('sales', '2026-10-19', 10, 10)
  await week('sales', '2026-11-02', 65, 10)
  await week('sales', '2026-11-09', 80, 10)
  await week('service', '2026-11-09', 70, 10)
  expect(await compare()).toEqual([
    {
      metric: 'data.quality',
      pilot: { before: 50, after: 80 },
      others: { before: 60, after: 70 },
      difference: 20,
    },
  ])
})

test('the others count by how many they are, and none that was unknown on one side or kept back', async () => {
  await week('production', '2026-10-26', 90, 30)
  await week('production', '2026-11-09', 60, 30)
  await week('east', '2026-11-09', 100, 500)
  await week('company', '2026-10-26', null)
  await week('company', '2026-11-09', 0, 500)
  const [compared] = (await compare()) ?? []
  expect(compared?.others).toEqual({ before: 82.5, after: 62.5 })
  expect(compared?.difference).toBe(50)
})
