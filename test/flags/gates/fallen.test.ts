import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../core/db/id.ts'
import { hasFallen, readFallen } from '../../../flags/gates/fallen.ts'
import { type Office, openOffice } from '../../setup/office.ts'

test('more than ten points worse is fallen; ten are not, nor are amounts and numbers', () => {
  const index = { unit: 'index', direction: 'up' } as const
  expect(hasFallen(index, 70, 59.9)).toBe(true)
  expect(hasFallen(index, 70, 60)).toBe(false)
  expect(hasFallen(index, 60, 90)).toBe(false)
  expect(hasFallen({ unit: 'percent', direction: 'down' }, 5, 16)).toBe(true)
  expect(hasFallen({ unit: 'money', direction: 'down' }, 5, 5_000)).toBe(false)
  expect(hasFallen({ unit: 'count', direction: 'up' }, 50, 5)).toBe(false)
})

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

/** A week’s figure, as the product wrote it down. */
const week = (metric: string, day: string, value: number | null, version = 1) =>
  office.inScope('amy', ({ db, company }) =>
    db.execute(sql`
      insert into flags.metric_snapshots (company_id, id, metric, week, state, value, formula_version)
      values (${company.id}, ${newId()}, ${metric}, ${day},
        ${value === null ? 'insufficient' : 'ok'}, ${value}, ${version})`),
  )
const fallen = (at = '2026-11-26T10:00:00Z') =>
  office.inScope('amy', (scope) => readFallen({ ...scope, now: () => new Date(at) }))

test('the newest week is compared with that of a quarter ago, and not with other formulas', async () => {
  await week('adoption.index', '2026-06-01', 95)
  await week('adoption.index', '2026-08-31', 72)
  await week('adoption.index', '2026-10-05', null)
  await week('adoption.index', '2026-11-23', 60)
  await week('data.quality', '2026-08-31', 90, 1)
  await week('data.quality', '2026-11-23', 70, 2)
  await week('readiness.score', '2026-09-07', 66)
  await week('readiness.score', '2026-11-23', 64)
  expect(await fallen()).toMatchObject([
    { metric: { code: 'adoption.index' }, before: 72, now: 60 },
  ])
})

test('since a review it is compared with the week of that review', async () => {
  await office.inScope('amy', ({ db, company }) =>
    db.execute(sql`
      insert into flags.gate_decisions (company_id, id, gate, at, inputs, suggested, outcome,
        override, strictness, reason, actions)
      values (${company.id}, ${newId()}, 'G6', '2026-11-25T09:00:00Z', '[]', 'redesign', 'redesign',
        false, 'guided', 'x', '{}')`),
  )
  expect(await fallen()).toEqual([])
  await week('adoption.index', '2026-11-30', 48)
  expect(await fallen('2026-12-02T10:00:00Z')).toMatchObject([{ before: 60, now: 48 }])
})
