import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { measure } from '../../../core/quality/measuring.ts'
import { readQuality } from '../../../core/quality/reading.ts'
import { beginImport } from '../../../core/transfer/course.ts'
import { importKind, takeFile } from '../../../core/transfer/imports.ts'
import { runImport } from '../../../core/transfer/run.ts'
import { quality } from '../../../modules/contacts/quality.ts'
import { formOf } from '../../bench/answers.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { rowsOf } from '../../setup/page.ts'
import { type Json, programOf } from '../../setup/program.ts'
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

const read = async (path: string, who: PersonName = 'emil', language = 'zh-CN') =>
  (await office.as(who).get(path, { 'accept-language': language })).text()

/** Adds a contact through the form. @returns the address of their page */
async function add(form: Record<string, string>, who: PersonName = 'emil'): Promise<string> {
  const answer = await office.as(who).post('/contacts/people', form)
  expect(answer.status, await answer.clone().text()).toBe(303)
  return answer.headers.get('location') ?? ''
}

const held = {
  source: '展会',
  lawfulBasis: 'consent',
  noticedOn: '2026年3月5日',
  retainUntil: '2029-03-05',
}

test('why somebody’s data are held is asked in one group, shown, and kept in their history', async () => {
  const form = await read('/contacts/people/new')
  for (const words of ['个人信息处理', '合法性基础', '正当利益（仅 GDPR）', '保存期限至'])
    expect(form).toContain(words)
  const path = await add({ name: '张三', ...held })
  const html = await read(path)
  for (const words of ['个人同意', '2026年3月5日', '2029年3月5日']) expect(html).toContain(words)
  expect(html).not.toContain('已过保存期限')
  const posted = formOf(await read(`${path}/edit`), path)
  await office.as('emil').post(path, { ...posted, lawfulBasis: 'contract' })
  const changed = await read(path)
  expect(changed).toContain('订立、履行合同所必需')
  const trail = await office.inScope('amy', ({ db }) =>
    db.execute<{ before: object; after: object }>(sql`
      select before, after from core.audit where action = 'changed'
        and record_id = ${path.split('/').at(-1)}`),
  )
  expect([...trail]).toEqual([
    { before: { lawfulBasis: 'consent' }, after: { lawfulBasis: 'contract' } },
  ])
})

test('a basis that no law knows and a day that no calendar has are refused beside their fields', async () => {
  const answer = await office
    .as('emil')
    .post('/contacts/people', { name: '李四', lawfulBasis: '感觉可以', noticedOn: '2026-02-30' })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('合法性基础：')
  expect(html).toContain('告知日期：')
  expect(html).toContain('value="2026-02-30"')
})

test('a notice still to come and a retention that ended before it are refused beside their fields', async () => {
  const post = async (path: string, days: Record<string, string>) => {
    const answer = await office.as('emil').post(path, { name: '吴九', ...held, ...days })
    return { status: answer.status, html: await answer.text() }
  }
  const ahead = await post('/contacts/people', { noticedOn: '2999-01-01', retainUntil: '' })
  expect(ahead.status).toBe(422)
  expect(ahead.html).toContain('告知日期：不能晚于今天')
  const before = await post('/contacts/people', { retainUntil: '2026-03-04' })
  expect(before.status).toBe(422)
  expect(before.html).toContain('保存期限至：不能早于告知日期（2026年3月5日）')
  const path = await add({ name: '吴九', ...held })
  const posted = formOf(await read(`${path}/edit`), path)
  expect((await post(path, { ...posted, retainUntil: '2026-03-04' })).status).toBe(422)
  const id = path.split('/').at(-1) ?? ''
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update contacts.people set noticed_on = '2999-01-01' where id = ${id}`),
  )
  const old = formOf(await read(`${path}/edit`), path)
  const answer = await office.as('emil').post(path, { ...old, title: '经理' })
  expect(answer.status, 'what was on record before is no reason to refuse').toBe(303)
})

test('the list finds whom nothing is recorded of and whose data are kept too long, within reach', async () => {
  await add({ name: '无据甲' })
  await add({ name: '过期乙', lawfulBasis: 'made_public', retainUntil: '2020-01-31' })
  await add({ name: '过期丙', lawfulBasis: 'made_public', retainUntil: '2020-01-31' }, 'sun')
  const none = await read('/contacts/people?basis=none')
  expect(none).toContain('无据甲')
  expect(none).not.toContain('过期乙')
  expect(none).toContain('未登记合法性基础')
  const over = await read('/contacts/people?retention=over')
  expect(rowsOf(over).map((row) => /过期./.exec(row)?.[0])).toEqual(['过期乙'])
  expect(await read('/contacts/people?basis=made_public')).toContain('合法性基础：已合法公开')
  const columns = ['lawfulBasis', 'noticedOn', 'retainUntil']
  await office.as('emil').post('/contacts/people/columns', { order: columns, column: columns })
  const [row = ''] = rowsOf(await read('/contacts/people?retention=over'))
  for (const words of ['已合法公开的个人信息', '2020-01-31', '已过保存期限'])
    expect(row).toContain(words)
})

test('files bring it in under either language’s headings and take it out in the reader’s', async () => {
  const file = Buffer.from(
    [
      '姓名,邮箱,来源,处理依据,告知日期,保存期限',
      '王芳,wang@f.example,官网,同意,2026-01-02,2027-01-02',
      '赵六,zhao@f.example,官网,随便,2026-01-02,',
      '孙七,sun@f.example,官网,同意,2999-01-02,',
      '周八,zhou@f.example,官网,同意,2026-01-02,2026-01-01',
    ].join('\n'),
  )
  const { product } = office.app
  const id = await office.inScope('amy', async (scope) => {
    const transfer = importKind(product.registry, scope, 'contacts')
    const taken = await takeFile(scope, transfer, 'people.csv', file)
    await beginImport(scope, taken)
    return taken
  })
  const done = await runImport(product, office.company, office.people.amy, id, 'test')
  expect(done).toMatchObject({ created: 1, rejected: 3 })
  const exported = async () =>
    (await office.as('amy').post('/export/contacts', { filters: 'q=王芳', format: 'csv' })).text()
  expect(await exported()).toMatch(/合法性基础.*告知日期.*保存期限至/)
  expect(await exported()).toMatch(/王芳.*官网.*个人同意.*2026-01-02.*2027-01-02/)
  await office.inScope('amy', ({ db, user }) =>
    db.execute(sql`update core.users set locale = 'en' where id = ${user.id}`),
  )
  expect(await exported()).toMatch(/Lawful basis.*Privacy notice given on.*Keep until/)
  expect(await exported()).toMatch(/王芳.*Consent.*2026-01-02.*2027-01-02/)
})

test('programs write, read and filter it by keys, and hear which there are', async () => {
  const emil = await programOf(office.app, office, 'emil')
  const given = {
    name: 'Ann Lee',
    lawfulBasis: 'legitimate_interest',
    noticedOn: '2019-03-05',
    retainUntil: '2020-03-05',
  }
  const made = await emil.post('/contacts', given)
  expect(made.body).toMatchObject({ ...given, source: null })
  const over = await emil.get('/contacts?retention=over&basis=legitimate_interest')
  expect(over.body.items.map(({ name }: Json) => name)).toEqual(['Ann Lee'])
  expect((await emil.post('/contacts', { name: 'Bo', lawfulBasis: 'whim' })).status).toBe(422)
  for (const [field, days] of [
    ['noticedOn', { noticedOn: '2999-03-05' }],
    ['retainUntil', { noticedOn: '2019-03-05', retainUntil: '2019-03-04' }],
  ] as const) {
    const refused = await emil.post('/contacts', { name: 'Bo', ...days })
    expect(refused.status, field).toBe(422)
    expect(JSON.stringify(refused.body), field).toContain(field)
  }
  expect((await emil.get('/contacts?basis=whim')).status).toBe(422)
  const document = JSON.stringify((await emil.get('/openapi.json')).body)
  expect(document).toContain('legitimate_interest')
})

test('privacy completeness is who has all four on record, apart from the index, with who has not', async () => {
  await office.inScope('amy', (scope) =>
    scope.db.execute(sql`delete from contacts.people where company_id = ${scope.company.id}`),
  )
  await add({ name: '齐全', ...held })
  await add({ name: '没有来源', ...held, source: '' })
  await add({ name: '没有告知', ...held, noticedOn: '' })
  await add({ name: '什么都没有' })
  const [people] = await office.inScope('amy', async (scope) => {
    for (const one of quality) await measure(scope, one)
    const all = await readQuality(scope, office.app.product.registry, async () => true)
    return all.filter(({ quality: { object } }) => object === 'contacts.person')
  })
  expect(people?.privacy).toEqual({ good: 1, of: 4 })
  expect(people?.shares).toMatchObject({
    'privacy.source': { good: 2, of: 4 },
    'privacy.noticedOn': { good: 2, of: 4 },
    'privacy.retainUntil': { good: 3, of: 4 },
  })
  expect(Object.keys(people?.parts ?? {})).not.toContain('privacy')
  expect(await read('/rollout/data-quality', 'lin')).toMatch(/联系人.*25%.*4 条中 1 条登记齐全/s)
  const behind = await read(
    '/rollout/data-quality/records?object=contacts.person&rule=privacy.noticedOn',
    'lin',
  )
  expect(behind).toContain('没有告知')
  expect(behind).toContain('缺少告知日期')
  expect(behind).not.toContain('没有来源')
})
