import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../setup/office.ts'
import { fieldsOf, hiddenOf } from '../../setup/page.ts'
import { query } from '../../setup/query.ts'

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

test('amy adds mei, sees her link once, and mei comes in by it and chooses a password', async () => {
  const amy = office.as('amy')
  const made = await amy.post('/admin/people', mei())
  expect(made.status).toBe(303)
  const at = made.headers.get('location') ?? ''
  const page = await (await amy.get(at)).text()
  const link = /http[^<\s]+\/welcome\/[\w-]+/.exec(page)?.[0] ?? ''
  expect(link).toContain('/welcome/')
  expect(await (await amy.get(at)).text()).not.toContain('/welcome/')
  const id = at.split('/').at(-1) ?? ''
  expect((await person(id))[0]).toMatchObject({ email: 'mei@harbour.example', roles: ['member'] })

  const visitor = office.stranger()
  const welcome = new URL(link).pathname
  expect(await (await visitor.get(welcome)).text()).toContain('张梅')
  const chosen = await visitor.post(welcome, { password: 'seven boats in the fog' })
  expect(chosen.status).toBe(303)
  expect(await (await visitor.get('/')).text()).toContain('张梅')
})

test('what is wrong with a new person stands beside its field, and nothing that was typed is lost', async () => {
  const amy = office.as('amy')
  const empty = await amy.post('/admin/people', { name: ' ', email: '', phone: '' })
  expect(empty.status).toBe(422)
  const said = await empty.text()
  for (const sentence of [
    'Fill in “Name”',
    'Give an e-mail address or a phone number',
    'Choose at least one role',
    'Choose the department',
  ])
    expect(said).toContain(sentence)
  const wrong = await amy.post('/admin/people', {
    ...mei(),
    name: '王<b>',
    email: 'not an address',
    phone: '138 1234',
  })
  const page = await wrong.text()
  expect(fieldsOf(page)).toMatchObject({
    name: '王&lt;b&gt;',
    email: 'not an address',
    phone: '138 1234',
  })
  expect(page).toContain('A mobile number has 11 digits and this has 7')
})

test('an address or a number belongs to one person, whatever its capitals and spaces', async () => {
  const amy = office.as('amy')
  const lei = { ...mei(), name: '王磊', email: 'lei@harbour.example', phone: '138 1234 5678' }
  expect((await amy.post('/admin/people', lei)).status).toBe(303)
  const again = await amy.post('/admin/people', {
    ...lei,
    email: 'LEI@harbour.example',
    phone: '+86138-1234-5678',
  })
  expect(again.status).toBe(422)
  const page = await again.text()
  expect(page).toContain('王磊 has this e-mail address already')
  expect(page).toContain('王磊 has this phone number already')
})

test('the same form sent twice, even at once, makes one person', async () => {
  const amy = office.as('amy')
  const once = hiddenOf(await (await amy.get('/admin/people/new')).text(), '_once')
  const form = { ...mei(), name: '双双', email: 'twice@harbour.example', _once: once }
  const answers = await Promise.all([
    amy.post('/admin/people', form),
    amy.post('/admin/people', form),
    amy.post('/admin/people', form),
  ])
  const places = answers.map((answer) => answer.headers.get('location'))
  expect(new Set(places).size).toBe(1)
  expect(places[0]).toMatch(/^\/admin\/people\/[0-9a-f-]{36}$/)
  const rows = await query(office, (sql) => sql`select id from core.users where name = '双双'`)
  expect(rows).toHaveLength(1)
})

test('two administrators who add the same address at once make one person, and one sentence', async () => {
  const form = { ...mei(), name: '同时', email: 'same@harbour.example' }
  const answers = await Promise.all([
    office.as('amy').post('/admin/people', form),
    office.as('amy').post('/admin/people', form),
  ])
  expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422])
})

test('a post of every column changes only what the form has', async () => {
  const amy = office.as('amy')
  const id = office.people.emil
  const [before] = await person(id)
  const columns = Object.keys(before ?? {})
  const valley = await office.another()
  const poison = Object.fromEntries(columns.map((column) => [column, '2020-01-01']))
  const saved = await amy.post(`/admin/people/${id}`, {
    ...poison,
    company_id: valley.company,
    id: office.people.sun,
    password_hash: 'x',
    disabled_at: '2020-01-01',
    name: '艾米尔',
    email: 'emil@harbour.example',
    phone: '',
    locale: '',
    department: office.departments.east,
    roles: 'member',
    version: String(before?.version),
  })
  expect(saved.status).toBe(303)
  const [after] = await person(id)
  const changed = columns.filter(
    (column) => column !== 'updated_at' && String(after?.[column]) !== String(before?.[column]),
  )
  expect(changed.sort()).toEqual(['department_id', 'version'])
})

test('people are found by pinyin, initials, e-mail and phone, and by nothing else', async () => {
  const amy = office.as('amy')
  const found = async (q: string) =>
    (await (await amy.get(`/admin/people?q=${encodeURIComponent(q)}`)).text()).includes('林岚')
  for (const q of ['林', 'linlan', 'lin lan', 'LL', 'lin@harbour'])
    expect(await found(q), q).toBe(true)
  for (const q of ['sunyue', 'zzz', '%', "'"]) expect(await found(q), q).toBe(false)
})

test('people without the right, and other companies, find no such page', async () => {
  const valley = await office.another()
  const unknown = '0198c0de-0000-7000-8000-000000000000'
  for (const path of [
    '',
    '/new',
    '/several',
    `/${office.people.sun}`,
    `/${office.people.sun}/edit`,
  ])
    expect((await office.as('emil').get(`/admin/people${path}`)).status, path).toBe(404)
  const masked = async (id: string, page: string) => {
    const answer = await office.as('amy').get(`/admin/people/${id}${page}`)
    return `${answer.status} ${(await answer.text()).replaceAll(id, 'ID')}`
  }
  for (const page of ['', '/edit'])
    for (const id of [valley.people.emil, 'nonsense'])
      expect((await masked(id, page)) === (await masked(unknown, page)), `${id}${page}`).toBe(true)
  for (const verb of ['disable', 'enable', 'link', 'sign-out', 'edit'])
    expect(
      (await office.as('amy').post(`/admin/people/${valley.people.emil}/${verb}`)).status,
      verb,
    ).toBe(404)
  expect((await valley.as('emil').get('/')).status).toBe(200)
})
