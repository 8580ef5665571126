import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice } from './contacts-office.ts'
import { makeAccount } from './make.ts'

let office: Office
let emils: string[]
let suns: string
beforeAll(async () => {
  office = await openContactsOffice()
})
afterAll(() => office?.close())

beforeEach(async () => {
  const { registry } = office.app.product
  emils = await office.inScope('emil', (scope) =>
    Promise.all(['one', 'two', 'three'].map((name) => makeAccount(scope, registry, { name }))),
  )
  suns = await office.inScope('sun', (scope) => makeAccount(scope, registry, { name: 'of sun' }))
})

type Held = { id: string; owner: string | null; department: string | null; version: number }

const held = (ids: readonly string[]) =>
  office.inScope('amy', (scope) =>
    scope.db.execute<Held>(sql`
      select id, owner_id as owner, department_id as department, version from contacts.accounts
      where id = any(${sql.param(ids)}::uuid[]) order by id`),
  )

const assigned = (ids: readonly string[]) =>
  office.inScope('amy', (scope) =>
    scope.db.execute<{ id: string; before: unknown; after: unknown }>(sql`
      select record_id as id, before, after from core.audit where action = 'assigned'
        and record_id = any(${sql.param(ids)}::text[]) order by id`),
  )

test('lin gives three accounts to sun in one go: each goes to her department and says so', async () => {
  const { people, departments } = office
  const asked = await office.as('lin').post('/contacts/accounts/bulk', { id: emils, do: 'assign' })
  expect(asked.status).toBe(200)
  const html = await asked.text()
  for (const id of emils) expect(html).toContain(`value="${id}"`)
  const given = await office
    .as('lin')
    .post('/contacts/accounts/assign', { id: emils, owner: people.sun })
  expect(given.status).toBe(303)
  const place = { owner: people.sun, department: departments.service, version: 2 }
  expect(await held(emils)).toMatchObject([place, place, place])
  expect(await assigned(emils)).toHaveLength(3)
  expect((await assigned(emils))[0]).toMatchObject({
    before: { ownerId: people.emil, departmentId: departments.sales },
    after: { ownerId: people.sun, departmentId: departments.service },
  })
  const page = await (await office.as('sun').get(`/contacts/accounts/${emils[0]}`)).text()
  expect(page).toContain('gave it to 孙悦')
  expect((await office.as('emil').get(`/contacts/accounts/${emils[0]}`)).status).toBe(404)
})

test('with one account out of reach among them, none changes hands', async () => {
  const before = await held([...emils, suns])
  for (const path of ['/contacts/accounts/bulk', '/contacts/accounts/assign']) {
    const form = { id: [...emils, suns], do: 'assign', owner: office.people.lin }
    expect((await office.as('lin').post(path, form)).status, path).toBe(404)
  }
  expect(await held([...emils, suns])).toEqual(before)
  expect(await assigned([...emils, suns])).toEqual([])
})

test('archiving with one account out of reach among them archives none', async () => {
  const form = { id: [...emils, suns], do: 'archive' }
  expect((await office.as('lin').post('/contacts/accounts/bulk', form)).status).toBe(404)
  expect((await held(emils)).map(({ version }) => version)).toEqual([1, 1, 1])
})

test('a department can have accounts without an owner, and its members see them then', async () => {
  const form = { id: emils, owner: '', department: office.departments.service }
  expect((await office.as('lin').post('/contacts/accounts/assign', form)).status).toBe(303)
  expect(await held(emils)).toMatchObject([{ owner: null }, { owner: null }, { owner: null }])
  expect((await office.as('sun').get(`/contacts/accounts/${emils[0]}`)).status).toBe(200)
  expect((await office.as('emil').get(`/contacts/accounts/${emils[0]}`)).status).toBe(404)
})

test.each([
  ['nobody at all', { owner: '', department: '' }],
  ['somebody who does not exist', { owner: '01890000-0000-7000-8000-000000000000' }],
  ['what is no id', { owner: "' or 1=1" }],
  ['a department that does not exist', { department: '01890000-0000-7000-8000-000000000000' }],
])('accounts cannot be given to %s: the form says so and keeps the choice', async (_, wrong) => {
  const form = { id: emils, ...wrong }
  const answer = await office.as('lin').post('/contacts/accounts/assign', form)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(`value="${emils[2]}"`)
  expect((await held(emils)).map(({ version }) => version)).toEqual([1, 1, 1])
})

test('somebody who left cannot be given anything', async () => {
  await office.inScope('amy', (scope) =>
    scope.db.execute(
      sql`update core.users set disabled_at = now() where id = ${office.people.tara}`,
    ),
  )
  const form = { id: emils, owner: office.people.tara }
  expect((await office.as('lin').post('/contacts/accounts/assign', form)).status).toBe(422)
})

test('giving accounts to whoever has them already leaves no trace', async () => {
  const form = { id: emils, owner: office.people.emil }
  expect((await office.as('lin').post('/contacts/accounts/assign', form)).status).toBe(303)
  expect(await assigned(emils)).toEqual([])
})

test('emil keeps his columns, in his order, and lin hers', async () => {
  const form = { order: ['region', 'owner', 'phone'], column: ['phone', 'region'], back: '/' }
  expect((await office.as('emil').post('/contacts/accounts/columns', form)).status).toBe(303)
  const headings = async (who: 'emil' | 'lin') => {
    const html = await (await office.as(who).get('/contacts/accounts')).text()
    const head = html.slice(html.indexOf('<thead'), html.indexOf('<tbody'))
    return [...head.matchAll(/scope="col"[^>]*>(?:<a[^>]*>)?([^<]+)/g)].map(([, label]) => label)
  }
  expect(await headings('emil')).toEqual(['Account name', 'Region', 'Phone'])
  expect(await headings('lin')).toContain('Industry')
  const moved = { order: ['region', 'phone'], column: ['region', 'phone'], down: 'region' }
  await office.as('emil').post('/contacts/accounts/columns', moved)
  expect(await headings('emil')).toEqual(['Account name', 'Phone', 'Region'])
})

test('from a record the way leads back to the list as it was left', async () => {
  const emil = office.as('emil')
  await emil.get('/contacts/accounts?q=one&sort=-name')
  const record = await (await emil.get(`/contacts/accounts/${emils[0]}`)).text()
  expect(record).toContain('href="/contacts/accounts?q=one&amp;sort=-name"')
  await emil.get('/contacts/accounts')
  const fresh = await (await emil.get(`/contacts/accounts/${emils[0]}`)).text()
  expect(fresh).not.toContain('q=one')
})
