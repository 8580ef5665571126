import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findByFollowUps } from '../../../modules/contacts/activities/finding.ts'
import { accountKind, personKind } from '../../../modules/contacts/kinds.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice, switchOn } from './contacts-office.ts'
import { makeAccount, makePerson } from './make.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
})
afterAll(() => office?.close())

type Kind = typeof accountKind | typeof personKind

const add = (name: string, who: PersonName = 'emil'): Promise<string> =>
  office.inScope(who, (scope) => makeAccount(scope, office.app.product.registry, { name }))

/** Saves a follow-up in the form, and says where its line is edited. */
async function follow(
  record: string,
  text: string,
  who: PersonName = 'emil',
  kind: Kind = accountKind,
): Promise<string> {
  const browser = office.as(who)
  const fields = { object: kind.object, record, kind: 'call', text }
  expect((await browser.post('/contacts/follow-ups', fields)).status).toBe(303)
  const page = await (await browser.get(`${kind.href}/${record}`)).text()
  return /\/contacts\/activities\/[0-9a-f-]{36}/.exec(page)?.[0] ?? ''
}

const hits = (who: PersonName, query: string, kind: Kind = accountKind) =>
  office.inScope(who, (scope) => findByFollowUps(kind)(scope, query, 6))

const found = async (who: PersonName, query: string, kind: Kind = accountKind) =>
  (await hits(who, query, kind)).map(({ title }) => title)

test('an account is found by what was written when it was followed up, and the hit shows the words', async () => {
  const id = await add('听涛阁')
  await follow(id, '上周谈了紫水晶项目，对ＡＣＭＥ报价很感兴趣。\n联系 13812345678')
  for (const query of ['紫', '水晶', '紫水晶', '紫水晶项目', 'acme', '12345678'])
    expect(await found('emil', query), query).toEqual(['听涛阁'])
  const [hit] = await hits('emil', '紫水晶')
  expect(hit?.href).toBe(`/contacts/accounts/${id}`)
  expect(hit?.detail).toContain('紫水晶项目')
  for (const query of ['ac', '%', '黄水晶']) expect(await found('emil', query), query).toEqual([])
})

test('the page of the search and the one that opens by keys show them', async () => {
  await follow(await add('望江楼'), '琥珀项目已经立项')
  for (const path of ['/search', '/search/palette']) {
    const answer = await office.as('emil').get(`${path}?q=琥珀`, { 'HX-Request': 'true' })
    const page = await answer.text()
    for (const words of ['Follow-ups on accounts', '望江楼', '项目已经立项'])
      expect(page, path).toContain(words)
  }
})

test('a follow-up on a contact finds the contact, and no account of the same words', async () => {
  const id = await office.inScope('emil', (scope) =>
    makePerson(scope, office.app.product.registry, { name: '赵一' }),
  )
  await follow(id, '喜欢龙井', 'emil', personKind)
  expect(await found('emil', '龙井', personKind)).toEqual(['赵一'])
  expect(await found('emil', '龙井')).toEqual([])
})

test('what was written on records of another department or of another firm is not found', async () => {
  const suns = await add('孙的客户', 'sun')
  await follow(suns, '绝密配方', 'sun')
  expect(await found('emil', '绝密')).toEqual([])
  expect(await found('sun', '绝密')).toEqual(['孙的客户'])
  const other = await office.another()
  await switchOn(other)
  for (const kind of [accountKind, personKind])
    expect(await other.inScope('amy', (scope) => findByFollowUps(kind)(scope, '绝密', 6))).toEqual(
      [],
    )
  await other.inScope('amy', async ({ db }) => {
    const looked = sql`select id from contacts.find_activities('contacts.account', '{}', '%绝密%', 9)`
    expect(await db.execute(looked)).toEqual([])
  })
})

test('what was changed is found by its new words, and what was removed or is archived by none', async () => {
  const id = await add('临风亭')
  const line = await follow(id, '翡翠项目')
  const form = await (await office.as('emil').get(`${line}/edit`)).text()
  const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? ''
  const changed = { kind: 'call', text: '玛瑙项目', version }
  expect((await office.as('emil').post(line, changed)).status).toBe(303)
  expect(await found('emil', '翡翠')).toEqual([])
  expect(await found('emil', '玛瑙')).toEqual(['临风亭'])
  expect((await office.as('emil').post(`${line}/remove`, {})).status).toBe(303)
  expect(await found('emil', '玛瑙')).toEqual([])
  await follow(id, '珊瑚项目')
  expect(await found('emil', '珊瑚')).toEqual(['临风亭'])
  await office.inScope('emil', (scope) =>
    scope.db.execute(sql`update contacts.accounts set archived_at = now() where id = ${id}`),
  )
  expect(await found('emil', '珊瑚')).toEqual([])
})
