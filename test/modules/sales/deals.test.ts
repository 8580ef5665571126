import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { planTask } from '../../../modules/contacts/tasks/tasks.ts'
import { readDeal } from '../../../modules/sales/deals/deal-record.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { makeAccount } from '../contacts/make.ts'
import { makeDeal, stageOf } from './make.ts'
import { openSalesOffice } from './sales-office.ts'

let office: Office
beforeAll(async () => {
  office = await openSalesOffice()
})
afterAll(() => office?.close())

const registry = () => office.app.product.registry
const make = (values: Parameters<typeof makeDeal>[2], who: PersonName = 'emil') =>
  office.inScope(who, (scope) => makeDeal(scope, registry(), values))
const deal = (id: string, who: PersonName = 'emil') =>
  office.inScope(who, (scope) => readDeal(scope, id))
const stage = (key: string) =>
  office.inScope('amy', async (scope) => (await stageOf(scope, key)).id)
const read = async (path: string, who: PersonName = 'emil') =>
  (await office.as(who).get(path)).text()
const move = async (id: string, form: Record<string, string>, who: PersonName = 'emil') =>
  office.as(who).post(`/sales/deals/${id}/move`, form)

test('emil adds a deal with a form: it begins in the first stage, today, and is his', async () => {
  const account = await office.inScope('emil', (scope) =>
    makeAccount(scope, registry(), { name: '星河科技' }),
  )
  const emil = office.as('emil')
  const form = {
    name: '二期设备',
    amount: '12.8万',
    account: '星河科技',
    _once: crypto.randomUUID(),
  }
  const [made, again] = [
    await emil.post('/sales/deals', form),
    await emil.post('/sales/deals', form),
  ]
  const path = made.headers.get('location') ?? ''
  expect(again.headers.get('location')).toBe(path)
  const found = await deal(path.split('/').at(-1) ?? '')
  expect(found).toMatchObject({
    values: { name: '二期设备', amount: { minor: 12_800_000 } },
    ...{ outcome: 'open', stage: { name: 'Prospecting' }, accountId: account },
    owner: { name: '艾米尔' },
  })
  expect(found.values.startedOn).toMatch(/^\d{4}-/)
  expect(await read(path)).toContain('No next step')
  expect(await read(`/contacts/accounts/${account}`)).toContain('二期设备')
})

test('what is wrong is said beside its field, and nothing typed is lost', async () => {
  const answer = await office
    .as('emil')
    .post('/sales/deals', { name: '', amount: 'much', account: 'Nobody & Sons' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  for (const kept of ['value="much"', 'Nobody &amp; Sons', 'No account you may see'])
    expect(page).toContain(kept)
  const owing = await office.as('emil').post('/sales/deals', { name: 'Pumps', amount: '-5' })
  expect(owing.status).toBe(422)
  expect(await owing.text()).toContain('This must be 0 or more.')
})

test('a stage asks for what it needs; nothing is moved until it is there', async () => {
  const id = await make({ name: 'Pumps' })
  const refused = await move(id, { stage: await stage('negotiation') })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('an account, an amount, and an expected date')
  expect((await deal(id)).stage.name).toBe('Prospecting')
  // Whoever drops its card there on the board comes to the form, which says so at once.
  const dropped = await read(`/sales/deals/${id}/move?stage=${await stage('negotiation')}`)
  expect(dropped).toContain('an account, an amount, and an expected date')
  expect(dropped).toContain(`href="/sales/deals/${id}/edit"`)
  const fitting = await read(`/sales/deals/${id}/move?stage=${await stage('lost')}`)
  expect(fitting).not.toContain('aria-invalid')
  expect((await move(id, { stage: await stage('engaging') })).status).toBe(303)
  expect((await deal(id)).stage.name).toBe('Engaging')
  expect(await read(`/sales/deals/${id}`)).toContain('from “Prospecting” to “Engaging”')
})

test('losing asks why, and is told with its reason; opening again forgets how it ended', async () => {
  const id = await make({ name: 'Valves' })
  const lost = await stage('lost')
  const without = await move(id, { stage: lost })
  expect(await without.text()).toContain('Choose why it was lost.')
  const form = await read(`/sales/deals/${id}/move?stage=${lost}`)
  const [, reason = ''] = /value="([^"]+)">Too expensive/.exec(form) ?? []
  const later = await move(id, { stage: lost, reason, closedOn: '2999-01-01' })
  expect(await later.text()).toContain('cannot be closed in the future')
  await move(id, { stage: lost, reason, note: 'They took a used one.' })
  expect(await deal(id)).toMatchObject({
    ...{ outcome: 'lost', lossReason: { name: 'Too expensive' } },
    outcomeNote: 'They took a used one.',
  })
  expect(await read(`/sales/deals/${id}`)).toContain('lost the deal: Too expensive')
  await move(id, { stage: await stage('engaging') })
  expect(await deal(id)).toMatchObject({ outcome: 'open', lossReason: null, closedOn: null })
})

test('of two who move a deal at once, one is told; a move that came late moves nothing', async () => {
  const id = await make({ name: 'Gauges' })
  const from = (await deal(id)).stageId
  const [first, second] = await Promise.all([
    move(id, { from, stage: await stage('engaging') }),
    move(id, { from, stage: await stage('engaging') }, 'lin'),
  ])
  expect([first.status, second.status].sort()).toEqual([303, 303])
  const third = await move(id, { from, stage: await stage('lost') }, 'lin')
  expect(await third.text()).toContain('moved this deal meanwhile')
  const moves = await office.inScope('amy', ({ db }) =>
    db.execute(sql`select from sales.stage_moves where deal_id = ${id}`),
  )
  expect(moves).toHaveLength(2)
})

test('an order of stages and a note on the customer are asked for where the firm says so', async () => {
  const [engaging, proposal] = [await stage('engaging'), await stage('proposal')]
  const pipeline = await office.inScope(
    'amy',
    async (scope) => (await stageOf(scope, 'won')).pipelineId,
  )
  const amy = office.as('amy')
  const save = (id: string, form: Record<string, string | string[]>) =>
    amy.post(`/sales/pipelines/${pipeline}/stages/${id}`, {
      ...{ name: 'Engaging', kind: 'open', probability: '25', category: 'pipeline', ...form },
    })
  await save(engaging, { leadsTo: [proposal], evidence: 'They asked us for an offer.' })
  const id = await make({ name: 'Filters' })
  const silent = await move(id, { stage: engaging })
  expect(await silent.text()).toContain('Note by what the customer showed it.')
  await move(id, { stage: engaging, evidence: 'Mail of Monday' })
  expect(await read(`/sales/deals/${id}`)).toContain('Mail of Monday')
  const jump = await move(id, { stage: await stage('won') })
  expect(await jump.text()).toContain('does not follow')
  await save(engaging, {})
})

test('what is planned next takes the red away', async () => {
  const id = await make({ name: 'Sensors' })
  expect((await deal(id)).nextOn).toBeNull()
  await office.inScope('emil', (scope) =>
    planTask(
      scope,
      registry(),
      { object: 'sales.deal', recordId: id },
      { title: 'Call', dueOn: '2030-01-02', ownerId: office.people.emil },
    ),
  )
  expect((await deal(id)).nextOn).toBe('2030-01-02')
})

test('sun, of another department, sees none of emil’s deals, by no way', async () => {
  const id = await make({ name: 'Hidden turbine' })
  for (const path of ['', '/edit', '/move'])
    expect((await office.as('sun').get(`/sales/deals/${id}${path}`)).status).toBe(404)
  expect((await move(id, { stage: await stage('engaging') }, 'sun')).status).toBe(404)
  for (const path of ['/sales/deals?view=list', '/sales/deals?view=board', '/search?q=turbine'])
    expect(await read(path, 'sun'), path).not.toContain('Hidden turbine')
  for (const path of ['/sales/deals?view=list', '/sales/deals?view=board', '/search?q=turbine'])
    expect(await read(path, 'lin'), path).toContain('Hidden turbine')
})
