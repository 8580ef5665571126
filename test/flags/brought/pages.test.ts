import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sayStrategies } from '../../../flags/brought/strategies.ts'
import { importDocument } from '../../../flags/imported.ts'
import { customs } from '../../contract/fixture/customs.tsx'
import { parcels } from '../../contract/fixture/parcels.tsx'
import type { PersonName } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice({ modules: [parcels, customs] })
})
afterAll(() => office.close())

const inSales = {
  name: 'default',
  constraints: [{ contextName: 'department', operator: 'IN', values: ['sales'] }],
}
const board = {
  ...{ name: 'new/board', enabled: true, description: 'A board on paper' },
  strategies: [inSales, { name: 'flexibleRollout', parameters: { rollout: '20' } }],
}
const quiet = { name: 'quiet', enabled: false, strategies: [] }
const document = JSON.stringify({ version: 1, features: [board, quiet] })

beforeEach(() =>
  office.inScope('amy', (scope) => importDocument(scope, { features: [], segments: [] }, true)),
)

const bring = (text: string, more: Record<string, string> = {}, name: PersonName = 'amy') => {
  const form = new FormData()
  form.set('file', new File([text], 'flags.json', { type: 'application/json' }))
  for (const [key, value] of Object.entries(more)) form.set(key, value)
  return office.as(name).post('/admin/flags', form)
}
const list = async (query = '') => (await office.as('amy').get(`/admin/flags${query}`)).text()

describe('a rule of an imported flag', () => {
  const say = (strategies: unknown[]) =>
    sayStrategies('en', { name: 'a', enabled: true, strategies } as never)

  test('is told in words, with its conditions', () => {
    expect(say([inSales])).toEqual(['everybody, where department is one of sales'])
    expect(say([{ name: 'flexibleRollout', parameters: { rollout: 20 }, segments: [7] }])).toEqual([
      '20 % of the people, where segment 7 matches',
    ])
    const not = { contextName: 'age', operator: 'NUM_GT', value: '5', inverted: true }
    expect(
      say([{ name: 'userWithId', parameters: { userIds: '1,2' }, constraints: [not] }]),
    ).toEqual(['the people with the ids 1,2, where not: age > 5'])
    expect(say([{ name: 'moonPhase', disabled: true }])).toEqual([
      'nobody: the rule “moonPhase” is not known here (this rule is paused)',
    ])
  })

  test('is everybody’s where there is none, and never a name out of the prototype', () => {
    expect(say([])).toEqual(['everybody: it has no rule that limits it'])
    const odd = { contextName: '__proto__', operator: 'constructor', values: ['x'] }
    expect(say([{ name: 'default', constraints: [odd] }])).toEqual([
      'everybody, where __proto__ constructor x',
    ])
  })
})

test('a document comes in by the page with a truthful count, and goes out as it was', async () => {
  expect(await list()).toContain('No flags have been imported')
  expect((await bring(document)).status).toBe(303)
  const page = await list()
  expect(page).toContain('new/board')
  expect(page).toContain('everybody, where department is one of sales; 20 % of the people')
  expect(await list('?q=QUI')).not.toContain('new/board')
  const out = await office.as('amy').get('/admin/flags/export')
  expect(out.headers.get('content-disposition')).toMatch(/flags\.json/)
  expect(await out.json()).toEqual({ version: 2, features: [board, quiet], segments: [] })
  await bring(JSON.stringify({ version: 1, features: [quiet] }))
  expect(await list(), 'what the document does not have stays').toContain('new/board')
  await bring(JSON.stringify({ version: 1, features: [quiet] }), { replace: 'on' })
  expect(await list()).not.toContain('new/board')
})

test('what cannot be used is refused beside the file, and changes nothing', async () => {
  await bring(document)
  const module = { name: 'module.parcels', enabled: true, strategies: [] }
  for (const [text, said] of [
    ['no json', 'JSON'],
    [JSON.stringify({ version: 9, features: [] }), 'version'],
    [JSON.stringify({ version: 2, features: [module] }), 'module set parcels'],
  ] as const) {
    const answer = await bring(text, { replace: 'on' })
    expect([answer.status, (await answer.text()).includes(said)], said).toEqual([422, true])
  }
  const none = await office.as('amy').post('/admin/flags', {})
  expect([none.status, (await none.text()).includes('Choose a file.')]).toEqual([422, true])
  expect(await list()).toContain('new/board')
})

test('for a person it is told whether it is on, by the rule that decides', async () => {
  await bring(document)
  const ask = (person: string) => list(`?${new URLSearchParams({ flag: 'new/board', person })}`)
  expect(await ask(office.people.emil)).toContain('On: rule 1 of the flag new/board')
  expect(await ask('')).toContain('A board on paper')
  const other = await office.as('amy').get('/admin/flags?flag=nothing')
  expect(other.status).toBe(404)
})

test('it is for those who open modules alone', async () => {
  for (const name of ['lin', 'emil', 'tara'] as const) {
    expect((await office.as(name).get('/admin/flags')).status, name).toBe(404)
    expect((await office.as(name).get('/admin/flags/export')).status, name).toBe(404)
    expect((await bring(document, {}, name)).status, name).toBe(404)
  }
  expect(await list()).toContain('No flags have been imported')
})
