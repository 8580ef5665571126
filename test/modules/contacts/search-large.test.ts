import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../core/db/id.ts'
import { readList } from '../../../core/lists/list-reading.ts'
import { pageSize } from '../../../core/lists/query.ts'
import { readListState } from '../../../core/lists/state.ts'
import { keysOf } from '../../../core/records/keys.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { searchKeys, searchQuery } from '../../../core/values/names.ts'
import { accountList } from '../../../modules/contacts/accounts/account-list.ts'
import { accountKind } from '../../../modules/contacts/kinds.ts'
import { accounts } from '../../../modules/contacts/schema.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice } from './contacts-office.ts'

/**
 * So many firms that few words are looked up and sorted: most stand at the head of thousands of names,
 * or in thousands of them, and the list of names is walked for them (core/lists/search-page.ts).
 */
const size = 9_000

const heads = [
  '苏州',
  '苏州',
  '苏州',
  '深圳',
  '深圳市',
  '上海',
  '重庆',
  '重',
  '长安',
  '长',
  'Acme ',
  '*ST',
  '',
]
const brands = ['鼎盛', '深圳湾', '重山', '恒泰', '上', '长城', '圳通', 'Harbour ', '哈哈哈', '单']
const trades = ['科技', '机械', '银行', 'Tools', '上海菜', '圳']

type Known = { id: string; sortName: string; archived: boolean; mine: boolean; lines: string[] }

const firms: Known[] = []

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
  const emil = office.people.emil
  const { sales, production } = office.departments
  const parts = fc.tuple(
    fc.constantFrom(...heads),
    fc.constantFrom(...brands),
    fc.constantFrom(...trades),
    fc.integer({ min: 10_000_000, max: 99_999_999 }),
  )
  const rows = fc
    .sample(parts, { numRuns: size, seed: 7 })
    .map(([head, brand, trade, number], at) => {
      const name = `${head}${brand}${trade}`
      const phone = `86138${number}`
      // What stands behind the three hundredth sign is not in the index of names.
      const texts = at % 6 === 0 ? [`${'备注 '.repeat(120)}最远的科技`] : []
      const keys = keysOf(name, [phone], 'firm', texts)
      // Rows saved by an older version list the head of their name too.
      const { grams, letters } = searchKeys(name)
      const old = at % 3 === 0 ? [...keys.grams, ...grams, ...letters] : keys.grams
      return {
        id: newId(),
        name,
        phone,
        ...keys,
        grams: [...new Set(old)],
        ownerId: at % 40 === 0 ? emil : null,
        departmentId: at % 40 === 0 ? sales : production,
        archivedAt: at % 100 === 1 ? new Date() : null,
      }
    })
  for (let at = 0; at < rows.length; at += 3_000)
    await office.inScope('amy', (scope) => insertMany(scope, accounts, rows.slice(at, at + 3_000)))
  for (const { id, sortName, search, archivedAt, ownerId } of rows)
    firms.push({
      id,
      sortName,
      archived: archivedAt !== null,
      mine: ownerId === emil,
      lines: search.split('\n'),
    })
  firms.sort((a, b) => compare(a.sortName, b.sortName) || compare(a.id, b.id))
})
afterAll(() => office?.close())

/** Each with how it is sorted, so that a difference can be read. */
const idsOf = (rows: readonly { id: string; sortName?: string; sortedBy?: string }[]): string[] =>
  rows.map(({ id, sortName, sortedBy }) => `${sortName ?? sortedBy} ${id}`)

/** As the database does, sign by sign. */
function compare(a: string, b: string): number {
  const [one, other] = [[...a], [...b]]
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const step = (one[at]?.codePointAt(0) ?? -1) - (other[at]?.codePointAt(0) ?? -1)
    if (step !== 0) return step
  }
  return 0
}

/** Looks through all, the slow and sure way; only one or two letters or digits go by beginnings besides. */
function scan(typed: string, fits: (firm: Known) => boolean): Known[] {
  const { kind, text, words, grams } = searchQuery(typed)
  const short = kind === 'digits' && text.length < 3 ? [words] : []
  const letters = kind === 'letters' ? grams : short
  return firms.filter((firm) => {
    const [name = ''] = firm.lines
    const known = letters.length > 0 ? searchKeys(name).letters : []
    return (
      fits(firm) &&
      letters.every((gram) => known.includes(gram)) &&
      firm.lines.some((line) => line.includes(text.toLowerCase()) || line.includes(words))
    )
  })
}

const queries = [
  ...[
    '深',
    '深圳',
    '深圳市',
    '圳',
    '圳湾',
    '深圳湾',
    '深圳深圳湾',
    '上海',
    '上',
    '海',
    '上海菜',
    '海上',
  ],
  ...[
    '重',
    '重庆',
    '重山',
    '重重',
    '庆',
    '长',
    '长城',
    '长安',
    '安长',
    '单',
    '哈哈',
    '哈哈哈',
    '哈',
  ],
  ...[
    '科技',
    '机械',
    '银行',
    '恒泰科技',
    'st鼎',
    'Acme 深',
    'acme',
    '*ST',
    '深圳市Harbour',
    '海Harbour T',
  ],
  ...[
    'sz',
    's',
    'sh',
    'cq',
    'ac',
    'ng',
    'an',
    'shenzhen',
    'szd',
    'chongqing',
    'zhong',
    'shanghaicai',
  ],
  ...[
    '138',
    '861381',
    '13',
    'harbour',
    'Harbour Tools',
    'ding sheng',
    'hahaha',
    '最远的科技',
    '备注',
    '注',
  ],
  ...['不在', 'nothere', '深海'],
]

type Reader = { who: PersonName; fits: (firm: Known) => boolean; params: Record<string, string> }

const readers: Reader[] = [
  { who: 'amy', fits: ({ archived }) => !archived, params: {} },
  { who: 'amy', fits: ({ archived }) => archived, params: { archived: '1' } },
  { who: 'amy', fits: ({ archived, mine }) => !archived && mine, params: { owner: 'EMIL' } },
  { who: 'lin', fits: ({ archived, mine }) => !archived && mine, params: {} },
]

const pageBehind = (
  { who, params }: Reader,
  query: string,
  cursor: Record<string, string>,
): Promise<{ ids: string[]; total: number | undefined }> =>
  office.inScope(who, async (scope) => {
    const given = params.owner ? { ...params, owner: office.people.emil } : params
    const state = readListState(new URLSearchParams({ q: query, ...given, ...cursor }), accountKind)
    const { page, total } = await readList(scope, accountList, state)
    return { ids: idsOf(page.rows), total: total?.count }
  })

test('a page of what holds a word is the one a scan finds, wherever it begins and whoever reads', async () => {
  expect(firms).toHaveLength(size)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...queries),
      fc.constantFrom(...readers),
      fc.constantFrom('first', 'after', 'before'),
      fc.nat(size - 1),
      fc.constantFrom('', '-name'),
      async (query, reader, side, at, sort) => {
        const hits = scan(query, reader.fits)
        if (sort) hits.reverse()
        const from = firms[at] as Known
        const cursor = Buffer.from(JSON.stringify([from.sortName, from.id])).toString('base64url')
        const { ids, total } = await pageBehind(reader, query, {
          ...(sort && { sort }),
          ...(side !== 'first' && { [side]: cursor }),
        })
        const isBehind = (firm: Known) =>
          (compare(firm.sortName, from.sortName) || compare(firm.id, from.id)) * (sort ? -1 : 1) > 0
        const wanted = {
          first: () => hits.slice(0, pageSize),
          after: () => hits.filter(isBehind).slice(0, pageSize),
          before: () => hits.filter((hit) => !isBehind(hit) && hit !== from).slice(-pageSize),
        }
        expect(ids, query).toEqual(idsOf(wanted[side]()))
        if (total !== undefined) expect(total, query).toBe(hits.length)
      },
    ),
    { numRuns: 250 },
  )
})

test.each(queries)('%s is found on the first page', async (query) => {
  for (const reader of readers) {
    const hits = scan(query, reader.fits)
    const { ids } = await pageBehind(reader, query, {})
    expect(ids, JSON.stringify(reader)).toEqual(idsOf(hits.slice(0, pageSize)))
  }
})

test('page by page all that begins with 苏州 comes by, and so does all that holds 科技', async () => {
  for (const query of ['苏州', '科技']) {
    const hits = scan(query, ({ archived }) => !archived)
    expect(hits.length, query).toBeGreaterThan(1_300)
    const seen = await office.inScope('amy', async (scope) => {
      const rows: { id: string; sortedBy: string }[] = []
      let after: string | undefined
      do {
        const params = new URLSearchParams({ q: query, ...(after && { after }) })
        const { page } = await readList(scope, accountList, readListState(params, accountKind))
        rows.push(...page.rows)
        after = page.after
      } while (after)
      return rows
    })
    expect(idsOf(seen), query).toEqual(idsOf(hits))
  }
})
