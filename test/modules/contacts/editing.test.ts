import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountFields } from '../../../modules/contacts/accounts/account-fields.ts'
import { accountRaw, readAccountForm } from '../../../modules/contacts/accounts/account-form.ts'
import { readAccount } from '../../../modules/contacts/accounts/account-record.ts'
import { createAccount, saveAccount } from '../../../modules/contacts/accounts/accounts.ts'
import { formOf } from '../../bench/answers.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice } from './contacts-office.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice({ locale: 'zh-CN' })
  await office.inScope('amy', (scope) =>
    scope.db.execute(sql`
      update core.users set locale = 'zh-CN' where company_id = ${scope.company.id}`),
  )
})
afterAll(() => office?.close())

/** Adds an account through the form. @returns the address of its page */
async function add(form: Record<string, string>): Promise<string> {
  const answer = await office.as('emil').post('/contacts/accounts', form)
  expect(answer.status, await answer.clone().text()).toBe(303)
  return answer.headers.get('location') ?? ''
}

const page = async (path: string) => (await office.as('emil').get(path)).text()

/** What the form of an account would post as it stands. */
const fieldsOf = async (path: string) => formOf(await page(`${path}/edit`), path)

const auditOf = (path: string) =>
  office.inScope('amy', (scope) =>
    scope.db.execute<{ action: string; after: Record<string, unknown> | null }>(sql`
      select action, after from core.audit where company_id = ${scope.company.id}
        and record_id = ${path.split('/').at(-1)} order by id`),
  )

test('what emil types is understood, said back, and shown as it was understood', async () => {
  const answer = await office.as('emil').post('/contacts/accounts', {
    name: '  上海星河科技有限公司 ',
    phone: '１３８-1234-5678',
    revenue: '1.2万',
    listedOn: '2010年5月12日',
    website: 'www.example.com',
    employees: '1,200',
  })
  const path = answer.headers.get('location') ?? ''
  const html = await (await office.as('emil').get(path)).text()
  for (const shown of ['上海星河科技有限公司', '138 1234 5678', '¥12,000.00', '2010年5月12日'])
    expect(html).toContain(shown)
  expect(html).toContain('href="tel:+8613812345678"')
  const [created] = await auditOf(path)
  expect(created).toMatchObject({ action: 'created', after: { name: '上海星河科技有限公司' } })
})

test('whatever is typed is refused with a sentence, or printed so that it reads back the same', async () => {
  const typed = fc.record({
    name: fc.string({ unit: 'binary', maxLength: 30 }),
    industry: fc.string({ unit: 'grapheme', maxLength: 20 }),
    phone: fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('021-6100 8888转12', '95588')),
    revenue: fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('3亿', '¥1,200', 'US$99.5')),
    employees: fc.oneof(fc.string({ maxLength: 4 }), fc.nat().map(String)),
    foundedYear: fc.constantFrom('', '1998', '19九八', '２００８'),
    website: fc.constantFrom('', 'example.com', 'javascript:alert(1)', '例子.中国'),
    about: fc.string({ unit: 'grapheme', maxLength: 60 }),
  })
  await fc.assert(
    fc.asyncProperty(typed, (raw) =>
      office.inScope('emil', async (scope) => {
        const read = await readAccountForm(scope, raw)
        for (const sentence of Object.values(read.errors)) expect(sentence).toMatch(/。$/)
        if (Object.keys(read.errors).length > 0) return
        const id = await createAccount(scope, office.app.product.registry, read.input)
        const shown = accountRaw(scope, await readAccount(scope, id))
        const again = await readAccountForm(scope, shown)
        expect(again.errors).toEqual({})
        expect(accountRaw(scope, { ...(await readAccount(scope, id)), ...again.input })).toEqual(
          shown,
        )
        const record = await readAccount(scope, id)
        const registry = office.app.product.registry
        expect(await saveAccount(scope, registry, record, 1, again.input)).toBe('unchanged')
      }),
    ),
    { numRuns: 150 },
  )
})

test('text that looks like markup stays text, on every page that shows it', async () => {
  const evil = '<script>alert(1)</script>"><img src=x onerror=alert(2)> hx-get="/x"'
  const path = await add({ name: evil, industry: evil, about: evil })
  await office.as('emil').post(`${path}/notes`, { body: evil })
  await office.as('emil').post(`${path}/tags`, { name: '<b>bold</b>' })
  for (const where of [path, `${path}/edit`, '/contacts/accounts', '/search?q=script', '/']) {
    const html = await page(where)
    expect(html, where).toContain('&lt;script&gt;')
    expect(html, where).not.toMatch(/<script>alert|<img src=x|<b>bold/)
  }
})

test.each([
  ['an invisible NUL', { name: 'a\0b' }, '空字符'],
  ['no name', { name: ' ' }, '请填写“客户名称”'],
  ['a date that is none', { name: 'a', listedOn: '2026-02-30' }, '日历上没有这一天'],
  ['a code with a wrong check', { name: 'a', creditCode: '91310000MA1FL0A12X' }, '校验位'],
  ['a parent nobody knows', { name: 'a', parent: '没有这家公司' }, '没有找到您可以查看的同名客户'],
])(
  '%s comes back with a sentence beside the field, and nothing is lost',
  async (_, form, sentence) => {
    const answer = await office.as('emil').post('/contacts/accounts', { about: 'kept', ...form })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain(sentence)
    expect(html).toContain('kept')
  },
)

test('a form sent twice makes one account, and both answers lead to it', async () => {
  const form = { name: '双击公司', _once: randomUUID() }
  const [one, other] = await Promise.all([
    office.as('emil').post('/contacts/accounts', form),
    office.as('emil').post('/contacts/accounts', form),
  ])
  expect([one.status, other.status]).toEqual([303, 303])
  expect(one.headers.get('location')).toBe(other.headers.get('location'))
  const html = await page(`/contacts/accounts?q=${encodeURIComponent('双击公司')}`)
  expect(html.split('data-testid="row"')).toHaveLength(2)
})

describe('two people edit one account', () => {
  test('the second one sees both sides, loses nothing, and saves what they choose', async () => {
    const path = await add({ name: '冲突公司', level: 'A', industry: '软件' })
    const emils = { ...(await fieldsOf(path)), industry: '金融' }
    const lins = { ...(await fieldsOf(path)), level: 'B' }
    expect((await office.as('lin').post(path, lins)).status).toBe(303)
    const conflict = await office.as('emil').post(path, emils)
    const html = await conflict.text()
    expect(conflict.status).toBe(409)
    expect(html).toContain('data-testid="conflict"')
    expect(html).toContain('林岚')
    for (const side of ['value="A"', 'value="B"', 'value="软件"', 'value="金融"'])
      expect(html).toContain(side)
    const preset = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)" checked`).exec(html)?.[1]
    expect([preset('industry'), preset('level')]).toEqual(['金融', 'B'])
    const [, version = ''] = /name="version" value="(\d+)"/.exec(html) ?? []
    const chosen = { ...emils, level: 'B', version }
    expect((await office.as('emil').post(path, chosen)).status).toBe(303)
    const saved = await page(path)
    expect(saved).toContain('金融')
    expect((await fieldsOf(path)).level).toBe('B')
  })

  test('lines that nobody touched are no conflict, though browsers end them otherwise', async () => {
    const path = await add({ name: '多行公司', about: '第一行\n第二行' })
    const form = await fieldsOf(path)
    await office.as('lin').post(path, { ...form, about: '第一行\r\n第二行', level: 'B' })
    const late = { ...form, about: '第一行\r\n第二行', industry: '金融' }
    const html = await (await office.as('emil').post(path, late)).text()
    expect(html).toContain('type="radio" class="radio" name="industry"')
    expect(html).not.toContain('type="radio" class="radio" name="about"')
    expect(html, 'and a way out').toContain(`href="${path}"`)
  })

  test('a conflict names who saved: neither who put on a tag since, nor who lost', async () => {
    const path = await add({ name: '署名公司' })
    const form = await fieldsOf(path)
    await office.as('lin').post(path, { ...form, level: 'B' })
    await office.as('amy').post(`${path}/tags`, { name: '已看' })
    const late = await (await office.as('emil').post(path, { ...form, level: 'C' })).text()
    expect(late).toContain('林岚')
    expect(late).not.toContain('陈爱米')

    const now = await fieldsOf(path)
    const racers = ['lin', 'emil'] as const
    const answers = await Promise.all(
      racers.map((who) => office.as(who).post(path, { ...now, level: who })),
    )
    const loser = answers.findIndex(({ status }) => status === 409)
    expect(await answers[loser]?.text()).toContain(loser === 0 ? '艾米尔' : '林岚')
  })

  test('of many at once, one wins and the others are told', async () => {
    const path = await add({ name: '抢改公司' })
    const form = await fieldsOf(path)
    const answers = await Promise.all(
      ['A', 'B', 'C', 'D'].map((level) => office.as('lin').post(path, { ...form, level })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409])
    expect((await auditOf(path)).filter(({ action }) => action === 'changed')).toHaveLength(1)
  })

  test('a form without a version, or with a made-up one, changes nothing', async () => {
    const path = await add({ name: '无版本公司' })
    expect((await office.as('emil').post(path, { name: 'taken' })).status).toBe(400)
    expect((await office.as('emil').post(path, { name: 'taken', version: 'x' })).status).toBe(400)
    expect((await office.as('emil').post(path, { name: 'taken', version: '99' })).status).toBe(409)
    expect(await page(path)).toContain('无版本公司')
  })
})

test('a change is told field by field, with labels and values as people read them', async () => {
  const path = await add({ name: '变更公司', revenue: '1万', level: 'A' })
  await office.as('lin').post(path, { ...(await fieldsOf(path)), revenue: '2万', level: '' })
  const html = await page(path)
  expect(html).toMatch(/林岚<\/strong> 修改了资料/)
  expect(html).toMatch(/年营业额<\/dt><dd><del>¥10,000\.00<\/del>.*<ins>¥20,000\.00/)
  expect(html).toMatch(/客户级别<\/dt><dd><del>A<\/del>/)
})

test('saving a form unchanged leaves no trace and no new version', async () => {
  const path = await add({ name: '未改公司', phone: '138-8765-4321', revenue: '3亿' })
  const form = await fieldsOf(path)
  expect((await office.as('emil').post(path, form)).status).toBe(303)
  expect((await fieldsOf(path)).version).toBe('1')
  expect(await auditOf(path)).toHaveLength(1)
})

test('fields that no form has cannot be set: owner, version, company, archive', async () => {
  const path = await add({
    name: '越权公司',
    ownerId: office.people.sun,
    owner_id: office.people.sun,
    company_id: randomUUID(),
    archivedAt: '2020-01-01',
    created_by: office.people.sun,
  })
  await office.inScope('emil', async (scope) => {
    const record = await readAccount(scope, path.split('/').at(-1) ?? '')
    expect(record).toMatchObject({ owner: { name: '艾米尔' }, archivedAt: null, version: 1 })
    expect(Object.keys(record.values).sort()).toEqual(
      accountFields.map(({ field }) => field).sort(),
    )
  })
})

test('an archived account leaves the list, says so on its page, and comes back whole', async () => {
  const path = await add({ name: '归档公司', about: 'still here' })
  const list = `/contacts/accounts?q=${encodeURIComponent('归档公司')}`
  await office.as('emil').post(`${path}/archive`)
  expect(await page(list)).toContain('data-testid="empty"')
  expect(await page(`${list}&archived=1`)).toContain(path)
  const archived = await page(path)
  expect(archived).toContain('data-testid="archived"')
  expect(archived).toContain('still here')
  await office.as('emil').post(`${path}/archive`)
  await office.as('emil').post(`${path}/restore`)
  expect(await page(list)).toContain(path)
  expect((await auditOf(path)).map(({ action }) => action)).toEqual([
    'created',
    'archived',
    'restored',
  ])
})

test('tags are added once, filter the list, and come off again', async () => {
  const path = await add({ name: '标签公司' })
  await office.as('emil').post(`${path}/tags`, { name: '重点' })
  await office.as('emil').post(`${path}/tags`, { name: '重点' })
  const html = await page(path)
  const [, tag = ''] = /name="tag" value="([^"]+)"/.exec(html) ?? []
  expect(html.split('name="tag"')).toHaveLength(2)
  const filtered = await page(`/contacts/accounts?tag=${encodeURIComponent('重点')}`)
  expect(filtered.split('data-testid="row"')).toHaveLength(2)
  await office.as('emil').post(`${path}/tags/remove`, { tag })
  expect(await page(path)).not.toContain('name="tag"')
})

test('a tag of 41 signs is refused with a sentence and kept as it was typed, on a record and for many', async () => {
  const path = await add({ name: '长标签公司' })
  const long = '长'.repeat(41)
  const many = { id: path.split('/').at(-1) ?? '', name: long }
  for (const answer of [
    await office.as('emil').post(`${path}/tags`, { name: long }),
    await office.as('emil').post('/contacts/accounts/tag', many),
  ]) {
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('form-name-error')
    expect(html).toContain(`value="${long}"`)
  }
  expect(await page(path), 'and nothing shorter was put on').not.toContain('name="tag"')
  expect(await page(path), 'no browser cuts what is pasted').not.toContain('maxlength')
})

test('no circle of parents can be made, however long', async () => {
  const [top, middle, bottom] = [
    await add({ name: '环一集团' }),
    await add({ name: '环二公司', parent: '环一集团' }),
    await add({ name: '环三公司', parent: '环二公司' }),
  ]
  const post = async (path: string, parent: string) =>
    office.as('emil').post(path, { ...(await fieldsOf(path)), parent })
  const answer = await post(top, '环三公司')
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('该客户是它的下级客户')
  expect((await fieldsOf(top)).parent).toBe('')
  expect((await post(bottom, '环一集团')).status).toBe(303)
  expect((await post(middle, '环三公司')).status).toBe(303)
})

test('of two firms that are put below each other at one moment, one stays on top', async () => {
  for (const at of [1, 2, 3]) {
    const names = [`互为上级${at}甲`, `互为上级${at}乙`]
    const one = await add({ name: names[0] ?? '' })
    const other = await add({ name: names[1] ?? '' })
    const [ones, others] = [await fieldsOf(one), await fieldsOf(other)]
    const answers = await Promise.all([
      office.as('emil').post(one, { ...ones, parent: names[1] ?? '' }),
      office.as('emil').post(other, { ...others, parent: names[0] ?? '' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    const parents = [(await fieldsOf(one)).parent, (await fieldsOf(other)).parent]
    expect(parents.filter((parent) => parent === '')).toHaveLength(1)
  }
})

test('of two firms that a contact gets at one moment, one is the main one', async () => {
  await add({ name: '同时一公司' })
  await add({ name: '同时二公司' })
  const emil = office.as('emil')
  for (const at of [1, 2, 3]) {
    const made = await emil.post('/contacts/people', { name: `同时${at}` })
    const path = made.headers.get('location') ?? ''
    const link = (account: string) => office.as('emil').post(`${path}/link`, { account })
    const answers = await Promise.all([link('同时一公司'), link('同时二公司')])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const main = await office.inScope('amy', (scope) =>
      scope.db.execute(sql`select from contacts.person_accounts
        where company_id = ${scope.company.id} and person_id = ${path.split('/').at(-1)}
          and primary_since is not null`),
    )
    expect(main).toHaveLength(1)
  }
})
