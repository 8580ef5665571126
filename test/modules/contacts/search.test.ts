import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../core/db/id.ts'
import { readList } from '../../../core/lists/list-reading.ts'
import { readListState } from '../../../core/lists/state.ts'
import { keysOf } from '../../../core/records/keys.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { searchKeys, searchQuery } from '../../../core/values/names.ts'
import { accountList } from '../../../modules/contacts/accounts/account-list.ts'
import { findAccounts } from '../../../modules/contacts/finding.ts'
import { accountKind } from '../../../modules/contacts/kinds.ts'
import { accounts } from '../../../modules/contacts/schema.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice } from './contacts-office.ts'

type Firm = { id: string; name: string; phone: string; code: string }

const words =
  '平安 银行 万科 曾氏 重庆 单县 星河 科技 有限公司 Acme Echo harbour 360 7天 O’Neil %_ 😀'
const firms: Firm[] = []

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
  const random = fc.sample(
    fc.tuple(
      fc.array(fc.constantFrom(...words.split(' ')), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 10_000_000, max: 99_999_999 }),
      fc.integer({ min: 100_000_000, max: 999_999_999 }),
    ),
    { numRuns: 400, seed: 11 },
  )
  for (const [parts, phone, code] of random)
    firms.push({
      id: newId(),
      name: parts.join(phone % 2 ? '' : ' '),
      phone: `86138${phone}`,
      code: `91310000${code}X`,
    })
  await office.inScope('amy', (scope) => insertMany(scope, accounts, firms.map(rowOf)))
})
afterAll(() => office?.close())

const rowOf = ({ id, name, phone, code }: Firm) => ({
  id,
  name,
  creditCode: code,
  phone,
  ...keysOf(name, [phone, code]),
})

/** Looks through every firm, one by one, the slow and sure way. */
function scan(typed: string): string[] {
  const { kind, text, words, grams } = searchQuery(typed)
  const fits = ({ name, phone, code }: Firm): boolean => {
    const keys = searchKeys(name)
    const known = [...keys.grams, ...keys.letters]
    const parts = [keys.text, ...keys.pinyin, ...keys.initials, phone, code.toLowerCase()]
    const short = kind === 'digits' && text.length < 3 ? [words] : grams
    return (
      short.every((gram) => known.includes(gram)) &&
      parts.some((part) => part.includes(text.toLowerCase()) || part.includes(words))
    )
  }
  return firms.filter(fits).map(({ id }) => id)
}

async function found(scope: Scope, typed: string): Promise<string[]> {
  const ids: string[] = []
  let after: string | undefined
  do {
    const params = new URLSearchParams({ q: typed, ...(after && { after }) })
    const { page } = await readList(scope, accountList, readListState(params, accountKind))
    ids.push(...page.rows.map(({ id }) => id))
    after = page.after
  } while (after)
  return ids
}

/** What people type: parts of names, their pinyin and initials, of phones and of codes. */
const typed = fc.nat(399).chain((at) => {
  const firm = firms[at] as Firm
  const keys = searchKeys(firm.name)
  const part = (whole: string) =>
    fc
      .tuple(fc.nat(Math.max(0, [...whole].length - 1)), fc.integer({ min: 1, max: 8 }))
      .map(([from, length]) => [...whole].slice(from, from + length).join(''))
  return fc.oneof(
    part(firm.name),
    ...keys.pinyin.map(part),
    ...keys.initials.map(part),
    part(firm.phone),
    part(firm.code),
  )
})

test('what is found by a part of a name, its pinyin, initials, phone or code is what a scan finds', async () => {
  await fc.assert(
    fc.asyncProperty(typed, (query) =>
      office.inScope('amy', async (scope) => {
        if (query.trim() === '') return
        expect((await found(scope, query)).sort(), query).toEqual(scan(query).sort())
      }),
    ),
    { numRuns: 300 },
  )
})

test.each([
  ['平安银行', '平安'],
  ['平安银行', 'pingan'],
  ['平安银行', 'PAYH'],
  ['重庆啤酒', 'chongqing'],
  ['重庆啤酒', 'cqpj'],
  ['曾国藩', 'zgf'],
  ['Ünïcode Åkeri', 'ünïcode'],
  ['100% 纯', '100%'],
])('%s is found by %s', async (name, query) => {
  await office.inScope('amy', async (scope) => {
    const firm = { id: newId(), name, phone: '8613900001111', code: '9131000000000000XX' }
    await insertMany(scope, accounts, [rowOf(firm)])
    expect(await found(scope, query)).toContain(firm.id)
    const hits = await findAccounts(scope, query, 50)
    expect(hits.map(({ href }) => href)).toContain(`/contacts/accounts/${firm.id}`)
    await scope.db.execute(sql`delete from contacts.accounts where id = ${firm.id}`)
  })
})

test('an archived account is found no more, except among the archived', async () => {
  await office.inScope('amy', async (scope) => {
    const firm = { id: newId(), name: '鑫鑫', phone: '', code: '' }
    await insertMany(scope, accounts, [{ ...rowOf(firm), archivedAt: scope.now() }])
    expect(await found(scope, 'xinxin')).toEqual([])
    expect(await findAccounts(scope, 'xinxin', 5)).toEqual([])
  })
  const html = await (await office.as('amy').get('/contacts/accounts?q=xinxin&archived=1')).text()
  expect(html).toContain('鑫鑫')
})

test('the look-up gives nothing of another company, whichever company a caller would name', async () => {
  const other = await office.another()
  await other.inScope('amy', async (scope) => {
    const rows = await scope.db.execute(
      sql`select * from contacts.find_accounts('{}', '{%}', '{}', '%', '%', '', 1000)`,
    )
    expect(rows).toEqual([])
  })
})

test('a look-up leaves no setting behind that would have what follows planned otherwise', async () => {
  await office.inScope('amy', async (scope) => {
    const settings = ['enable_indexscan', 'enable_seqscan', 'enable_sort', 'plan_cache_mode']
    const read = () =>
      scope.db.execute(sql`
        select name, current_setting(name) as value from unnest(${sql.param(settings)}::text[]) name`)
    const before = await read()
    expect(before).toHaveLength(settings.length)
    for (const query of ['平安', 'pingan', '平', 'p', '138']) await found(scope, query)
    expect(await read()).toEqual(before)
  })
})
