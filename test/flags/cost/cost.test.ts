import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../../core/db/id.ts'
import { readPlan } from '../../../flags/cost/plan.ts'
import { readCosts } from '../../../flags/cost/reading.ts'
import { reckon } from '../../../flags/cost/reckoning.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import type { Visitor } from '../../setup/visitor.ts'
import { planExample, typedLine } from './make.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())

beforeEach(() =>
  office.inScope('amy', async ({ db }) => {
    for (const table of ['cost_lines', 'cost_headcounts', 'cost_offers', 'cost_actuals'])
      await db.execute(sql`update flags.${sql.identifier(table)} set archived_at = now()`)
    await db.execute(sql`update flags.cost_plans set loaded_rate = null`)
  }),
)

const page = async (path: string, name: 'amy' | 'emil' = 'amy') =>
  (await office.as(name).get(path)).text()
const costs = () => office.inScope('amy', readCosts)

/** What an edit form of somebody's posts back unchanged. */
async function formAt(visitor: Visitor, path: string): Promise<Record<string, string>> {
  const html = await (await visitor.get(path)).text()
  const form = /<form id="form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const inputs = [...form.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)]
  const selects = [...form.matchAll(/<select[^>]*name="([^"]+)"[\s\S]*?<\/select>/g)]
  return Object.fromEntries([
    ...inputs.map(([, name = '', value = '']) => [name, value]),
    ...selects.map(([all, name = '']) => [name, / value="([^"]*)" selected/.exec(all)?.[1] ?? '']),
  ])
}

test('the example of the model, typed in as a person would, is worth what the model says', async () => {
  await planExample(office)
  const html = await page('/rollout/cost')
  for (const shown of ['£293,580', '£304.86', '£435.51', '80.3%', '963 user-months'])
    expect(html.replaceAll('US$', '£').replaceAll('¥', '£'), shown).toContain(shown)
  expect(html).not.toContain('NaN')
  expect(html).not.toContain('A line is missing')
})

test('without people nothing is divided; without a line for leaving the page asks for it', async () => {
  await office.as('amy').post('/rollout/cost/lines', typedLine('Data', '100'))
  const html = await page('/rollout/cost')
  expect(html).toContain('no users counted yet')
  expect(html).toContain('A line is missing')
  expect(html).not.toMatch(/NaN|Infinity/)
})

test('what cannot be is said beside its field, and nothing that was typed is lost', async () => {
  const form = typedLine('Data', '100', { low: '200', high: '50', fromMonth: '9', toMonth: '3' })
  const answer = await office.as('amy').post('/rollout/cost/lines', form)
  expect(answer.status).toBe(422)
  const html = await answer.text()
  for (const said of ['more than the likely', 'less than the likely', 'before the first month'])
    expect(html).toContain(said)
  expect(html).toContain('value="200"')
  const wrong = typedLine('Data', 'XAU 5')
  expect((await office.as('amy').post('/rollout/cost/lines', wrong)).status).toBe(422)
  expect((await costs()).lines).toEqual([])
})

test('hours of our own people count at the loaded rate; without one they are asked for it', async () => {
  const amy = office.as('amy')
  await amy.post('/rollout/cost/lines', typedLine('Training', '32000', { category: 'staff' }))
  const [line] = (await costs()).lines
  const { startsOn } = await office.inScope('amy', readPlan)
  const booking = { lineId: line?.id ?? '', month: startsOn, amount: '', hours: '12.5', rate: '' }
  const refused = await amy.post('/rollout/cost/actuals', booking)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Hours need a cost')
  await amy.post('/rollout/cost/plan')
  const { id } = await office.inScope('amy', readPlan)
  const form = await formAt(amy, `/rollout/cost/plan/${id}/edit`)
  await amy.post(`/rollout/cost/plan/${id}`, { ...form, loadedRate: '80' })
  expect((await amy.post('/rollout/cost/actuals', booking)).status).toBe(303)
  const neither = { ...booking, hours: '' }
  expect((await amy.post('/rollout/cost/actuals', neither)).status).toBe(422)
  const { spent } = await costs()
  expect(spent.map(({ amount }) => amount)).toEqual([100_000])
  expect(await page('/rollout/cost/actuals')).toContain('12.5 h')
})

test('amy books neither a month to come, nor an amount beside hours, nor more hours than there are', async () => {
  const amy = office.as('amy')
  await amy.post('/rollout/cost/lines', typedLine('Training', '50000', { category: 'staff' }))
  const [line] = (await costs()).lines
  const { startsOn } = await office.inScope('amy', readPlan)
  const [year = 0, month = 0] = startsOn.split('-').map(Number)
  const later = new Date(Date.UTC(year, month + 1, 1)).toISOString().slice(0, 10)
  const booking = { lineId: line?.id ?? '', month: startsOn, amount: '', hours: '', rate: '80' }
  for (const [more, said] of [
    [{ month: later, amount: '5' }, 'has not begun yet'],
    [{ amount: '900', hours: '3' }, 'Leave the amount empty to book hours'],
    [{ hours: '1000000' }, 'with 5 people, enter 3,720 or less'],
  ] as const) {
    const answer = await amy.post('/rollout/cost/actuals', { ...booking, ...more })
    expect([answer.status, (await answer.text()).includes(said)], said).toEqual([422, true])
  }
  expect((await costs()).spent).toEqual([])
  await amy.post('/rollout/cost/actuals', { ...booking, hours: '3' })
  const [booked] = await office.inScope('amy', ({ db }) =>
    db.execute<{ id: string }>(sql`
      select id from flags.cost_actuals where archived_at is null`),
  )
  const form = await formAt(amy, `/rollout/cost/actuals/${booked?.id}/edit`)
  const fields = { ...form, lineId: booking.lineId, month: startsOn, hours: '4' }
  const changed = await amy.post(`/rollout/cost/actuals/${booked?.id}`, fields)
  expect(changed.status, 'the amount that was reckoned comes back with the form').toBe(303)
  expect((await costs()).spent.map(({ amount }) => amount)).toEqual([32_000])
})

test('the forecast goes by how a category held in the months that are over', async () => {
  await office.as('amy').post(
    '/rollout/cost/lines',
    typedLine('Administration', '100', {
      category: 'maintenance',
      kind: 'recurring',
      toMonth: '4',
    }),
  )
  const [line] = (await costs()).lines
  const { startsOn } = await office.inScope('amy', readPlan)
  const booking = { lineId: line?.id ?? '', month: startsOn, amount: '150', hours: '', rate: '' }
  await office.as('amy').post('/rollout/cost/actuals', booking)
  const [year = 0, month = 0] = startsOn.split('-').map(Number)
  const next = `${new Date(Date.UTC(year, month, 15)).toISOString().slice(0, 10)}`
  expect(reckon(await costs(), next).forecast).toBe(60_000)
  expect(reckon(await costs(), startsOn).forecast, 'in a month under way').toBe(45_000)
})

test('of two offers the lines of each count for it alone, and the plan goes by the chosen one', async () => {
  const amy = office.as('amy')
  await amy.post('/rollout/cost/offers', { name: 'Rent', kind: 'rent' })
  await amy.post('/rollout/cost/offers', { name: 'Own', kind: 'own' })
  const [rent, own] = (await costs()).offers
  const monthly = { kind: 'recurring' }
  await amy.post('/rollout/cost/lines', typedLine('Training', '1000'))
  await amy.post(
    '/rollout/cost/lines',
    typedLine('Fees', '100', { ...monthly, offerId: rent?.id ?? '' }),
  )
  await amy.post('/rollout/cost/lines', typedLine('Server', '9000', { offerId: own?.id ?? '' }))
  const html = await page('/rollout/cost/offers')
  expect(html).toContain('4,600')
  expect(html).toContain('10,000')
  expect(reckon(await costs(), '2026-01-01').total, 'none is chosen').toBe(100_000)
  await amy.post(`/rollout/cost/offers/${rent?.id}/choose`)
  expect(reckon(await costs(), '2026-01-01').total).toBe(460_000)
  await amy.post(`/rollout/cost/offers/${own?.id}/choose`)
  expect(reckon(await costs(), '2026-01-01').total, 'only one is chosen').toBe(1_000_000)
})

test('an approved budget says who approved it and when; a line sent twice is one line', async () => {
  const amy = office.as('amy')
  const once = /name="_once" value="([^"]+)"/.exec(await page('/rollout/cost/lines/new'))?.[1] ?? ''
  const form = { ...typedLine('Data', '100'), _once: once }
  for (const _ of [1, 2]) await amy.post('/rollout/cost/lines', form)
  expect((await costs()).lines.length).toBe(1)
  expect((await amy.post('/rollout/cost/envelope', { amount: 'much' })).status).toBe(422)
  await amy.post('/rollout/cost/envelope', { amount: '150' })
  const html = await page('/rollout/cost')
  expect(html).toContain('approved by 陈爱米')
  expect(html).toContain('within the approved budget')
})

test('two who change one line at once see both sides, and nothing is lost', async () => {
  const amy = office.as('amy')
  await amy.post('/rollout/cost/lines', typedLine('Data', '100'))
  const [line] = (await costs()).lines
  const here = `/rollout/cost/lines/${line?.id}`
  const form = await formAt(amy, `${here}/edit`)
  expect((await amy.post(here, { ...form, name: 'Data work' })).status).toBe(303)
  const late = await amy.post(here, { ...form, name: 'Data cleaning' })
  expect(late.status).toBe(409)
  const html = await late.text()
  for (const name of ['Data work', 'Data cleaning']) expect(html).toContain(name)
  await amy.post(`${here}/remove`)
  expect((await costs()).lines).toEqual([])
  expect((await amy.get(`${here}/edit`)).status).toBe(404)
  const audit = await office.inScope('amy', ({ db }) =>
    db.execute<{ action: string }>(sql`
      select action from core.audit where object = 'flags.cost-line' order by id desc limit 3`),
  )
  expect(audit.map(({ action }) => action)).toEqual(['removed', 'changed', 'created'])
})

test('cost is nobody’s business but theirs who run the rollout, nor that of another firm', async () => {
  await office.as('amy').post('/rollout/cost/lines', typedLine('Data', '100'))
  const [line] = (await costs()).lines
  for (const path of [
    '/rollout/cost',
    '/rollout/cost/actuals',
    `/rollout/cost/lines/${line?.id}/edit`,
  ])
    expect((await office.as('emil').get(path)).status, path).toBe(404)
  const valley = await office.another()
  const theirs = valley.as('amy')
  expect((await theirs.get(`/rollout/cost/lines/${line?.id}/edit`)).status).toBe(404)
  expect((await theirs.post(`/rollout/cost/lines/${line?.id}/remove`)).status).toBe(404)
  expect((await costs()).lines.length).toBe(1)
  // A line of ours is none of theirs that a booking could name.
  const booking = { lineId: line?.id ?? '', month: '2026-11-01', amount: '5', hours: '', rate: '' }
  expect((await theirs.post('/rollout/cost/actuals', booking)).status).toBe(422)
})

test('a line names the contract it is owed by, and the contract names its lines, but only to those who see costs', async () => {
  const amy = office.as('amy')
  await amy.post('/rollout/contracts', {
    ...{ vendor: 'Harbour Cloud', role: 'hosting', personalData: 'yes', noticeDays: '30' },
    ...{ renewal: 'auto', incidentHours: '4', attestedUntil: '', exitTestedOn: '', startsOn: '' },
    ...{ endsOn: '', dataLocation: '', sla: '', document: '', ownerId: '' },
  })
  const [contract] = await office.inScope('amy', ({ db }) =>
    db.execute<{ id: string }>(sql`select id from flags.vendor_contracts`),
  )
  const contractId = contract?.id ?? ''
  await amy.post('/rollout/cost/lines', typedLine('Rooms in the cloud', '120', { contractId }))
  expect(await (await amy.get('/rollout/cost')).text()).toContain('Harbour Cloud')
  const here = `/rollout/contracts/${contractId}`
  expect(await (await amy.get(here)).text()).toContain('Rooms in the cloud')
  await office.inScope('sun', ({ db, user }) =>
    db.execute(sql`update core.user_roles set role = 'privacy' where user_id = ${user.id}`),
  )
  const seen = await office.as('sun').get(here)
  expect([seen.status, (await seen.text()).includes('Rooms in the cloud')]).toEqual([200, false])
  const wrong = typedLine('Elsewhere', '1', { contractId: newId() })
  expect((await amy.post('/rollout/cost/lines', wrong)).status).toBe(422)
})

test('an amount among the figures is said in its currency, never in its smallest coins', async () => {
  await planExample(office)
  const text = await (await office.as('amy').get('/rollout/evidence')).text()
  expect(text).toContain('£435.51')
})
