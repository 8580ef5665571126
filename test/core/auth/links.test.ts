import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLink } from '../../../core/access/add-person.ts'
import { type PersonName, password } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { fieldsOf, rowsOf } from '../../setup/page.ts'
import { query } from '../../setup/query.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const linkFor = (who: PersonName) =>
  office.inScope('amy', async (scope) => `/welcome/${await makeLink(scope, office.people[who])}`)

const use = (path: string, typed = 'eleven owls at the mill', more = {}) =>
  office.stranger().post(path, { password: typed, ...more })

const canSignIn = async (who: PersonName, typed: string) => {
  const form = { email: `${who}@harbour.example`, password: typed }
  return (await office.stranger().post('/login', form)).status === 303
}

test('a link works once, and of two clicks at the same moment one counts', async () => {
  const path = await linkFor('emil')
  const answers = await Promise.all([use(path), use(path, 'twelve owls at the mill')])
  expect(answers.map((answer) => answer.status).sort()).toEqual([303, 404])
  expect((await use(path)).status).toBe(404)
  expect((await office.stranger().get(path)).status).toBe(404)
})

test.each([
  ['reset', 'lin', '29 minutes', 200],
  ['reset', 'lin', '31 minutes', 404],
  ['invite', 'sun', '71 hours', 200],
  ['invite', 'sun', '73 hours', 404],
] as const)('a link to %s, made for %s %s ago, answers %i', async (purpose, who, age, status) => {
  if (purpose === 'invite')
    await query(
      office,
      (sql) => sql`update core.users set password_hash = null where id = ${office.people.sun}`,
    )
  const path = await linkFor(who)
  await query(
    office,
    (sql) => sql`update core.one_time_links set expires_at = expires_at - ${age}::interval`,
  )
  expect((await office.stranger().get(path)).status).toBe(status)
  if (status === 404) expect((await use(path)).status).toBe(404)
})

test('a new link revokes the one before', async () => {
  const first = await linkFor('lin')
  const second = await linkFor('lin')
  expect((await use(first)).status).toBe(404)
  expect((await office.stranger().get(second)).status).toBe(200)
})

test('a link opens the account of its own person, whatever else is posted', async () => {
  const path = await linkFor('tara')
  const poison = { user_id: office.people.amy, id: office.people.amy, email: 'amy@harbour.example' }
  expect((await use(path, 'thirteen owls at the mill', poison)).status).toBe(303)
  expect(await canSignIn('tara', 'thirteen owls at the mill')).toBe(true)
  expect(await canSignIn('amy', 'thirteen owls at the mill')).toBe(false)
  expect(await canSignIn('amy', password)).toBe(true)
})

test('a weak password is refused, and the link still works afterwards', async () => {
  const path = await linkFor('lin')
  expect((await use(path, 'short')).status).toBe(422)
  expect((await use(path, 'fourteen owls at the mill')).status).toBe(303)
})

test('a chosen password ends the sessions of before', async () => {
  const lin = office.as('lin')
  expect((await lin.get('/')).status).toBe(200)
  await use(await linkFor('lin'), 'fifteen owls at the mill')
  await expect.poll(async () => (await lin.get('/')).status).toBe(302)
})

test('somebody disabled comes in by no link, and gets none', async () => {
  const path = await linkFor('emil')
  await office.as('amy').post(`/admin/people/${office.people.emil}/disable`)
  expect((await office.stranger().get(path)).status).toBe(404)
  expect(await linkFor('emil')).toBe('/welcome/undefined')
})

test('a link made for one address opens nothing once the person has another', async () => {
  const [lin, sun] = [await linkFor('lin'), await linkFor('sun')]
  const amy = office.as('amy')
  const page = await amy.get(`/admin/people/${office.people.lin}/edit`)
  const fields = {
    ...fieldsOf(await page.text()),
    department: office.departments.sales,
    roles: 'lead',
  }
  const saved = await amy.post(`/admin/people/${office.people.lin}`, {
    ...fields,
    email: 'lin.lan@harbour.example',
  })
  expect(saved.status).toBe(303)
  expect((await use(lin)).status).toBe(404)
  expect((await office.stranger().get(sun)).status).toBe(200)
  await query(
    office,
    (sql) => sql`update core.users set email = 'lin@harbour.example'
      where id = ${office.people.lin}`,
  )
})

test('who forgot their password stands first in the list, and asking tells nothing of accounts', async () => {
  const ask = async (email: string) => {
    const answer = await office.stranger().post('/forgotten', { email })
    return `${answer.status} ${await answer.text()}`
  }
  expect((await ask('lin@harbour.example')) === (await ask('nobody@harbour.example'))).toBe(true)
  const page = await (await office.as('amy').get('/admin/people')).text()
  const [first] = rowsOf(page)
  expect(first).toContain('林岚')
  expect(first).toContain('Make reset link')
  const made = await office.as('amy').post(`/admin/people/${office.people.lin}/link`)
  expect(made.status).toBe(303)
  const later = await (await office.as('amy').get('/admin/people')).text()
  expect(later).not.toContain('Make reset link')
})

test('the database knows no token, only hashes', async () => {
  const token = (await linkFor('lin')).replace('/welcome/', '')
  const rows = await query(
    office,
    (sql) => sql`select from core.one_time_links l where l::text like ${`%${token}%`}`,
  )
  expect(token.length).toBeGreaterThanOrEqual(43)
  expect(rows).toEqual([])
})
