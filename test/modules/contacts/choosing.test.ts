import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../core/db/id.ts'
import type { Order } from '../../../core/transfer/transfer.ts'
import { writeAccounts } from '../../../modules/contacts/transfers/accounts.ts'
import { writePeople } from '../../../modules/contacts/transfers/people.ts'
import { upload } from '../../core/transfer/warehouse.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import type { Visitor } from '../../setup/visitor.ts'
import { openContactsOffice } from './contacts-office.ts'

let office: Office
let lin: Visitor
beforeAll(async () => {
  office = await openContactsOffice()
  lin = office.as('lin')
})
afterAll(() => office?.close())

const registry = () => office.app.product.registry
const accounts = (
  rows: Parameters<typeof writeAccounts>[2],
  order: Partial<Order>,
  who: PersonName = 'lin',
) =>
  office.inScope(who, (scope) => writeAccounts(scope, registry(), rows, { mode: 'both', ...order }))
const people = (rows: Parameters<typeof writePeople>[2], order: Partial<Order> = {}) =>
  office.inScope('lin', (scope) => writePeople(scope, registry(), rows, { mode: 'both', ...order }))
const kinds = (outcomes: readonly { kind: string }[]) => outcomes.map(({ kind }) => kind)

test('rows are recognised by the keys that were chosen, and by no others', async () => {
  const acme = { name: 'Acme', creditCode: '91310000MA1FL0A12X' }
  expect(kinds(await accounts([acme], {}))).toEqual(['created'])
  const renamed = { name: 'Acme plc', creditCode: acme.creditCode }
  expect(
    kinds(await accounts([{ name: 'Acme', region: 'Leeds' }], { keys: ['creditCode'] })),
  ).toEqual(['created'])
  expect(kinds(await accounts([renamed], { keys: ['creditCode'] }))).toEqual(['updated'])

  expect(kinds(await people([{ name: 'Ada', email: 'ada@example.com' }]))).toEqual(['created'])
  const moved = { name: 'Ada', email: 'lovelace@example.com' }
  expect(kinds(await people([moved], { keys: ['name'] }))).toEqual(['updated'])
  expect(
    kinds(await people([{ name: 'Ada', email: 'ada@example.com' }], { keys: ['email'] })),
  ).toEqual(['created'])
})

test('new records that name nobody go to whoever was chosen; others keep their owner', async () => {
  await accounts([{ name: 'Old one', owner: '林岚' }], {})
  const { emil } = office.people
  await accounts(
    [
      { name: 'Old one', region: 'Hull' },
      { name: 'New one' },
      { name: 'Named one', owner: '林岚' },
    ],
    { ownerId: emil },
  )
  const rows = await office.inScope('amy', async ({ db, company }) => [
    ...(await db.execute(sql`
      select a.name, u.name as owner from contacts.accounts a
      join core.users u on u.company_id = a.company_id and u.id = a.owner_id
      where a.company_id = ${company.id} and a.name like '% one' order by a.name`)),
  ])
  expect(rows).toEqual([
    { name: 'Named one', owner: '林岚' },
    { name: 'New one', owner: '艾米尔' },
    { name: 'Old one', owner: '林岚' },
  ])
  expect(kinds(await accounts([{ name: 'Nobody one' }], { ownerId: newId() }))).toEqual([
    'rejected',
  ])
})

test('a contact’s account is found by its name, its credit code or its web address', async () => {
  await accounts(
    [{ name: '星河科技', creditCode: '91110108551385082Q', website: 'https://www.xinghe.example' }],
    {},
  )
  const rows = [
    '星河科技',
    '91110108551385082q',
    'xinghe.example',
    'https://www.xinghe.example',
    'nowhere.example',
  ]
  const outcomes = await people(
    rows.map((account, at) => ({ name: `Employee ${at}`, email: `e${at}@example.com`, account })),
  )
  expect(kinds(outcomes)).toEqual(['created', 'created', 'created', 'created', 'rejected'])
})

test('how a file is read is kept under a name, and a file with the same columns is read so for colleagues', async () => {
  const text = 'Thing,Kind\nKayak,Boats\n'
  const { id } = await upload(lin, 'accounts', text)
  expect(await (await lin.get(`/admin/import/${id}`)).text()).toContain('Choose the column for')
  const form = {
    column: ['name', 'industry'],
    mode: 'create',
    key: ['name'],
    template: 'Boat fair',
  }
  await lin.post(`/admin/import/${id}`, form)

  const { id: next } = await upload(lin, 'accounts', 'Thing,Kind\nCanoe,Boats\n')
  const page = await (await lin.get(`/admin/import/${next}`)).text()
  expect(page).toContain('as “Boat fair” says')
  expect(page).toContain('The only row is ready')
  const amys = await upload(office.as('amy'), 'accounts', text)
  expect(await (await office.as('amy').get(`/admin/import/${amys.id}`)).text()).toContain(
    'Boat fair',
  )

  const { id: other } = await upload(lin, 'accounts', 'Thing,Kind,More\nCanoe,Boats,x\n')
  expect(await (await lin.get(`/admin/import/${other}`)).text()).not.toContain('Boat fair')
  const [row] = await office.inScope('lin', ({ db }) =>
    db.execute(sql`select mode, keys from core.imports where id = ${next}`),
  )
  expect(row).toEqual({ mode: 'create', keys: ['name'] })
})

test('without any key to recognise records by, the form says so and keeps what else was chosen', async () => {
  const { id } = await upload(lin, 'accounts', 'Thing,Sort\nKayak,Boats\n')
  const form = { column: ['name', 'industry'], mode: 'update' }
  const answer = await lin.post(`/admin/import/${id}`, form)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Choose at least one')
  expect(page).not.toMatch(/<input[^>]*name="key"[^>]*checked/)
  expect(page).toMatch(/<input[^>]*value="update"[^>]*checked/)
  expect(page).toMatch(/<option value="industry" selected/)
  const [row] = await office.inScope('lin', ({ db }) =>
    db.execute(sql`select mode, keys from core.imports where id = ${id}`),
  )
  expect(row).toEqual({ mode: 'both', keys: null })
  const both = await lin.post(`/admin/import/${id}`, { ...form, key: ['creditCode', 'name'] })
  expect(both.status).toBe(303)
})

test('another company neither sees nor uses a template', async () => {
  const valley = await office.another()
  const { switchOn } = await import('./contacts-office.ts')
  await switchOn(valley)
  const theirs = valley.as('lin')
  const { id } = await upload(theirs, 'accounts', 'Thing,Kind\nKayak,Boats\n')
  expect(await (await theirs.get(`/admin/import/${id}`)).text()).not.toContain('Boat fair')
})
