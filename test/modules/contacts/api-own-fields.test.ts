import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OwnField } from '../../../core/own-fields/own-field.ts'
import { choicesOf, giveField, person } from '../../core/own-fields/giving.ts'
import type { Office } from '../../setup/office.ts'
import { type Json, type Program, programOf } from '../../setup/program.ts'
import { openContactsOffice } from './contacts-office.ts'

let office: Office
let emil: Program
const fields = {} as Record<
  'contract' | 'seats' | 'budget' | 'renewal' | 'tier' | 'needs' | 'vetted' | 'buyer',
  OwnField
>
beforeAll(async () => {
  office = await openContactsOffice()
  emil = await programOf(office.app, office, 'emil')
  fields.contract = await giveField(office, 'text', 'Contract no.', { unique: 'on' })
  fields.seats = await giveField(office, 'number', 'Seats')
  fields.budget = await giveField(office, 'money', 'Budget')
  fields.renewal = await giveField(office, 'date', 'Renewal')
  fields.tier = await giveField(office, 'choice', 'Tier', choicesOf('Gold', 'Silver'))
  fields.needs = await giveField(office, 'multi_choice', 'Needs', choicesOf('Pumps', 'Valves'))
  fields.vetted = await giveField(office, 'yes_no', 'Vetted')
  fields.buyer = await giveField(office, 'person', 'Inside sales')
})
afterAll(() => office?.close())

const keyed = (values: Partial<Record<keyof typeof fields, unknown>>): Json =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      fields[name as keyof typeof fields].own.key,
      value,
    ]),
  )

const choice = (field: OwnField, at: number): string => field.own.choices[at]?.key ?? ''

const all = () => ({
  contract: 'HT-1',
  seats: '1200.5',
  budget: { minor: 1_200_000, currency: 'CNY' },
  renewal: '2026-03-05',
  tier: choice(fields.tier, 1),
  needs: [choice(fields.needs, 0), choice(fields.needs, 1)],
  vetted: true,
  buyer: office.people.lin,
})

test('what a company added is written and read under “own”, each kind as it is stored', async () => {
  const made = await emil.post('/accounts', {
    name: 'Star River',
    own: keyed({ ...all(), seats: 1200.5 }),
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  expect(made.body.own).toEqual(keyed(all()))
  expect((await emil.get(`/accounts/${made.body.id}`)).body).toEqual(made.body)
  expect((await emil.get('/accounts?q=Star')).body.items).toEqual([made.body])
  const path = `/accounts/${made.body.id}`
  const patched = await emil.patch(path, { own: keyed({ vetted: false, needs: [] }) }, 1)
  expect(patched.body.own).toEqual(keyed({ ...all(), vetted: false, needs: null }))
  const others = await emil.patch(path, { region: '上海' }, 2)
  expect(others.body.own).toEqual(patched.body.own)
})

test('what a form would refuse is refused by the field’s own name', async () => {
  const wrong = { seats: 'many', tier: 'bronze', renewal: '2026-02-30', buyer: office.company }
  const answer = await emil.post('/accounts', { name: 'Wrong', own: keyed(wrong) })
  expect(answer.status).toBe(422)
  expect(answer.body.errors.map(({ pointer }: Json) => pointer).sort()).toEqual(
    Object.keys(keyed(wrong))
      .map((key) => `#/own/${key}`)
      .sort(),
  )
  const unknown = await emil.post('/accounts', { name: 'Wrong', own: { nothing: 1 } })
  expect(unknown.body.errors).toEqual([{ pointer: '#/own/nothing', detail: expect.any(String) }])
})

test('a value that may stand once is refused the second time, and nothing of that record is kept', async () => {
  const own = keyed({ contract: 'HT-ONCE' })
  expect((await emil.post('/accounts', { name: 'First', own })).status).toBe(201)
  const second = await emil.post('/accounts', { name: 'Second', own })
  expect(second.status).toBe(422)
  expect(second.body.errors[0].pointer).toBe(`#/own/${fields.contract.own.key}`)
  expect((await emil.get('/accounts?q=Second')).body.total).toBe(0)
})

test('a field that must be filled in is asked for when a contact is made, and a patch of another goes through', async () => {
  const old = await emil.post('/contacts', { name: '张三' })
  const { own } = await giveField(office, 'text', 'Badge', { required: 'on' }, person)
  const refused = await emil.post('/contacts', { name: '李四' })
  expect(refused.body.errors[0].pointer).toBe(`#/own/${own.key}`)
  expect((await emil.patch(`/contacts/${old.body.id}`, { title: '经理' }, '*')).status).toBe(200)
  const made = await emil.post('/contacts', { name: '李四', own: { [own.key]: 'B-7' } })
  expect(made.body.own).toEqual({ [own.key]: 'B-7' })
})

test('the description has the company’s fields for its own programs, and for nobody else', async () => {
  const { own } = (await emil.get('/openapi.json')).body.components.schemas.accounts.properties
  expect(own.properties[fields.contract.own.key].description).toBe('Contract no.')
  const open = await (await office.stranger().get('/api/v1/openapi.json')).text()
  expect(open).not.toContain('Contract no.')
})

test('lists are filtered and sorted by what a company added, page by page, and described so', async () => {
  for (const [name, seats, renewal] of [
    ['Few', 3, '2026-01-01'],
    ['Many', 300, '2026-06-01'],
    ['Most', 3000, '2027-01-01'],
  ] as const)
    await emil.post('/accounts', { name, own: keyed({ seats, renewal }) })
  const names = async (query: string) => {
    const { body } = await emil.get(`/accounts?${query}`)
    return body.items.map(({ name }: Json) => name)
  }
  const { seats, renewal, tier } = fields
  expect(await names(`${seats.field}.from=100&${seats.field}.to=2000&q=m`)).toEqual(['Many'])
  expect(await names(`${renewal.field}.to=2026-01-31`)).toContain('Few')
  const sorted = await emil.get(`/accounts?sort=-${seats.field}&limit=1`)
  expect(sorted.body.items.map(({ name }: Json) => name)).toEqual(['Most'])
  const next = await emil.get(`/accounts?sort=-${seats.field}&limit=1&cursor=${sorted.body.next}`)
  expect(next.body.items[0].name).not.toBe('Most')
  expect(sorted.body.total).toBe(next.body.total)
  for (const wrong of [
    `${seats.field}.from=many`,
    `${tier.field}=Wood`,
    'own_nothing=1',
    'sort=own_nothing',
  ])
    expect((await emil.get(`/accounts?${wrong}`)).status, wrong).toBe(422)
  const { parameters } = (await emil.get('/openapi.json')).body.paths['/v1/accounts'].get
  expect(parameters).toContainEqual(
    expect.objectContaining({ name: `${seats.field}.from`, description: 'Seats' }),
  )
})
