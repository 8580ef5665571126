import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { type Json, type Program, programOf } from '../../setup/program.ts'
import { query } from '../../setup/query.ts'
import { openContactsOffice } from './contacts-office.ts'

let office: Office
const programs = {} as Record<PersonName, Program>
beforeAll(async () => {
  office = await openContactsOffice({ locale: 'zh-CN' })
  for (const name of ['amy', 'lin', 'emil', 'sun', 'tara'] as const)
    programs[name] = await programOf(office.app, office, name)
})
afterAll(() => office?.close())

const made = async (path: string, body: object, by: PersonName = 'emil'): Promise<Json> => {
  const answer = await programs[by].post(path, body)
  expect(answer.body).toMatchObject(body)
  expect(answer.status).toBe(201)
  return answer.body
}

const trailOf = (id: string) =>
  query(
    office,
    (sql) => sql`
      select a.action, u.name as who,
        (select count(*)::int from core.events e where e.payload ->> 'id' = ${id}) as events,
        (select count(*)::int from core.timeline t where t.record_id::text = ${id}) as lines
      from core.audit a left join core.users u on u.id = a.actor_id
      where a.record_id = ${id} order by a.id`,
  )

test('a program may add what there is already, and finds it by asking first as the description says', async () => {
  const { emil } = programs
  for (const [path, body, asked] of [
    ['/accounts', { name: '双生科技', creditCode: '91350100M000100Y43' }, '91350100M000100Y43'],
    ['/contacts', { name: '孪一', email: 'twin@s.example' }, 'twin@s.example'],
    ['/contacts', { name: '孪二', mobile: '13900007777' }, '13900007777'],
  ] as const) {
    for (const count of [1, 2]) {
      expect((await emil.post(path, body)).status).toBe(201)
      expect((await emil.get(`${path}?q=${asked}`)).body.total, asked).toBe(count)
    }
  }
})

test('an account goes in as a person would add it: understood, owned, in the trail, found', async () => {
  const { emil } = programs
  const given = {
    name: '上海星河科技有限公司',
    phone: '021-6100 8888',
    website: 'https://www.example.com',
    listedOn: '2010-05-12',
    employees: 120,
    revenue: { minor: 1_200_000_000, currency: 'CNY' },
    tags: ['展会', '重点'],
  }
  const answer = await emil.post('/accounts', given)
  expect(answer.status).toBe(201)
  expect(answer.body).toMatchObject({
    ...given,
    phone: '021 6100 8888',
    phoneE164: '+862161008888',
    ownerId: office.people.emil,
    ownerName: '艾米尔',
    departmentId: office.departments.sales,
    industry: null,
    archivedAt: null,
    version: 1,
  })
  expect(answer.headers.get('location')).toBe(`/api/v1/accounts/${answer.body.id}`)
  expect(answer.headers.get('etag')).toBe('"1"')
  expect((await emil.get(`/accounts/${answer.body.id}`)).body).toEqual(answer.body)
  expect(await trailOf(answer.body.id)).toEqual([
    { action: 'created', who: '艾米尔', events: 1, lines: 1 },
    { action: 'tagged', who: '艾米尔', events: 1, lines: 1 },
    { action: 'tagged', who: '艾米尔', events: 1, lines: 1 },
  ])
  for (const q of ['星河', 'xinghe', 'shxh', '61008888']) {
    const found = await emil.get(`/accounts?q=${encodeURIComponent(q)}`)
    expect(
      found.body.items.map(({ id }: Json) => id),
      q,
    ).toContain(answer.body.id)
  }
})

test('what people could not type is refused with the same sentences, all at once, and nothing is kept', async () => {
  const [before] = await query(
    office,
    (sql) => sql`select count(*)::int as n from contacts.accounts`,
  )
  const answer = await programs.emil.post(
    '/accounts',
    { name: ' ', creditCode: '123', employees: -1, email: 'nobody', parentId: office.company },
    { 'accept-language': 'en' },
  )
  expect(answer.status).toBe(422)
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(answer.body).toEqual({
    type: 'urn:stepwise:problem:invalid',
    title: 'Something cannot be taken',
    status: 422,
    detail: 'Nothing was changed. What is wrong stands in “errors”.',
    errors: [
      { pointer: '#/name', detail: 'Fill in “Account name”.' },
      {
        pointer: '#/creditCode',
        detail: expect.stringContaining('has 18 characters and this has 3'),
      },
      { pointer: '#/email', detail: expect.stringContaining('not an e-mail address') },
      { pointer: '#/employees', detail: 'Employees: This must be 0 or more.' },
      { pointer: '#/parentId', detail: 'There is no such account, or none that you may see.' },
    ],
  })
  const [after] = await query(
    office,
    (sql) => sql`select count(*)::int as n from contacts.accounts`,
  )
  expect(after).toEqual(before)
})

test('sentences come in the language asked for, else in the person’s, else in the company’s', async () => {
  const { emil } = programs
  const detail = async (headers: object) =>
    (await emil.post('/accounts', {}, headers)).body.errors[0].detail
  expect(await detail({ 'accept-language': 'en-GB,en;q=0.9' })).toBe('This is needed.')
  expect(await detail({ 'accept-language': '*' })).toBe('此项必填。')
  expect(await detail({})).toBe('此项必填。')
})

test('a patch changes what it names, of the version it names, and nothing else', async () => {
  const { emil, lin } = programs
  const account = await made('/accounts', { name: '百川机械', industry: '机械', region: '苏州' })
  const path = `/accounts/${account.id}`
  const patched = await emil.patch(path, { region: '上海' }, 1)
  expect(patched.body).toEqual({
    ...account,
    region: '上海',
    version: 2,
    updatedAt: patched.body.updatedAt,
  })
  const stale = await lin.patch(path, { region: '北京' }, 1)
  expect([stale.status, stale.body.type]).toEqual([412, 'urn:stepwise:problem:version-conflict'])
  expect(stale.body.detail).toContain('2')
  expect((await emil.ask('PATCH', path, { region: '北京' })).status).toBe(428)
  expect((await emil.get(path)).body.region).toBe('上海')
  expect((await lin.patch(path, { region: '北京' }, '*')).body.region).toBe('北京')
  const same = await lin.patch(path, { region: '北京' }, 3)
  expect([same.status, same.body.version]).toEqual([200, 3])
  for (const version of ['x', '"1.5"', '""'])
    expect((await emil.ask('PATCH', path, {}, { 'if-match': version })).status, version).toBe(400)
})

test('of two patches of one version, sent together, one is kept and the other is told', async () => {
  const { emil, lin } = programs
  const account = await made('/accounts', { name: '双龙电子' })
  const path = `/accounts/${account.id}`
  const answers = await Promise.all([
    emil.patch(path, { ownerId: office.people.lin }, 1),
    lin.patch(path, { level: 'A' }, 1),
  ])
  const refused = answers.filter(({ status }) => status === 412)
  expect(refused).toHaveLength(1)
  expect((await programs.amy.get(path)).body.version).toBe(2)
})

test('a record made under a key is made once; the key with another body is refused', async () => {
  const { emil, lin } = programs
  const key = { 'idempotency-key': 'order-4711' }
  const body = { name: '一次就好有限公司' }
  const all = await Promise.all([1, 2, 3, 4].map(() => emil.post('/accounts', body, key)))
  expect(all.map(({ status }) => status)).toEqual([201, 201, 201, 201])
  expect(new Set(all.map((answer) => answer.body.id)).size).toBe(1)
  const other = await emil.post('/accounts', { name: '另一家' }, key)
  expect([other.status, other.body.errors[0].pointer]).toEqual([422, '#'])
  expect((await lin.post('/accounts', body, key)).body.id).not.toBe(all[0]?.body.id)
  const refused = { 'idempotency-key': 'refused' }
  expect((await emil.post('/accounts', { name: '' }, refused)).status).toBe(422)
  expect((await emil.post('/accounts', { name: '改正之后' }, refused)).status).toBe(201)
  expect((await emil.post('/accounts', body, { 'idempotency-key': ' ' })).status).toBe(400)
})

test('DELETE archives: out of the list, nothing lost, and again harmless', async () => {
  const { emil } = programs
  const { id } = await made('/accounts', { name: '归档测试公司' })
  const path = `/accounts/${id}`
  expect((await emil.ask('DELETE', path, undefined, { 'if-match': '"9"' })).status).toBe(412)
  expect((await emil.ask('DELETE', path)).status).toBe(204)
  expect((await emil.ask('DELETE', path)).status).toBe(204)
  expect((await emil.get(path)).body.archivedAt).toEqual(expect.any(String))
  const names = async (filter: string) =>
    (await emil.get(`/accounts?q=${encodeURIComponent('归档测试')}${filter}`)).body.total
  expect([await names(''), await names('&archived=true'), await names('&archived=false')]).toEqual([
    0, 1, 0,
  ])
})

test('records are handed over as people do it: the department follows, and not by those who may not', async () => {
  const { amy, emil, sun } = programs
  const { id } = await made('/accounts', { name: '移交公司' }, 'emil')
  const path = `/accounts/${id}`
  const given = await amy.patch(path, { ownerId: office.people.sun }, '*')
  expect(given.body).toMatchObject({
    ownerName: '孙悦',
    departmentId: office.departments.service,
  })
  expect((await emil.get(path)).status).toBe(404)
  expect((await sun.get(path)).status).toBe(200)
  const away = await sun.patch(path, { ownerId: office.people.emil }, '*')
  expect([away.status, away.body]).toEqual([204, null])
  const kept = await amy.patch(path, { ownerId: null }, '*')
  expect(kept.body).toMatchObject({ ownerId: null, departmentId: office.departments.sales })
  const nowhere = await amy.patch(path, { departmentId: null }, '*')
  expect(nowhere.body).toMatchObject({ ownerId: null, departmentId: null })
  const gone = await amy.patch(path, { ownerId: office.company }, '*')
  expect([gone.status, gone.body.errors[0].pointer]).toEqual([422, '#/ownerId'])
})

test('tags and a parent are set and taken away again', async () => {
  const { emil } = programs
  const parent = await made('/accounts', { name: '总公司' })
  const child = await made('/accounts', { name: '分公司', parentId: parent.id, tags: ['a', 'b'] })
  expect(child.parentName).toBe('总公司')
  const path = `/accounts/${child.id}`
  expect((await emil.patch(path, { tags: ['b', 'c', 'c'] }, '*')).body.tags).toEqual(['b', 'c'])
  expect((await emil.patch(path, { parentId: null, tags: [] }, '*')).body).toMatchObject({
    parentId: null,
    tags: [],
  })
  const itself = await emil.patch(path, { parentId: child.id }, '*')
  expect(itself.body.errors[0].pointer).toBe('#/parentId')
})

test('a contact works for accounts: linked, with a main one, unlinked; those out of reach stay', async () => {
  const { emil, amy } = programs
  const [one, two] = [
    await made('/accounts', { name: '甲' }),
    await made('/accounts', { name: '乙' }),
  ]
  const secret = await made('/accounts', { name: '机密客户', ownerId: office.people.sun }, 'amy')
  const person = await emil.post('/contacts', {
    name: '张三',
    mobile: '138-1234-5678',
    accounts: [
      { accountId: one.id, role: '采购' },
      { accountId: two.id, primary: true },
    ],
  })
  expect(person.body).toMatchObject({
    mobile: '138 1234 5678',
    mobileE164: '+8613812345678',
    accounts: [
      { accountId: two.id, accountName: '乙', role: '', primary: true },
      { accountId: one.id, accountName: '甲', role: '采购', primary: false },
    ],
  })
  const path = `/contacts/${person.body.id}`
  await amy.patch(
    path,
    { accounts: [...person.body.accounts, { accountId: secret.id }].map(written) },
    '*',
  )
  const seen = await emil.patch(path, { accounts: [{ accountId: one.id, role: '采购' }] }, '*')
  expect(seen.body.accounts).toEqual([
    { accountId: one.id, accountName: '甲', role: '采购', primary: expect.any(Boolean) },
  ])
  const all = (await amy.get(path)).body.accounts.map(({ accountId }: Json) => accountId)
  expect(all.sort()).toEqual([one.id, secret.id].sort())
  const wrong = await emil.patch(
    path,
    {
      accounts: [
        { accountId: secret.id, primary: true },
        { accountId: one.id, primary: true },
        { accountId: one.id },
      ],
    },
    '*',
  )
  expect(wrong.body.errors.map(({ pointer }: Json) => pointer).sort()).toEqual([
    '#/accounts',
    '#/accounts/0/accountId',
    '#/accounts/2/accountId',
  ])
  const of = await emil.get(`/contacts?account=${one.id}`)
  expect(of.body.items.map(({ name }: Json) => name)).toEqual(['张三'])
})

const written = ({ accountId, role, primary }: Json) => ({ accountId, role, primary })

test('a list is walked to its end by its cursor, each record once, in order, with the exact total', async () => {
  const { amy } = programs
  const region = '游标市'
  for (let at = 0; at < 23; at++) await made('/accounts', { name: `游标 ${at % 5}`, region }, 'amy')
  for (const sort of ['name', '-name', 'created', '-updated', 'region']) {
    const ids: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const at: string = cursor && `&cursor=${encodeURIComponent(cursor)}`
      const page: Json = (
        await amy.get(`/accounts?region=${encodeURIComponent(region)}&limit=5&sort=${sort}${at}`)
      ).body
      expect(page.total).toBe(23)
      ids.push(...page.items.map(({ id }: Json) => id))
      cursor = page.next
    }
    expect(new Set(ids).size, sort).toBe(23)
    expect(ids.length, sort).toBe(23)
  }
})

test.each([
  ['limit=0', 'limit'],
  ['limit=201', 'limit'],
  ['limit=many', 'limit'],
  ['sort=credit_code', 'sort'],
  ['sort=name;drop', 'sort'],
  ['cursor=x', 'cursor'],
  ['department=x', 'department'],
  ['archived=maybe', 'archived'],
  ['colour=red', 'colour'],
  ['region=a&region=b', 'region'],
])('a list asked by ?%s is refused, naming %s', async (asked, parameter) => {
  const answer = await programs.amy.get(`/accounts?${asked}`)
  expect(answer.status).toBe(422)
  expect(answer.body.errors).toEqual([{ parameter, detail: expect.any(String) }])
})
