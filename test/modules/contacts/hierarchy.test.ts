import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  mostLevels,
  mostShown,
  type Node,
  readHierarchy,
} from '../../../modules/contacts/accounts/hierarchy-reading.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice } from './contacts-office.ts'
import { makeAccount } from './make.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
})
afterAll(() => office?.close())

const account = async (name: string, parent?: string, who: PersonName = 'emil') => {
  const id = await office.inScope(who, (scope) =>
    makeAccount(scope, office.app.product.registry, { name }),
  )
  if (parent) await putBelow(parent, [id])
  return id
}

const putBelow = (parent: string, ids: readonly string[]) =>
  office.inScope('amy', ({ db }) =>
    db.execute(sql`
      update contacts.accounts set parent_id = ${parent} where id = any(${sql.param(ids)}::uuid[])`),
  )

const group = (id: string, who: PersonName = 'emil') =>
  office.inScope(who, (scope) => readHierarchy(scope, id))

/** A tree as one line: 集团(华东(上海) 华南). */
const drawn = ({ name, children }: Node): string =>
  children.length > 0 ? `${name}(${children.map(drawn).join(' ')})` : name

const countOf = ({ children }: Node): number =>
  children.reduce((sum, child) => sum + countOf(child), 1)

const page = async (id: string, who: PersonName = 'emil') =>
  office.as(who).get(`/contacts/accounts/${id}/hierarchy`)

test('from any account of a group the whole tree is drawn, in the order of names', async () => {
  const top = await account('集团')
  const south = await account('华南', top)
  const east = await account('华东', top)
  const shanghai = await account('上海', east)
  for (const id of [top, south, east, shanghai]) {
    const { top: root, account: one, above, isCut } = await group(id)
    expect(drawn(root)).toBe('集团(华东(上海) 华南)')
    expect([one.id, above, isCut]).toEqual([id, null, undefined])
  }
  const html = await (await page(east)).text()
  expect(html).toMatch(new RegExp(`accounts/${east}" class="tree-node" aria-current="true"`))
  expect(await (await office.as('emil').get(`/contacts/accounts/${south}`)).text()).toContain(
    `/contacts/accounts/${south}/hierarchy`,
  )
})

test('an account out of reach ends the way up and down, and nothing tells that it is there', async () => {
  const top = await account('看不见的集团', undefined, 'sun')
  const mine = await account('我的公司', top)
  const hidden = await account('看不见的子公司', mine, 'sun')
  await account('在它下面的', hidden)
  const { top: root, above } = await group(mine)
  expect(drawn(root)).toBe('我的公司')
  expect(above).toBeNull()
  const html = await (await page(mine)).text()
  expect(html).not.toContain('看不见')
  expect(html).not.toContain('在它下面的')
  expect(drawn((await group(mine, 'amy')).top)).toBe(
    '看不见的集团(我的公司(看不见的子公司(在它下面的)))',
  )
  expect((await page(top)).status).toBe(404)
  expect((await page(hidden)).status).toBe(404)
  const next = await office.another()
  const foreign = await next.as('amy').get(`/contacts/accounts/${mine}/hierarchy`)
  expect(foreign.status).toBe(404)
})

test('archived subsidiaries are left out, an archived account is drawn where it stands', async () => {
  const top = await account('归档集团')
  const gone = await account('归档子公司', top)
  await office.as('emil').post(`/contacts/accounts/${gone}/archive`)
  expect(drawn((await group(top)).top)).toBe('归档集团')
  expect(drawn((await group(gone)).top)).toBe('归档集团(归档子公司)')
})

test('a tall group is drawn so many levels up and down, and says where it goes on', async () => {
  const ids = [await account('层0')]
  for (let n = 1; n <= 12; n++) ids.push(await account(`层${n}`, ids.at(-1)))
  const { top, above, isCut } = await group(ids[6] ?? '')
  expect(top.name).toBe(`层${6 - mostLevels}`)
  expect(above?.name).toBe(`层${6 - mostLevels - 1}`)
  expect(countOf(top)).toBe(2 * mostLevels + 1)
  expect(isCut).toBe('depth')
  const html = await (await page(ids[6] ?? '')).text()
  expect(html).toContain(`/contacts/accounts/${above?.id}/hierarchy`)
  expect(html).toContain('Deeper levels are not drawn.')
})

test('of a wide group so many are drawn, the account itself among them', async () => {
  const top = await account('宽集团')
  const last = await account('最后的公司', top)
  const below = await account('再下面的公司', last)
  await office.inScope('amy', ({ db, company }) =>
    db.execute(sql`
      insert into contacts.accounts (company_id, id, name, sort_name, name_key, search, grams, parent_id)
      select ${company.id}, gen_random_uuid(), 'A' || n, 'a' || n, 'a' || n, '', '{}', ${top}
      from generate_series(1, ${mostShown + 20}) n`),
  )
  const { top: root, isCut } = await group(below)
  expect(isCut).toBe('count')
  expect(countOf(root)).toBe(mostShown)
  expect(drawn(root)).toContain('最后的公司(再下面的公司)')
  expect(await (await page(below)).text()).toContain(`Only the first ${mostShown} accounts`)
})
