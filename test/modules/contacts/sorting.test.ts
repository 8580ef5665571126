import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keysOf } from '../../../core/records/keys.ts'
import { sortAnewJob } from '../../../modules/contacts/sorting-anew.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice } from './contacts-office.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
})
afterAll(() => office?.close())

const names = [
  '艾比森',
  '阿科力',
  '爱博医疗',
  '埃夫特',
  '阿尔特',
  '艾华集团',
  'Acme',
  'TCL科技',
  '唐人',
]

const inOrder = (all: readonly string[]): string[] => {
  const keyed = all.map((name) => ({ name, key: keysOf(name, []).sortName }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ name }) => name)
}

test('names stand syllable by syllable, and those of one first character together', () => {
  expect(inOrder(names)).toEqual([
    ...['阿尔特', '阿科力', 'Acme', '埃夫特', '爱博医疗', '艾比森', '艾华集团'],
    ...['唐人', 'TCL科技'],
  ])
})

test('of any Han names, those that begin alike are neighbours, and each is found in its key', () => {
  const sign = fc.constantFrom(...'阿埃艾爱安敖白百曾单长重行乐')
  const name = fc.array(sign, { minLength: 1, maxLength: 5 }).map((signs) => signs.join(''))
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 12 }), (all) => {
      const firsts = inOrder(all).map((one) => one[0])
      const runs = firsts.filter((first, at) => first !== firsts[at - 1])
      // One character may be read in two ways: 长 chang, zhang. Each way is one place.
      const places = new Set(
        all.map((one) => keysOf(one, []).sortName.split(' ').slice(0, 2).join()),
      )
      expect(runs.length).toBeLessThanOrEqual(places.size)
      for (const one of all) expect(keysOf(one, []).sortName.endsWith(`  ${one}`)).toBe(true)
    }),
  )
})

test('a key is no longer than an index takes, and its mark is never cut off', () => {
  const long = '阿'.repeat(200)
  const { sortName } = keysOf(long, [])
  expect([...sortName].length).toBeLessThanOrEqual(300)
  expect(sortName).toContain(`  ${long}`)
})

test('records from before are sorted anew once, and nothing else of them changes', async () => {
  for (const name of names) await office.as('emil').post('/contacts/accounts', { name })
  await office.as('emil').post('/contacts/people', { name: '曾玉' })
  const all = () =>
    office.inScope('amy', ({ db, company }) =>
      db.execute<{ name: string; row: object }>(sql`
        select name, to_jsonb(a) - 'sort_name' as row, sort_name from contacts.accounts a
        where company_id = ${company.id} order by sort_name`),
    )
  const now = await all()
  await office.inScope('amy', async ({ db, company }) => {
    await db.execute(sql`
      update contacts.accounts set sort_name = replace(split_part(sort_name, '  ', 1), ' ', '') || ' ' || name
      where company_id = ${company.id}`)
    await db.execute(sql`
      update contacts.people set sort_name = 'zengyu 曾玉' where company_id = ${company.id}`)
  })
  expect(await all()).not.toEqual(now)
  for (let night = 0; night < 2; night++) {
    await office.inScope('amy', (scope) => sortAnewJob.run(scope, {}, office.app.product.registry))
    const again = await all()
    const han = (rows: typeof now) => rows.filter(({ name }) => /\p{Script=Han}/u.test(name))
    expect(han(again)).toEqual(han(now))
  }
  const [person] = await office.inScope('amy', ({ db, company }) =>
    db.execute(sql`select sort_name from contacts.people where company_id = ${company.id}`),
  )
  expect(person).toEqual({ sort_name: 'zeng 曾 yu  曾玉' })
})
