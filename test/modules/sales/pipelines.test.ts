import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPipelines, readReasons } from '../../../modules/sales/pipelines/reading.ts'
import type { Office } from '../../setup/office.ts'
import { openSalesOffice } from './sales-office.ts'

let office: Office
beforeAll(async () => {
  office = await openSalesOffice()
})
afterAll(() => office?.close())

const pipelines = () => office.inScope('amy', readPipelines)
const read = async (path: string) => (await office.as('amy').get(path)).text()
const place = '/sales/pipelines'

test('a firm begins with one pipeline, and looking at it stores nothing', async () => {
  const [usual] = await pipelines()
  expect(usual?.stages.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    ...['Prospecting: open', 'Engaging: open', 'Proposal: open', 'Negotiation: open'],
    ...['Won: won', 'Lost: lost'],
  ])
  expect(await read(`${place}/${usual?.id}`)).toContain('Negotiation')
  expect((await pipelines())[0]?.id).toBe(usual?.id)
  const stored = await office.inScope('amy', ({ db }) =>
    db.execute('select from sales.pipelines limit 1'),
  )
  expect(stored).toHaveLength(0)
})

test('amy gives the East a pipeline of its own, once however often she sends it', async () => {
  const form = { name: 'Tenders', departments: office.departments.east, _once: crypto.randomUUID() }
  const amy = office.as('amy')
  const [first, second] = [await amy.post(place, form), await amy.post(place, form)]
  expect(first.headers.get('location')).toBe(second.headers.get('location'))
  const all = await pipelines()
  expect(all.map(({ name }) => name)).toEqual(['Sales', 'Tenders'])
  expect(all[1]?.departments).toMatchObject([{ name: '华东组' }])
  const without = await amy.post(place, { name: ' ' })
  expect(without.status).toBe(422)
  expect(await pipelines()).toHaveLength(2)
})

test('a stage is added before those that close, renamed, moved and retired; one of each kind stays', async () => {
  const amy = office.as('amy')
  const [usual] = await pipelines()
  const stages = `${place}/${usual?.id}/stages`
  const form = { name: 'Trial', kind: 'open', probability: '60%', category: 'best' }
  expect((await amy.post(stages, { ...form, needs: ['amount', 'account'] })).status).toBe(303)
  const names = async () => (await pipelines())[0]?.stages.map(({ name }) => name)
  expect(await names()).toEqual(
    'Prospecting Engaging Proposal Negotiation Trial Won Lost'.split(' '),
  )
  const trial = (await pipelines())[0]?.stages[4]
  expect(trial).toMatchObject({ probability: 60, needs: ['account', 'amount'], leadsTo: [] })
  await amy.post(`${stages}/${trial?.id}/up`)
  expect((await names())?.indexOf('Trial')).toBe(3)
  const wrong = await amy.post(`${stages}/${trial?.id}`, { ...form, probability: '101' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="101"')
  await amy.post(`${stages}/${trial?.id}/hide`)
  expect((await pipelines())[0]?.stages[3]?.hidden).toBe(true)
  const won = usual?.stages.find(({ kind }) => kind === 'won')
  await amy.post(`${stages}/${won?.id}/hide`)
  expect((await pipelines())[0]?.stages.find(({ kind }) => kind === 'won')?.hidden).toBe(false)
})

test('reasons are the firm’s own, and the last one stays', async () => {
  const amy = office.as('amy')
  const before = (await office.inScope('amy', readReasons)).length
  await amy.post('/sales/loss-reasons', { name: 'Went to tender again' })
  const all = await office.inScope('amy', readReasons)
  expect(all).toHaveLength(before + 1)
  for (const { id } of all) await amy.post(`/sales/loss-reasons/${id}/hide`)
  const hidden = (await office.inScope('amy', readReasons)).filter((one) => one.hidden)
  expect(hidden).toHaveLength(all.length - 1)
})

test('sellers look and change nothing, and another firm has its own', async () => {
  const [own] = await pipelines()
  expect((await office.as('tara').get(place)).status).toBe(404)
  for (const who of ['lin', 'emil'] as const) {
    const page = await office.as(who).get(`${place}/${own?.id}`)
    expect(await page.text()).not.toContain('<form method="post" action="/sales')
    expect((await office.as(who).get(`${place}/${own?.id}/edit`)).status).toBe(404)
    expect((await office.as(who).post(place, { name: 'Mine' })).status).toBe(404)
  }
  const other = await office.another()
  const path = `${place}/${own?.id}`
  expect((await other.as('amy').get(path)).status).toBe(404)
})
