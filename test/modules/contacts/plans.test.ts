import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPool, type Pool } from '../../../core/db/connection.ts'
import { notesWith } from '../../../core/records/note-search.ts'
import type { Scope } from '../../../core/scope.ts'
import { fill, seedsOf } from '../../../core/seed/fill.ts'
import { readAccountList } from '../../../modules/contacts/accounts/account-list.ts'
import { askAboutAccount, askAboutPerson } from '../../../modules/contacts/duplicates/asking.ts'
import { accountKind } from '../../../modules/contacts/kinds.ts'
import { readBeside } from '../../../modules/contacts/lists/beside.ts'
import { findAccounts } from '../../../modules/contacts/lists/finding.ts'
import { sorts } from '../../../modules/contacts/lists/query.ts'
import { readListState } from '../../../modules/contacts/lists/state.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import { readPersonList } from '../../../modules/contacts/people/person-list.ts'
import { accounts } from '../../../modules/contacts/schema.ts'
import { idsByKeys } from '../../../modules/contacts/transfers/finding.ts'
import { importAlone } from '../../../modules/contacts/transfers/write.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice } from './contacts-office.ts'

let office: Office
let eyes: Pool
beforeAll(async () => {
  office = await openContactsOffice({ locale: 'zh-CN' })
  eyes = openPool(office.database.admin, 1)
  for (const [key, seed] of seedsOf([contacts]))
    if (key !== 'activities') await fill(office.app.product, office.company, seed, 8_000, 3)
  await eyes`vacuum analyze`
})
afterAll(async () => {
  await eyes?.end()
  await office?.close()
})

type Uses = Record<string, number>

/** How often each index of a table, and the whole table, has been walked so far. */
async function usesOf(table: string): Promise<Uses> {
  const rows = await eyes<{ name: string; uses: number }[]>`
    select indexrelname as name, idx_scan::int as uses from pg_stat_user_indexes
      where schemaname in ('contacts', 'core') and relname = ${table}
    union all
    select 'whole table', seq_scan::int from pg_stat_user_tables
      where schemaname in ('contacts', 'core') and relname = ${table}`
  return Object.fromEntries(rows.map(({ name, uses }) => [name, uses]))
}

/** What of a table is walked by what somebody does, as the application's own role. */
async function walked(
  table: string,
  who: PersonName,
  act: (scope: Scope) => Promise<unknown>,
): Promise<string[]> {
  const before = await usesOf(table)
  await office.inScope(who, async (scope) => {
    // As requests do: what they ask is planned once, for whatever values come.
    await scope.db.execute(sql`select set_config('plan_cache_mode', 'force_generic_plan', true)`)
    await act(scope)
    await scope.db.execute(sql`select pg_stat_force_next_flush()`)
  })
  await eyes`select pg_stat_clear_snapshot()`
  const after = await usesOf(table)
  return Object.keys(after).filter((name) => after[name] !== before[name])
}

/** How many rows of accounts have been fetched so far, by whatever index. */
async function rowsRead(): Promise<number> {
  const [row] = await eyes<{ rows: number }[]>`
    select idx_tup_fetch::int as rows from pg_stat_user_tables
    where schemaname = 'contacts' and relname = 'accounts'`
  return row?.rows ?? 0
}

const list = (query: string) => (scope: Scope) =>
  readAccountList(scope, readListState(new URLSearchParams(query), Object.keys(sorts.accounts)))

const listPeople = (query: string) => (scope: Scope) =>
  readPersonList(scope, readListState(new URLSearchParams(query), Object.keys(sorts.people)))

test.each([
  ['', 'accounts_name'],
  ['sort=-updated', 'accounts_updated'],
  ['sort=industry', 'accounts_industry'],
])(
  'the accounts beside one in the list at ?%s are found by %s, and hardly another row is read',
  async (query, index) => {
    const state = readListState(new URLSearchParams(query), Object.keys(sorts.accounts))
    const { page } = await office.inScope('amy', list(query))
    const id = page.rows.at(25)?.id ?? ''
    const readBefore = await rowsRead()
    const used = await walked('accounts', 'amy', async (scope) => {
      expect(await readBeside(scope, accountKind, state, id)).toEqual({
        previousHref: `${accountKind.href}/${page.rows.at(24)?.id}`,
        nextHref: `${accountKind.href}/${page.rows.at(26)?.id}`,
      })
    })
    expect(used).toContain(index)
    expect(used).not.toContain('whole table')
    expect((await rowsRead()) - readBefore).toBeLessThan(8)
  },
)

test.each([
  ['', 'accounts_name'],
  ['sort=-name', 'accounts_name'],
  ['sort=updated', 'accounts_updated'],
  ['sort=-created', 'accounts_created'],
  ['sort=industry', 'accounts_industry'],
  ['sort=-region', 'accounts_region'],
  ['archived=1', 'accounts_archived'],
])('the list of accounts at ?%s walks %s, and never the whole table', async (query, index) => {
  const used = await walked('accounts', 'amy', list(query))
  expect(used).toContain(index)
  expect(used).not.toContain('whole table')
})

test.each([
  ['one sign', '鼎', 'accounts_grams'],
  ['two signs', '鼎盛', 'accounts_grams'],
  ['two letters', 'dz', 'accounts_grams'],
  ['pinyin', 'dingsheng', 'accounts_search'],
  ['initials', 'sdsj', 'accounts_search'],
  ['a part of a phone', '55501', 'accounts_search'],
  ['a part of a credit code', '91440300YY', 'accounts_search'],
])('accounts are found by %s, %s, through %s', async (_, query, index) => {
  for (const who of ['amy', 'emil'] as const) {
    const used = await walked('accounts', who, list(`q=${encodeURIComponent(query)}`))
    expect(used, who).toContain(index)
    expect(used, who).not.toContain('whole table')
  }
})

test('members and leads read the heads of what is theirs, by name, and not the list of all', async () => {
  for (const who of ['emil', 'lin'] as const) {
    const used = await walked('accounts', who, list(''))
    expect(used, who).toContain('accounts_owner')
    expect(used, who).not.toContain('whole table')
  }
})

test.each([
  ['', 'people_name'],
  [`q=${encodeURIComponent('婷')}`, 'people_grams'],
  [`q=${encodeURIComponent('王婷')}`, 'people_grams'],
  ['q=wangting', 'people_search'],
])('the list of contacts at ?%s walks %s, and never the whole table', async (query, index) => {
  const used = await walked('people', 'amy', listPeople(query))
  expect(used).toContain(index)
  expect(used).not.toContain('whole table')
})

test.each([
  ['accounts', ['credit_code', 'company_key', 'phone', 'email', 'domain']],
  ['people', ['mobile', 'phone', 'email', 'wechat']],
])('what is like a new record of %s is looked up by its keys alone', async (table, keys) => {
  const raw = {
    name: '上海星河科技有限公司',
    creditCode: '91110000802100433B',
    phone: '021-6100 8888',
    mobile: '13812345678',
    email: 'a@xinghe.example',
    website: 'xinghe.example',
    wechat: 'ming_88',
  }
  const ask = table === 'accounts' ? askAboutAccount : askAboutPerson
  for (const who of ['amy', 'emil'] as const) {
    const used = await walked(table, who, (scope) => ask(scope, raw))
    for (const key of keys) expect(used, who).toContain(`${table}_${key}`)
    expect(used, who).not.toContain('whole table')
  }
})

test.each([
  ['one sign', '鼎', 'accounts_grams'],
  ['two signs', '鼎盛', 'accounts_grams'],
  ['two letters', 'dz', 'accounts_grams'],
  ['pinyin', 'dingsheng', 'accounts_search'],
  ['an e-mail address', 'info@example.com', 'accounts_search'],
  ['a credit code', '91440300MA5DA1AA0X', 'accounts_search'],
])('the global search finds accounts by %s, %s, through %s', async (_, query, index) => {
  for (const who of ['amy', 'emil'] as const) {
    const used = await walked('accounts', who, (scope) => findAccounts(scope, query, 6))
    expect(used, who).toContain(index)
    expect(used, who).not.toContain('whole table')
  }
})

test.each([
  ['one sign', '样', 'notes_grams'],
  ['two signs', '样品', 'notes_grams'],
  ['a word', 'quote', 'notes_search'],
])('notes are found by %s, %s, through %s, and never by reading all', async (_, query, index) => {
  await eyes`
    insert into core.notes (company_id, id, object, record_id, body, author_id)
    select company_id, gen_random_uuid(), 'contacts.account', id,
      name || case when id::text like '%7' then '：寄样品, a quote' else '：没有消息' end,
      ${office.people.amy}
    from contacts.accounts`
  await eyes`vacuum analyze core.notes`
  const used = await walked('notes', 'amy', (scope) => notesWith(scope, accountKind.object, query))
  expect(used).toContain(index)
  expect(used).not.toContain('whole table')
})

test('a list of fifty is a page of no more than 40 KB', async () => {
  for (const path of [
    '/contacts/accounts',
    '/contacts/people',
    '/contacts/accounts?sort=-updated',
  ]) {
    const html = await (await office.as('amy').get(path)).text()
    expect(html.split('data-testid="row"').length - 1, path).toBe(50)
    expect(Buffer.byteLength(html), path).toBeLessThanOrEqual(40 * 1024)
  }
})

test('an import looks rows up by index alone, though the planner knows nothing of the table yet', async () => {
  await eyes`delete from pg_statistic where starelid = 'contacts.accounts'::regclass`
  const keys = Array.from({ length: 500 }, (_, at) => `nobody ${at}`)
  const readOfAll = async () => {
    const [read] = await eyes<{ rows: number }[]>`
      select sum(idx_tup_read)::int as rows from pg_stat_user_indexes
      where relname = 'accounts' and indexrelname not in ('accounts_credit_code', 'accounts_name_key')`
    return read?.rows ?? 0
  }
  const before = await readOfAll()
  const walks = await walked('accounts', 'amy', async (scope) => {
    await importAlone(scope)
    await idsByKeys(scope, accountKind, [
      { column: accounts.creditCode, keys },
      { column: accounts.nameKey, keys },
    ])
  })
  expect(walks).toEqual(expect.arrayContaining(['accounts_credit_code', 'accounts_name_key']))
  expect(walks).not.toContain('whole table')
  // What pages read before may be counted only now; a walk would read all eight thousand.
  expect((await readOfAll()) - before).toBeLessThan(keys.length)
})
