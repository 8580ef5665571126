import { afterAll, beforeAll, expect, test } from 'vitest'
import { password } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { fieldsOf, hiddenOf } from '../../setup/page.ts'
import { ageSessions, query } from '../../setup/query.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const mei = () => ({
  name: '张梅',
  email: 'Mei@Harbour.example',
  phone: '',
  department: office.departments.sales,
  roles: 'member',
})

const person = (id: string) =>
  query<Record<string, unknown>>(
    office,
    (sql) => sql`select u.*, (select array_agg(role order by role) from core.user_roles r
      where r.user_id = u.id) as roles from core.users u where id = ${id}`,
  )

test('two administrators who save the same person see both sides, and nothing is overwritten', async () => {
  const amy = office.as('amy')
  const id = office.people.sun
  const form = fieldsOf(await (await amy.get(`/admin/people/${id}/edit`)).text())
  const fields = { ...form, department: office.departments.service, roles: 'member' }
  expect((await amy.post(`/admin/people/${id}`, { ...fields, name: '孙悦悦' })).status).toBe(303)
  const late = await amy.post(`/admin/people/${id}`, { ...fields, name: '孙小悦' })
  expect(late.status).toBe(409)
  const page = await late.text()
  expect(page).toContain('孙悦悦')
  expect(page).toContain('孙小悦')
  expect((await person(id))[0]).toMatchObject({ name: '孙悦悦' })
  const again = await amy.post(`/admin/people/${id}`, { ...hiddenFields(page), name: '孙小悦' })
  expect(again.status).toBe(303)
  expect((await person(id))[0]).toMatchObject({ name: '孙小悦' })
})

const hiddenFields = (page: string) =>
  Object.fromEntries(
    ['version', 'email', 'phone', 'department', 'roles', 'champion', 'locale'].map((name) => [
      name,
      hiddenOf(page, name),
    ]),
  )

test('the last administrator can be neither disabled nor changed into something else', async () => {
  const amy = office.as('amy')
  const id = office.people.amy
  const form = fieldsOf(await (await amy.get(`/admin/people/${id}/edit`)).text())
  const refused = await amy.post(`/admin/people/${id}`, {
    ...form,
    department: office.departments.company,
    roles: 'member',
  })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('last administrator')
  await amy.post(`/admin/people/${id}/disable`)
  expect((await person(id))[0]).toMatchObject({ disabled_at: null, roles: ['admin'] })
})

test('an administrator who has no password yet does not count as one who can sign in', async () => {
  const amy = office.as('amy')
  const second = { ...mei(), name: '新管理员', email: 'second@harbour.example', roles: 'admin' }
  await amy.post('/admin/people', second)
  const form = fieldsOf(await (await amy.get(`/admin/people/${office.people.amy}/edit`)).text())
  const refused = await amy.post(`/admin/people/${office.people.amy}`, {
    ...form,
    department: office.departments.company,
    roles: 'member',
  })
  expect(refused.status).toBe(422)
})

test('disabling lin ends her sessions at once and keeps her out until she is enabled', async () => {
  const lin = office.as('lin')
  expect((await lin.get('/')).status).toBe(200)
  const amy = office.as('amy')
  expect((await amy.post(`/admin/people/${office.people.lin}/disable`)).status).toBe(303)
  await expect.poll(async () => (await lin.get('/')).status).toBe(302)
  const try1 = await office.stranger().post('/login', { email: 'lin@harbour.example', password })
  expect(try1.status).toBe(422)
  await amy.post(`/admin/people/${office.people.lin}/enable`)
  expect((await lin.get('/')).status).toBe(302)
  const try2 = await office.stranger().post('/login', { email: 'lin@harbour.example', password })
  expect(try2.status).toBe(303)
})

test('other roles end the sessions of a person, and their next one has the new rights', async () => {
  const tara = office.as('tara')
  expect((await tara.get('/admin/people')).status).toBe(404)
  const amy = office.as('amy')
  const id = office.people.tara
  const form = fieldsOf(await (await amy.get(`/admin/people/${id}/edit`)).text())
  const fields = { ...form, department: office.departments.production }
  const saved = await amy.post(`/admin/people/${id}`, { ...fields, roles: ['admin', 'trainer'] })
  expect(saved.status).toBe(303)
  await expect.poll(async () => (await tara.get('/')).status).toBe(302)
  expect((await office.as('tara').get('/admin/people')).status).toBe(200)
})

test('amy, who changes her own roles, goes on under a new token', async () => {
  const amy = office.as('amy')
  const id = office.people.amy
  const form = fieldsOf(await (await amy.get(`/admin/people/${id}/edit`)).text())
  const old = amy.cookie('sid')
  const roles = ['admin', 'sponsor']
  const fields = { ...form, department: office.departments.company, roles }
  expect((await amy.post(`/admin/people/${id}`, fields)).status).toBe(303)
  expect((await amy.get('/admin/people')).status).toBe(200)
  expect(amy.cookie('sid')).not.toBe(old)
  const replayed = await office.stranger().send('/', { headers: { cookie: `sid=${old}` } })
  expect(replayed.status).toBe(302)
})

test('whoever signed in more than ten minutes ago shows their password before another becomes admin', async () => {
  const amy = office.as('amy')
  await amy.get('/')
  const held = amy.cookie('sid')
  await ageSessions(office, { started: '11 minutes' })
  const form = { ...mei(), name: '赵六', email: 'zhao@harbour.example', roles: 'admin' }
  const asked = await amy.post('/admin/people', form)
  expect(asked.status).toBe(422)
  expect(await asked.text()).toContain('Your own password')
  const wrong = await amy.post('/admin/people', { ...form, confirm: 'not her password' })
  expect(await wrong.text()).toContain('not your password')
  expect((await amy.post('/admin/people', { ...form, confirm: password })).status).toBe(303)
  expect(amy.cookie('sid')).not.toBe(held)
})
