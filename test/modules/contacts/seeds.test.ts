import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seeded } from '../../../core/seed/random.ts'
import { parseCreditCode } from '../../../core/values/credit-code.ts'
import { readAccount } from '../../../modules/contacts/accounts/account-record.ts'
import { accountColumns } from '../../../modules/contacts/accounts/account-storage.ts'
import { seeds } from '../../../modules/contacts/seeds.ts'
import { type Firm, type Office, openOffice } from '../../setup/office.ts'

let office: Office
let other: Firm
beforeAll(async () => {
  office = await openOffice()
  other = await office.another()
  await fill(office, 400, 3)
})
afterAll(() => office.close())

const fill = (firm: Firm, count: number, number: number) =>
  firm.inScope('amy', async (scope) => {
    const random = seeded(number)
    for (const seed of seeds) await seed.make(scope, count, random)
  })

const read = (firm: Firm, query: ReturnType<typeof sql>) =>
  firm.inScope('amy', (scope) => scope.db.execute<Record<string, unknown>>(query))

const whatIsThere = (firm: Firm) =>
  read(
    firm,
    sql`
      select a.name, a.credit_code, a.search, u.name as owner, d.key as department,
        a.archived_at is not null as archived, count(w.person_id) as people,
        (select count(*) from core.taggings g where g.record_id = a.id) as tags
      from contacts.accounts a
      left join core.users u on u.company_id = a.company_id and u.id = a.owner_id
      left join core.departments d on d.company_id = a.company_id and d.id = a.department_id
      left join contacts.person_accounts w on w.company_id = a.company_id and w.account_id = a.id
      where a.company_id = ${firm.company}
      group by a.company_id, a.id, u.name, d.key order by a.id`,
  )

test('the same number makes the same accounts and people, for the same colleagues, elsewhere', async () => {
  expect(await whatIsThere(other)).toEqual([])
  await fill(other, 400, 3)
  expect(await whatIsThere(other)).toEqual(await whatIsThere(office))
})

test('accounts are shared out: some owned, some a department’s, some nobody’s, a few archived', async () => {
  const accounts = await whatIsThere(office)
  expect(accounts).toHaveLength(400)
  const share = (is: (account: Record<string, unknown>) => boolean) => accounts.filter(is).length
  expect(share(({ owner }) => owner !== null)).toBeGreaterThan(200)
  expect(share(({ owner, department }) => !owner && department !== null)).toBeGreaterThan(20)
  expect(share(({ owner, department }) => !owner && !department)).toBeGreaterThan(10)
  expect(share(({ archived }) => archived === true)).toBeGreaterThan(2)
  expect(share(({ people }) => Number(people) > 0)).toBeGreaterThan(100)
  expect(share(({ tags }) => Number(tags) > 0)).toBeGreaterThan(10)
})

test('a seeded account is found as a typed one is: the same keys, a credit code that passes', async () => {
  const [first] = await read(
    office,
    sql`select id, search, grams from contacts.accounts
      where company_id = ${office.company} and credit_code is not null order by id limit 1`,
  )
  const { account, columns } = await office.inScope('amy', async (scope) => {
    const account = await readAccount(scope, String(first?.id))
    return { account, columns: accountColumns(scope, account.values) }
  })
  expect(columns).toMatchObject({
    search: first?.search,
    grams: first?.grams,
  })
  expect(parseCreditCode(account.values.creditCode ?? '')).toMatchObject({ ok: true })
  expect(account.createdAt.getTime()).toBeLessThanOrEqual(account.updatedAt.getTime())
})

test('totals follow the seeded records', async () => {
  const [row] = await read(
    office,
    sql`select
      (select sum(records)::int from contacts.tallies
        where company_id = ${office.company} and object = 'account' and not archived) as told,
      (select count(*)::int from contacts.accounts
        where company_id = ${office.company} and archived_at is null) as counted`,
  )
  expect(row?.told).toBe(row?.counted)
})
