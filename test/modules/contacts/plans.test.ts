import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Where } from '../../../core/conditions/tree.ts'
import { writeWhere } from '../../../core/conditions/written.ts'
import { openPool, type Pool } from '../../../core/db/connection.ts'
import { readBeside } from '../../../core/lists/beside.ts'
import { readList } from '../../../core/lists/list-reading.ts'
import { readListState } from '../../../core/lists/state.ts'
import { notesWith } from '../../../core/records/note-search.ts'
import { tagRecords } from '../../../core/records/tags.ts'
import type { Scope } from '../../../core/scope.ts'
import { fill, seedsOf } from '../../../core/seed/fill.ts'
import { idsByKeys } from '../../../core/transfer/book/finding.ts'
import { importAlone } from '../../../core/transfer/book/write-many.ts'
import { accountList } from '../../../modules/contacts/accounts/account-list.ts'
import { followUpsWith } from '../../../modules/contacts/activities/finding.ts'
import { askAboutAccount, askAboutPerson } from '../../../modules/contacts/duplicates/asking.ts'
import { findAccounts } from '../../../modules/contacts/finding.ts'
import { accountKind, personKind } from '../../../modules/contacts/kinds.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import { personList } from '../../../modules/contacts/people/person-list.ts'
import { accounts } from '../../../modules/contacts/schema.ts'
import { choicesOf, giveField } from '../../core/own-fields/giving.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { walking as walkingIn } from '../../setup/walking.ts'
import { openContactsOffice } from './contacts-office.ts'

let office: Office
let eyes: Pool
beforeAll(async () => {
  office = await openContactsOffice({ locale: 'zh-CN' })
  eyes = openPool(office.database.admin, 1)
  for (const [key, seed] of seedsOf([contacts]))
    if (key !== 'activities') await fill(office.app.product, office.company, seed, 8_000, 3)
  await fillOwn()
  await eyes`vacuum analyze`
})
afterAll(async () => {
  await eyes?.end()
  await office?.close()
})

/** Gives every account a value of an own choice and an own number, and a few of them a tag. */
async function fillOwn(): Promise<void> {
  const stage = await giveField(office, 'choice', '阶段', {
    label_en: 'Stage',
    ...choicesOf('早 | Early', '晚 | Late'),
  })
  const seats = await giveField(office, 'number', '席位', { label_en: 'Seats' })
  const [early, late] = stage.own.choices.map(({ key }) => key)
  await eyes`
    insert into core.own_entries (company_id, record_id, field_id, item, text, number)
    select company_id, id, ${stage.own.id}, '', case when id::text like '%00' then ${late ?? ''} else ${early ?? ''} end, 0
    from contacts.accounts`
  await eyes`
    insert into core.own_entries (company_id, record_id, field_id, item, text, number)
    select company_id, id, ${seats.own.id}, '', n::text, n
    from (select company_id, id, row_number() over (order by id) as n from contacts.accounts) numbered`
  await office.inScope('amy', async (scope) => {
    const few = await scope.db.execute<{ id: string }>(
      sql`select id from contacts.accounts limit 20`,
    )
    await tagRecords(
      scope,
      accountKind.object,
      few.map(({ id }) => id),
      'rare',
    )
  })
}

/** Tables of records stand in the module's schema, what stands beside all records in that of core. */
const walking = (table: string, ...asked: [PersonName, (scope: Scope) => Promise<unknown>]) =>
  walkingIn(
    ...([
      office,
      `${['accounts', 'people', 'activities'].includes(table) ? 'contacts' : 'core'}.${table}`,
    ] as const),
    ...asked,
  )

const walked = async (...asked: Parameters<typeof walking>) =>
  (await walking(...asked)).map(({ name }) => name)

const list = (query: string) => (scope: Scope) =>
  readList(scope, accountList, readListState(new URLSearchParams(query), accountKind))

const listPeople = (query: string) => (scope: Scope) =>
  readList(scope, personList, readListState(new URLSearchParams(query), personKind))

test('a question no index answers is seen to walk the whole table', async () => {
  const uses = await walking('accounts', 'amy', ({ db }) =>
    db.execute(sql`select id from contacts.accounts where length(address) = 1`),
  )
  expect(uses).toEqual([{ name: 'whole table', walks: 1, read: 8_000 }])
})

test.each([
  ['', 'accounts_name'],
  ['sort=-updated', 'accounts_updated'],
  ['sort=industry', 'accounts_industry'],
])(
  'the accounts beside one in the list at ?%s are found by %s, and hardly another row is read',
  async (query, index) => {
    const state = readListState(new URLSearchParams(query), accountKind)
    const { page } = await office.inScope('amy', list(query))
    const id = page.rows.at(25)?.id ?? ''
    const uses = await walking('accounts', 'amy', async (scope) => {
      expect(await readBeside(scope, accountKind, state, id)).toEqual({
        previousHref: `${accountKind.href}/${page.rows.at(24)?.id}`,
        nextHref: `${accountKind.href}/${page.rows.at(26)?.id}`,
      })
    })
    expect(uses.map(({ name }) => name)).toContain(index)
    expect(uses.map(({ name }) => name)).not.toContain('whole table')
    for (const { name, read } of uses) expect(read, name).toBeLessThan(8)
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

const combined = (...items: Where['items']) =>
  `where=${encodeURIComponent(writeWhere({ match: 'all', items }))}`

test.each<[string, Where['items'], string]>([
  [
    'a text and a range',
    [
      { field: 'name', operator: 'contains', values: ['有限'] },
      { field: 'employees', operator: 'range', values: ['1', '100000'] },
    ],
    'accounts_name',
  ],
  [
    'a group of alternatives',
    [
      { field: 'name', operator: 'filled', values: [] },
      {
        match: 'any',
        items: [
          { field: 'level', operator: 'any', values: ['A'] },
          { field: 'industry', operator: 'contains', values: ['电'] },
        ],
      },
    ],
    'accounts_name',
  ],
])(
  'a combined filter by %s walks the list in its order until a page is full',
  async (_, items, index) => {
    const used = await walking('accounts', 'amy', async (scope) => {
      const { rows } = (await list(combined(...items))(scope)).page
      expect(rows.length).toBeGreaterThan(0)
    })
    // How many there are is counted besides, as far as ten thousand.
    const inOrder = used.find(({ name }) => name === index)
    expect(inOrder?.read).toBeLessThan(4_000)
  },
)

test.each<[string, Where['items'], string, string]>([
  ['a tag', [{ field: 'tags', operator: 'any', values: ['rare'] }], 'taggings', 'taggings_tag'],
  [
    'an own choice',
    [{ field: 'own_stage', operator: 'any', values: ['late'] }],
    'own_entries',
    'own_entries_text',
  ],
  [
    'an own number',
    [{ field: 'own_seats', operator: 'range', values: ['10', '20'] }],
    'own_entries',
    'own_entries_number',
  ],
])(
  'a combined filter by %s is asked by an index, and no table is read whole',
  async (_, items, table, index) => {
    for (const asked of [table, 'accounts']) {
      const used = await walked(asked, 'amy', list(combined(...items)))
      expect(used, asked).not.toContain('whole table')
      if (asked === table) expect(used).toContain(index)
    }
  },
)

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

test('names that begin with a word are read where they begin, and nothing is looked up of each', async () => {
  const [{ begin = 0 } = {}] = await eyes<{ begin: number }[]>`
    select count(*)::int as begin from contacts.accounts where name like '深圳%' and archived_at is null`
  expect(begin).toBeGreaterThan(150)
  const uses = await walking('accounts', 'amy', list(`q=${encodeURIComponent('深圳')}`))
  const readBy = (index: string) => uses.find(({ name }) => name === index)?.read
  expect(readBy('accounts_grams')).toBe(0)
  expect(readBy('accounts_name')).toBeLessThan(begin + 200)
  expect(uses.map(({ name }) => name)).not.toContain('whole table')
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

test('of a word that nearly all hold no more is read than is shown some of, and nothing is sorted whole', async () => {
  for (const query of ['有', 'example', '有限公司']) {
    const uses = await walking('accounts', 'amy', async (scope) => {
      expect(await findAccounts(scope, query, 6)).toHaveLength(6)
    })
    for (const { name, read } of uses) expect(read, `${query} by ${name}`).toBeLessThan(2_000)
    expect(uses.map(({ name }) => name)).not.toContain('whole table')
    expect(uses.map(({ name }) => name)).not.toContain('accounts_search')
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

test.each([
  ['one sign', '样', 'activities_grams'],
  ['two signs', '样品', 'activities_grams'],
  ['a word', 'quote', 'activities_search'],
])(
  'follow-ups are found by %s, %s, through %s, and never by reading all',
  async (_, query, index) => {
    await eyes`
    insert into contacts.activities (company_id, id, object, record_id, kind, body, happened_at)
    select company_id, gen_random_uuid(), 'contacts.account', id, 'call',
      name || case when id::text like '%7' then '：寄样品, a quote' else '：没有消息' end, now()
    from contacts.accounts`
    await eyes`vacuum analyze contacts.activities`
    const used = await walked('activities', 'amy', (scope) =>
      followUpsWith(scope, accountKind.object, query),
    )
    expect(used).toContain(index)
    expect(used).not.toContain('whole table')
  },
)

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
  const uses = await walking('accounts', 'amy', async (scope) => {
    await importAlone(scope)
    await idsByKeys(scope, accountKind, [
      { column: accounts.creditCode, keys },
      { column: accounts.nameKey, keys },
    ])
  })
  expect(uses.map(({ name }) => name).toSorted()).toEqual([
    'accounts_credit_code',
    'accounts_name_key',
  ])
  // A walk would read all eight thousand.
  for (const { name, read } of uses) expect(read, name).toBeLessThan(keys.length)
})
