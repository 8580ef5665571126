import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { riskMetrics } from '../../../flags/risks/metrics.ts'
import { addDefaults, readRisks } from '../../../flags/risks/risks.ts'
import { watchRisks } from '../../../flags/risks/watching.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { typedLine } from '../cost/make.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())

const risks = () => office.inScope('amy', readRisks)
const watch = () => office.inScope('emil', (scope) => watchRisks(scope, office.app.product))
const byCode = async (code: string) => (await risks()).find((one) => one.code === code)
const page = async (path: string) => (await office.as('amy').get(path)).text()

const largest = () =>
  office.inScope('amy', (scope) => {
    const read = riskMetrics[0]?.read
    if (!read) throw new Error('the residual risk is not read')
    return read(scope, {}, office.app.product)
  })

test('without a register nothing is known; the fourteen usual risks are added once, in both languages', async () => {
  expect((await largest()).state).toBe('insufficient')
  expect(await page('/rollout/risks')).toContain('No risk is written down yet')
  const amy = office.as('amy')
  for (const _ of [1, 2]) await amy.post('/rollout/risks/defaults')
  expect((await risks()).length).toBe(14)
  expect(await office.inScope('amy', addDefaults)).toBe(0)
  expect(await page('/rollout/risks')).toContain('People keep private lists')
  await office.inScope('sun', ({ db, user }) =>
    db.execute(sql`update core.user_roles set role = 'sponsor' where user_id = ${user.id}`),
  )
  await office.inScope('sun', ({ db, user }) =>
    db.execute(sql`update core.users set locale = 'zh-CN' where id = ${user.id}`),
  )
  expect(await (await office.as('sun').get('/rollout/risks')).text()).toContain(
    '员工私下另存客户名单',
  )
  expect(await largest()).toEqual({ state: 'ok', value: 0, n: 14 })
})

test('amy is told that a response cannot make a risk heavier, beside what she raised', async () => {
  const risk = {
    ...{ title: 'The hall is full', category: 'people', state: 'watched', p: '3', i: '3' },
    ...{ cause: '', effect: '', response: '', ownerId: '', dueOn: '', reviewOn: '', trigger: '' },
  }
  const answer = await office.as('amy').post('/rollout/risks', { ...risk, pRes: '3', iRes: '5' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('would weigh more (15) than without it (9)')
  expect((await risks()).some(({ title }) => title === risk.title)).toBe(false)
})

test('the largest residual says of which risks it is: one that is only watched does not count', async () => {
  const watched = Math.max(...(await risks()).map(({ p, i }) => p * i))
  expect(watched).toBeGreaterThan(0)
  expect((await largest()).value).toBe(0)
  expect(await page('/rollout/risks')).toMatch(
    /Largest residual of the open risks[\s\S]{0,200}none/,
  )
})

test('a risk opens by itself when its sign comes, once, and is told; when the sign has gone and comes again it is raised', async () => {
  const amy = office.as('amy')
  await watch()
  const before = await byCode('hidden-cost')
  expect(before?.state).toBe('watched')
  await amy.post('/rollout/cost/lines', typedLine('Surprise', '100'))
  const [line] = await office.inScope('amy', ({ db }) =>
    db.execute<{ id: string; month: string }>(sql`
      select l.id, p.starts_on::text as month from flags.cost_lines l
      join flags.cost_plans p on p.company_id = l.company_id`),
  )
  const booking = { lineId: line?.id ?? '', month: line?.month ?? '', amount: '150' }
  await amy.post('/rollout/cost/actuals', { ...booking, hours: '', rate: '' })
  expect(await watch()).toBe(1)
  expect(await watch(), 'the sign is there still').toBe(0)
  expect(await byCode('hidden-cost')).toMatchObject({ state: 'open', p: 4 })
  const html = await page('/rollout/risks')
  expect(html).toContain('opened by its sign')
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update flags.cost_actuals set amount = 50`),
  )
  expect(await watch()).toBe(0)
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update flags.cost_actuals set amount = 900000`),
  )
  expect(await watch()).toBe(1)
  expect(await byCode('hidden-cost')).toMatchObject({ state: 'open', p: 5 })
  expect((await largest()).value).toBe(15)
  const told = await office.inScope('amy', ({ db }) =>
    db.execute(sql`select from core.notifications where kind = 'rollout.risk-opened'`),
  )
  expect(told.length).toBeGreaterThan(0)
})

test('an open risk of some weight is not saved without somebody and a day; what is left after the response counts', async () => {
  const amy = office.as('amy')
  const form = {
    ...{ title: 'The only printer breaks', category: 'technical', state: 'open', p: '3', i: '3' },
    ...{ pRes: '', iRes: '', ownerId: '', dueOn: '', reviewOn: '', trigger: '' },
  }
  const refused = await amy.post('/rollout/risks', form)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('needs an owner and a date')
  expect((await amy.post('/rollout/risks', { ...form, title: '' })).status).toBe(422)
  const small = { ...form, pRes: '1', iRes: '2' }
  expect((await amy.post('/rollout/risks', small)).status).toBe(303)
  const kept = { ...form, ownerId: office.people.lin, dueOn: '2026-12-01', title: 'Rain' }
  expect((await amy.post('/rollout/risks', kept)).status).toBe(303)
  expect(await page('/rollout/risks')).toContain('林岚')
})

test('the register is not there for members, nor are our risks for another firm', async () => {
  const [risk] = await risks()
  expect((await office.as('emil').get('/rollout/risks')).status).toBe(404)
  expect((await office.as('emil').post('/rollout/risks/watch')).status).toBe(404)
  const valley = await office.another()
  expect((await valley.as('amy').get(`/rollout/risks/${risk?.id}/edit`)).status).toBe(404)
  expect(await valley.inScope('amy', readRisks)).toEqual([])
})
