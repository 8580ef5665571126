import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ListPart, readList } from '../../../core/lists/list-reading.ts'
import { readListState } from '../../../core/lists/state.ts'
import { ownConditions } from '../../../core/own-fields/filtering.ts'
import type { OwnField } from '../../../core/own-fields/own-field.ts'
import { ownPage } from '../../../core/own-fields/sorting.ts'
import type { Scope } from '../../../core/scope.ts'
import { fill, seedsOf } from '../../../core/seed/fill.ts'
import type { AccountValues } from '../../../modules/contacts/accounts/account-fields.ts'
import { type AccountRow, accountList } from '../../../modules/contacts/accounts/account-list.ts'
import { accountKind } from '../../../modules/contacts/kinds.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import { accounts } from '../../../modules/contacts/schema.ts'
import { openContactsOffice } from '../../modules/contacts/contacts-office.ts'
import { makeAccount } from '../../modules/contacts/make.ts'
import type { Office } from '../../setup/office.ts'
import { rowsOf } from '../../setup/page.ts'
import { plan } from '../../setup/plan.ts'
import { query } from '../../setup/query.ts'
import { account, choicesOf, giveField } from './giving.ts'

let office: Office
let fields: Record<
  'model' | 'seats' | 'budget' | 'renewal' | 'tier' | 'vetted' | 'buyer' | 'needs',
  OwnField
>
beforeAll(async () => {
  office = await openContactsOffice()
  fields = {
    model: await giveField(office, 'text', 'Model'),
    seats: await giveField(office, 'number', 'Seats'),
    budget: await giveField(office, 'money', 'Budget'),
    renewal: await giveField(office, 'date', 'Renewal'),
    tier: await giveField(office, 'choice', 'Tier', choicesOf('Silver', 'Gold', 'Bronze')),
    vetted: await giveField(office, 'yes_no', 'Vetted'),
    buyer: await giveField(office, 'person', 'Buyer'),
    needs: await giveField(office, 'multi_choice', 'Needs', choicesOf('Oil', 'Gas')),
  }
  await office.inScope('amy', async (scope) => {
    for (let at = 0; at < 130; at++)
      await add(scope, `Firm ${String(at).padStart(3, '0')}`, valuesAt(at))
  })
}, 120_000)
afterAll(() => office?.close())

/** Few different values and many gaps, so that ties and records without a value fill several pages. */
const valuesAt = (at: number): Partial<AccountValues> & Record<string, unknown> => ({
  [fields.model.field]: at % 3 === 0 ? `XK-${at % 5}` : null,
  [fields.seats.field]: at % 2 === 0 ? String((at % 7) * 1000 - 500.5) : null,
  [fields.budget.field]: at % 4 === 0 ? { minor: at * 100, currency: 'GBP' } : null,
  [fields.renewal.field]: at % 5 === 0 ? `2026-0${1 + (at % 9)}-15` : null,
  [fields.tier.field]: ['silver', 'gold', 'bronze', null][at % 4],
  [fields.vetted.field]: [true, false, null][at % 3],
  [fields.buyer.field]: at % 10 === 0 ? office.people.lin : null,
  [fields.needs.field]: at % 6 === 0 ? ['oil', 'gas'] : null,
})

const add = (scope: Scope, name: string, values: Record<string, unknown>) =>
  makeAccount(scope, office.app.product.registry, { ...values, name })

const stateOf = (scope: Scope, address: string) =>
  readListState(new URLSearchParams(address), accountKind, scope.own.live(account))

/** The numbers of the firms that a list shows at an address, on all its pages. */
const shownAt = (address: string) =>
  office.inScope('amy', async (scope) => {
    const firms: number[] = []
    for (let next: string | undefined = address; next !== undefined; ) {
      const { page }: ListPart<AccountRow> = await readList(
        scope,
        accountList,
        stateOf(scope, next),
      )
      firms.push(...page.rows.map(({ name }) => Number(name.slice(5))))
      next = page.after && `${address}&after=${page.after}`
    }
    return firms
  })

test.each([
  ['own_model=xk-1', (at: number) => at % 3 === 0 && at % 5 === 1],
  ['own_model=XK', (at: number) => at % 3 === 0],
  [
    'own_seats.from=1.4千&own_seats.to=3000',
    (at: number) => at % 2 === 0 && [2, 3].includes(at % 7),
  ],
  ['own_budget.from=£40&own_budget.to=60', (at: number) => at % 4 === 0 && at >= 40 && at <= 60],
  ['own_renewal.to=2026年2月1日', (at: number) => at % 5 === 0 && at % 9 === 0],
  ['own_tier=bronze', (at: number) => at % 4 === 2],
  ['own_vetted=no', (at: number) => at % 3 === 1],
  ['own_needs=gas', (at: number) => at % 6 === 0],
  ['own_tier=silver&own_vetted=yes', (at: number) => at % 4 === 0 && at % 3 === 0],
] as const)('a list at ?%s shows those records and no other', async (address, fits) => {
  const expected = Array.from({ length: 130 }, (_, at) => at).filter(fits)
  expect(expected.length).toBeGreaterThan(2)
  expect(await shownAt(address)).toEqual(expected)
})

test('a colleague filters by id; what cannot be read filters nothing', async () => {
  const lins = await shownAt(`own_buyer=${office.people.lin}`)
  expect(lins).toHaveLength(13)
  expect(await shownAt('own_seats.from=many')).toHaveLength(130)
  expect(await shownAt('own_nothing=1')).toHaveLength(130)
})

const orders: [keyof typeof fields, (at: number) => number | string | undefined][] = [
  ['model', (at) => (at % 3 === 0 ? at % 5 : undefined)],
  ['seats', (at) => (at % 2 === 0 ? at % 7 : undefined)],
  ['budget', (at) => (at % 4 === 0 ? at : undefined)],
  ['renewal', (at) => (at % 5 === 0 ? at % 9 : undefined)],
  ['tier', (at) => [0, 1, 2, undefined][at % 4]],
  ['vetted', (at) => [1, 0, undefined][at % 3]],
]

/** All pages of a list from its first to its last, and from there back again. */
const thereAndBack = (sort: string) =>
  office.inScope('amy', async (scope) => {
    const read = async (cursor: string) => {
      const { page }: ListPart<AccountRow> = await readList(
        scope,
        accountList,
        stateOf(scope, `sort=${sort}${cursor}`),
      )
      return { ...page, firms: page.rows.map(({ name }) => Number(name.slice(5))) }
    }
    const there: number[][] = []
    const back: number[][] = []
    let cursor = ''
    for (let page = await read(cursor); ; page = await read(cursor)) {
      there.push(page.firms)
      if (!page.after) break
      cursor = `&after=${page.after}`
    }
    for (let page = await read(cursor); ; page = await read(`&before=${page.before}`)) {
      back.unshift(page.firms)
      if (!page.before) return { there, back }
    }
  })

test.each(orders)(
  'sorted by %s, every record comes once, those without a value last, whichever way one pages',
  async (name, rank) => {
    for (const sign of ['', '-']) {
      const { there, back } = await thereAndBack(sign + fields[name].field)
      expect(back).toEqual(there)
      const ranks = there.flat().map(rank)
      expect(new Set(there.flat()).size).toBe(130)
      const filled = ranks.filter((one) => one !== undefined).map(Number)
      expect(ranks.slice(0, filled.length)).not.toContain(undefined)
      expect(filled).toEqual(filled.toSorted((one, other) => (sign ? other - one : one - other)))
    }
  },
)

test('a column of an own field is chosen like any other, and can be sorted by', async () => {
  const amy = office.as('amy')
  await amy.post('/contacts/accounts/columns', { column: [fields.tier.field, fields.buyer.field] })
  const html = await (await amy.get(`/contacts/accounts?sort=-${fields.tier.field}`)).text()
  expect(html).toMatch(/aria-sort="descending"[^>]*><a [^>]*>Tier/)
  expect(rowsOf(html)[0]).toContain('Bronze')
  expect(html).toContain('林岚')
  await amy.post(`/admin/fields/${fields.needs.own.id}/archive`)
  const filter = `/contacts/accounts?${fields.needs.field}=gas`
  expect(rowsOf(await (await amy.get(filter)).text())).toHaveLength(50)
  await amy.post(`/admin/fields/${fields.needs.own.id}/restore`)
  expect(rowsOf(await (await amy.get(filter)).text())).toHaveLength(22)
})

test('own texts are found by a part, one Chinese character included', async () => {
  await office.inScope('amy', (scope) =>
    add(scope, 'Firm 900', { [fields.model.field]: '磨床 Q7-beta' }),
  )
  for (const typed of ['磨', '磨床', 'q7-be']) {
    const html = await (
      await office.as('amy').get(`/contacts/accounts?q=${encodeURIComponent(typed)}`)
    ).text()
    expect(rowsOf(html), typed).toHaveLength(1)
    expect(html).toContain('Firm 900')
  }
})

test('own fields cost a list no further query', async () => {
  const bare = await office.another()
  const count = (firm: Pick<Office, 'inScope'>) =>
    firm.inScope('amy', async (scope) => {
      let queries = 0
      const execute = scope.db.execute.bind(scope.db)
      const db = Object.assign(Object.create(scope.db), {
        execute: (...given: Parameters<typeof execute>) => {
          queries++
          return execute(...given)
        },
      })
      await readList({ ...scope, db }, accountList, stateOf(scope, ''))
      return queries
    })
  expect(await count(office)).toBe(await count(bare))
})

test('filter and sort walk the indexes of the entries', async () => {
  for (const seed of seedsOf([contacts]).values())
    await fill(office.app.product, office.company, seed, 4_000, 3)
  await query(
    office,
    (sql) => sql`
      insert into core.own_entries (company_id, record_id, field_id, text, number)
      select a.company_id, a.id, f.id, 'xk-' || (row_number() over () % 900), row_number() over ()
      from contacts.accounts a, core.own_fields f
      where a.company_id = ${office.company} and f.company_id = a.company_id
        and f.key in ('model', 'seats') on conflict do nothing`,
  )
  await query(office, (sql) => sql`vacuum analyze`)
  const where = sql`${accounts.companyId} = ${office.company} and ${accounts.archivedAt} is null`
  const sorted = await office.inScope('amy', async (scope) =>
    ownPage(scope, accounts, fields.seats, where, {
      direction: 'asc',
      cursor: undefined,
      size: 50,
    }),
  )
  expect(await plan(office, sorted)).toMatch(/Index (Only )?Scan using own_entries_number/)
  const [filtered] = await office.inScope('amy', async (scope) =>
    ownConditions(scope, [fields.model], { [fields.model.field]: 'xk-77' }, accounts.id),
  )
  const found = await plan(office, sql`select from ${accounts} where ${where} and ${filtered}`)
  expect(found).toMatch(/own_entries_text/)
  expect(found).not.toMatch(/Seq Scan/)
})
