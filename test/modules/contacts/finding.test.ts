import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findByNotes } from '../../../core/lists/note-finding.ts'
import { keysOf } from '../../../core/records/keys.ts'
import { writeNote } from '../../../core/records/notes.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { searchKeys, searchText } from '../../../core/values/names.ts'
import { findAccounts, findPeople } from '../../../modules/contacts/finding.ts'
import { accountKind, personKind } from '../../../modules/contacts/kinds.ts'
import { accounts } from '../../../modules/contacts/schema.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice, switchOn } from './contacts-office.ts'
import { makeAccount, makePerson } from './make.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
})
afterAll(() => office?.close())

const registry = () => office.app.product.registry

const add = (name: string, more: object = {}, who: PersonName = 'emil'): Promise<string> =>
  office.inScope(who, (scope) => makeAccount(scope, registry(), { name, ...more }))

const found = (who: PersonName, query: string, limit = 6): Promise<string[]> =>
  office.inScope(who, async (scope) =>
    (await findAccounts(scope, query, limit)).map(({ title }) => title),
  )

const noted = (
  who: PersonName,
  query: string,
  kind = accountKind as typeof accountKind | typeof personKind,
) => office.inScope(who, (scope) => findByNotes(kind)(scope, query, 6))

const note = (id: string, body: string, object: string = accountKind.object) =>
  office.inScope('emil', (scope) => writeNote(scope, object, id, body))

test('the best comes first: the name itself, its beginning, all its pinyin, the beginning of that, a part', async () => {
  for (const name of ['安平', '安平里', '新安平', '暗瓶', '安屏风', '西安平台']) await add(name)
  expect(await found('emil', '安平')).toEqual(['安平', '安平里', '西安平台', '新安平'])
  const byPinyin = await found('emil', 'anping')
  expect(byPinyin.slice(0, 2).sort()).toEqual(['安平', '暗瓶'])
  expect(byPinyin.slice(2, 4).sort()).toEqual(['安屏风', '安平里'])
  expect(byPinyin.slice(4)).toEqual(['西安平台', '新安平'])
})

test('a whole e-mail address, credit code or phone stands before those that only hold it', async () => {
  await add('乙', { email: 'info@quartz.example.com' })
  await add('甲', { email: 'sales-info@quartz.example.com' })
  expect(await found('emil', 'info@quartz.example.com')).toEqual(['乙', '甲'])
  await add('丙', { creditCode: '91310000MA1FL0A12X' })
  for (const typed of ['91310000MA1FL0A12X', '91310000ma1fl0a12x', '91310000 MA1F L0A1 2X'])
    expect(await found('emil', typed), typed).toEqual(['丙'])
})

test('a code that begins with noughts is found whole, and brings no other that only ends alike', async () => {
  await add('零一银行', { stockCode: '000001' })
  await add('一三八零', { stockCode: '001380' })
  await add('三零一三八零', { stockCode: '301380' })
  expect(await found('emil', '000001')).toEqual(['零一银行'])
  expect(await found('emil', '001380')).toEqual(['一三八零'])
})

test('people are ranked alike: 王平 before 王平安, and a surname typed in pinyin finds both', async () => {
  await office.inScope('emil', async (scope) => {
    for (const name of ['王平安', '王平', '小王平']) await makePerson(scope, registry(), { name })
    const titles = async (query: string) =>
      (await findPeople(scope, query, 6)).map(({ title }) => title)
    expect(await titles('王平')).toEqual(['王平', '王平安', '小王平'])
    expect((await titles('wangping')).slice(0, 2)).toEqual(['王平', '王平安'])
  })
})

test('of a word that thousands have, the one that is called so comes first all the same', async () => {
  await office.inScope('amy', (scope) =>
    insertMany(
      scope,
      accounts,
      Array.from({ length: 2_200 }, (_, at) => {
        const name = `阿尔法星辰 ${at}`
        return { id: crypto.randomUUID(), name, ...keysOf(name, []) }
      }),
    ),
  )
  await add('星辰')
  await add('星辰大海')
  const hits = await found('amy', '星辰')
  expect(hits.slice(0, 2)).toEqual(['星辰', '星辰大海'])
  expect(hits).toHaveLength(6)
  expect(new Set(hits).size).toBe(6)
  expect(await found('emil', '星辰大海')).toEqual(['星辰大海'])
})

test('an account is found by what was noted about it, by one character, two, or any part of a word', async () => {
  const id = await add('听涛阁')
  await note(id, '上周在展会上认识，对ＡＣＭＥ报价很感兴趣。\n下周三寄样品，联系 13812345678')
  for (const query of [
    '样',
    '样品',
    '报价',
    'acme',
    '展会上认识',
    '12345678',
    '寄样品!',
    ' 样品 ',
  ]) {
    const hits = await noted('emil', query)
    const expected = query === '寄样品!' ? [] : ['听涛阁']
    expect(
      hits.map(({ title }) => title),
      query,
    ).toEqual(expected)
  }
  const [hit] = await noted('emil', '样品')
  expect(hit?.href).toBe(`/contacts/accounts/${id}`)
  expect(hit?.detail).toContain('样品')
  expect(await noted('emil', 'ac')).toEqual([])
  expect(await noted('emil', '%')).toEqual([])
  const page = await (await office.as('emil').get('/search?q=样品')).text()
  expect(page).toContain('Notes on accounts')
})

test('notes about what somebody may not see, about archived records and of other firms find nothing', async () => {
  const suns = await add('孙的客户', {}, 'sun')
  await office.inScope('sun', (scope) => writeNote(scope, accountKind.object, suns, '绝密配方'))
  expect(await noted('emil', '绝密')).toEqual([])
  expect((await noted('sun', '绝密')).map(({ title }) => title)).toEqual(['孙的客户'])
  const other = await office.another()
  await switchOn(other)
  expect(await other.inScope('amy', (scope) => findByNotes(accountKind)(scope, '绝密', 6))).toEqual(
    [],
  )
  await office.inScope('sun', (scope) =>
    scope.db.execute(sql`update contacts.accounts set archived_at = now() where id = ${suns}`),
  )
  expect(await noted('sun', '绝密')).toEqual([])
})

test('a note about a contact finds the contact, and no account of the same words', async () => {
  const id = await office.inScope('emil', (scope) =>
    makePerson(scope, registry(), { name: '赵一' }),
  )
  await note(id, '喜欢龙井', personKind.object)
  expect((await noted('emil', '龙井', personKind)).map(({ title }) => title)).toEqual(['赵一'])
  expect(await noted('emil', '龙井')).toEqual([])
})

test('several notes of one record make one hit, with the newest', async () => {
  const id = await add('多言')
  for (const body of ['一诺千金：旧', '一诺千金：新']) await note(id, body)
  expect((await noted('emil', '一诺')).map(({ detail }) => detail)).toEqual(['一诺千金:新'])
})

test('the database finds for every note at least the signs and pairs that a search looks for', async () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'中文客户备注㐂𠮷々〇⼀，。 ａＢ1 \n😀é'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 40,
  })
  await office.inScope('amy', (scope) =>
    fc.assert(
      fc.asyncProperty(text, async (typed) => {
        const body = typed.replaceAll('\0', '').toWellFormed()
        const [row] = await scope.db.execute<{ grams: string[]; search: string }>(
          sql`select core.han_grams(${body}) as grams, core.search_text(${body}) as search`,
        )
        const known = new Set(row?.grams)
        expect(searchKeys(body).grams.filter((gram) => !known.has(gram))).toEqual([])
        if (/^[\x20-\x7e\u4e00-\u9fff]*$/.test(body)) expect(row?.search).toBe(searchText(body))
      }),
      { numRuns: 300 },
    ),
  )
})
