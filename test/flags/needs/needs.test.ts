import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { budgetOf, fits, isFrozen } from '../../../flags/needs/formula.ts'
import { readBudgets, readRequests } from '../../../flags/needs/requests.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { typedLine } from '../cost/make.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await office.as('amy').post('/rollout/cost/lines', typedLine('Pilot', '10000', { stage: 'S3' }))
})
afterAll(() => office?.close())

beforeEach(() =>
  office.inScope('amy', ({ db }) =>
    db.execute(sql`update flags.change_requests set archived_at = now()`),
  ),
)

const requests = () => office.inScope('amy', readRequests)
const ask = (need: string, cost: string) =>
  office.as('amy').post('/rollout/needs', { need, cost, stage: 'S3' })

async function decide(
  need: string,
  more: Record<string, string> = {},
  name: 'amy' | 'sun' = 'amy',
) {
  const id = (await requests()).find((one) => one.need === need)?.id
  const form = { outcome: 'approved', reason: 'worth it', ...more }
  return office.as(name).post(`/rollout/needs/${id}/decide`, form)
}

const stateOf = async (need: string) => (await requests()).find((one) => one.need === need)?.state

test('a tenth of what a stage costs may be changed; a change fits, or something goes for it', () => {
  expect(budgetOf(10_000, 10, 0)).toEqual({ planned: 10_000, budget: 1_000, used: 0 })
  expect(fits(budgetOf(10_000, 10, 400), 600)).toBe(true)
  expect(fits(budgetOf(10_000, 10, 400), 601)).toBe(false)
  expect(fits(budgetOf(10_000, 10, 400), 900, 300)).toBe(true)
  expect(fits(budgetOf(0, 10, 0), 1), 'nothing is planned').toBe(false)
})

test('in the last two weeks of a running pilot nothing is changed', () => {
  const pilot = { startedOn: '2026-03-02', endedOn: null, endPlan: '2026-03-31' }
  expect(isFrozen(pilot, '2026-03-17')).toBe(false)
  expect(isFrozen(pilot, '2026-03-18')).toBe(true)
  expect(isFrozen({ ...pilot, startedOn: null }, '2026-03-18')).toBe(false)
  expect(isFrozen({ ...pilot, endedOn: '2026-03-17' }, '2026-03-18')).toBe(false)
  expect(isFrozen(undefined, '2026-03-18')).toBe(false)
})

test('what fits is approved; what does not takes the place of another, or waits for the sponsor', async () => {
  await ask('Fields', '600')
  await ask('Report', '500')
  expect((await decide('Fields')).status).toBe(303)
  const refused = await decide('Report')
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('no room for it')
  expect(await stateOf('Report')).toBe('asked')
  const fields = (await requests()).find(({ need }) => need === 'Fields')
  expect((await decide('Report', { displaces: fields?.id ?? '' })).status).toBe(303)
  expect([await stateOf('Report'), await stateOf('Fields')]).toEqual(['approved', 'displaced'])
  await ask('Robot', '9000')
  expect((await decide('Robot', {}, 'sun')).status, 'no sponsor').toBe(404)
  await office.inScope('sun', ({ db, user }) =>
    db.execute(sql`update core.user_roles set role = 'sponsor' where user_id = ${user.id}`),
  )
  expect((await decide('Robot', {}, 'sun')).status).toBe(303)
  expect((await requests()).find(({ need }) => need === 'Robot')?.overBudget).toBe(true)
  const budget = await office.inScope('amy', readBudgets)
  expect(budget.find(({ stage }) => stage === 'S3')).toMatchObject({
    budget: 100_000,
    used: 950_000,
  })
})

test('a decision says why, is taken once, and two at one moment do not both take the last of a budget', async () => {
  await ask('One', '700')
  await ask('Two', '700')
  expect((await decide('One', { reason: '' })).status).toBe(422)
  expect((await decide('One', { outcome: '' })).status).toBe(422)
  const answers = await Promise.all([decide('One'), decide('Two')])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  const approved = (await requests()).find(({ state }) => state === 'approved')
  expect((await decide(approved?.need ?? '')).status).toBe(422)
})
