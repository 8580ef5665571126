import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { within } from '../../../core/access/within.ts'
import { readList } from '../../../core/lists/list-reading.ts'
import { readListState } from '../../../core/lists/state.ts'
import { keysOf } from '../../../core/records/keys.ts'
import type { Scope } from '../../../core/scope.ts'
import { accountList } from '../../../modules/contacts/accounts/account-list.ts'
import { accountKind } from '../../../modules/contacts/kinds.ts'
import { accounts } from '../../../modules/contacts/schema.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice } from './contacts-office.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
})
afterAll(() => office?.close())

type Made = { name: string; industry: string; minute: number; archived: boolean }

/** Few different values, so that most of them are equal, and more than one page of them. */
const firms = fc.array(
  fc.record({
    name: fc.constantFrom('平安', '万科A', 'acme', '😀', "O'Neil", '%_\\'),
    industry: fc.constantFrom('', '银行', '软件'),
    minute: fc.integer({ min: 0, max: 3 }),
    archived: fc.boolean(),
  }),
  { minLength: 0, maxLength: 230 },
)

async function replaceAll(scope: Scope, made: readonly Made[]): Promise<void> {
  await scope.db.execute(sql`delete from contacts.accounts where company_id = ${scope.company.id}`)
  const rows = made.map(({ name, industry, minute, archived }) => {
    const { sortName, nameKey, search, grams } = keysOf(name, [])
    const at = `2026-03-05T12:0${minute}:00.123456Z`
    return { name, industry, sortName, nameKey, search, grams, at, archived }
  })
  await scope.db.execute(sql`
    insert into contacts.accounts (company_id, id, name, industry, sort_name, name_key, search, grams,
      created_at, updated_at, archived_at)
    select ${scope.company.id}, gen_random_uuid(), name, industry, "sortName", "nameKey", search, grams,
      at, at, case when archived then at end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (name text, industry text,
      "sortName" text, "nameKey" text, search text, grams text[], at timestamptz, archived boolean)`)
}

/** All ids of a list, page by page, one way. */
async function walk(scope: Scope, start: string, way: 'after' | 'before'): Promise<string[]> {
  const ids: string[] = []
  let query: string | undefined = start
  while (query !== undefined) {
    const state = readListState(new URLSearchParams(query), accountKind)
    const { page } = await readList(scope, accountList, state)
    const found = page.rows.map(({ id }) => id)
    if (way === 'after') ids.push(...found)
    else ids.unshift(...found)
    const next: string | undefined = page[way]
    query = next && `${start}&${way}=${next}`
  }
  return ids
}

test('the pages of a list, walked forth and back, are the whole list in its order, each record once', async () => {
  await fc.assert(
    fc.asyncProperty(
      firms,
      fc.constantFrom(...(Object.keys(accountKind.sorts) as (keyof typeof accountKind.sorts)[])),
      fc.constantFrom('', '-'),
      fc.boolean(),
      async (made, sort, minus, archived) => {
        await office.inScope('amy', async (scope) => {
          await replaceAll(scope, made)
          const start = `sort=${minus}${sort}${archived ? '&archived=1' : ''}`
          const column = accountKind.sorts[sort]?.column
          const way = minus ? sql`desc` : sql`asc`
          const whole = await scope.db.execute<{ id: string }>(sql`
            select id from contacts.accounts where company_id = ${scope.company.id}
              and archived_at is ${archived ? sql`not null` : sql`null`}
            order by ${column} ${way}, id ${way}`)
          const ids = whole.map(({ id }) => id)
          expect(await walk(scope, start, 'after')).toEqual(ids)
          if (ids.length > 50) expect(await backFromTheEnd(scope, start)).toEqual(ids)
        })
      },
    ),
    { numRuns: 25 },
  )
})

/** Whose an account may be: a colleague's, a department's, both or nobody's; some are shared. */
const places = fc.array(
  fc.record({
    owner: fc.constantFrom('lin', 'emil', 'sun', null),
    department: fc.constantFrom('sales', 'east', 'service', null),
    name: fc.constantFrom('平安', '万科A', 'acme'),
    archived: fc.boolean(),
    shared: fc.boolean(),
  }),
  { minLength: 0, maxLength: 160 },
)

test('whoever looks, and from whichever end, the list is what they may see, in its order, each record once', async () => {
  await fc.assert(
    fc.asyncProperty(
      places,
      fc.constantFrom('lin', 'emil', 'sun', 'amy'),
      fc.constantFrom('', 'sort=-name'),
      async (made, who, start) => {
        await office.inScope(who, async (scope) => {
          await replaceAll(
            scope,
            made.map(({ name, archived }) => ({ name, archived, industry: '', minute: 0 })),
          )
          await shareOut(scope, made)
          const way = start ? sql`desc` : sql`asc`
          const whole = await scope.db.execute<{ id: string }>(sql`
            select id from contacts.accounts where company_id = ${scope.company.id}
              and archived_at is null and ${within(scope, 'contacts.accounts.view', accounts)}
            order by sort_name ${way}, id ${way}`)
          const ids = whole.map(({ id }) => id)
          expect(await walk(scope, start, 'after')).toEqual(ids)
          if (ids.length > 50) expect(await backFromTheEnd(scope, start)).toEqual(ids)
        })
      },
    ),
    { numRuns: 40 },
  )
})

type Placed = { owner: string | null; department: string | null; shared: boolean }

/** Gives the accounts their places, one after the other, and lets the reader collaborate on some. */
async function shareOut(scope: Scope, made: readonly Placed[]): Promise<void> {
  const rows = await scope.db.execute<{ id: string }>(sql`
    select id from contacts.accounts where company_id = ${scope.company.id} order by id`)
  const placed = rows.map(({ id }, at) => {
    const { owner, department } = made[at] as Placed
    return {
      id,
      owner: owner && office.people[owner as 'emil'],
      department: department && office.departments[department as 'sales'],
    }
  })
  await scope.db.execute(sql`
    update contacts.accounts a set owner_id = p.owner, department_id = p.department
    from jsonb_to_recordset(${JSON.stringify(placed)}::jsonb) as p (id uuid, owner uuid, department uuid)
    where a.company_id = ${scope.company.id} and a.id = p.id`)
  const shared = rows.flatMap(({ id }, at) => (made[at]?.shared ? [id] : []))
  const { shared: known } = scope.user as unknown as { shared: Map<string, readonly string[]> }
  known.set('contacts.accounts.view', shared)
}

/** Goes to the last page first, then back to the first. */
async function backFromTheEnd(scope: Scope, start: string): Promise<string[]> {
  let query = start
  for (;;) {
    const state = readListState(new URLSearchParams(query), accountKind)
    const { page } = await readList(scope, accountList, state)
    if (page.after) query = `${start}&after=${page.after}`
    else {
      const last = page.rows.map(({ id }) => id)
      if (!page.before) return last
      return [...(await walk(scope, `${start}&before=${page.before}`, 'before')), ...last]
    }
  }
}

test('a page keeps its place while emil adds accounts before it', async () => {
  const names = Array.from({ length: 60 }, (_, at) => `firm ${String(at).padStart(3, '0')}`)
  const made = names.map((name) => ({ name, industry: '', minute: 0, archived: false }))
  const second = await office.inScope('amy', async (scope) => {
    await replaceAll(scope, made)
    const state = readListState(new URLSearchParams(), accountKind)
    return (await readList(scope, accountList, state)).page.after
  })
  await office.as('emil').post('/contacts/accounts', { name: 'a newcomer before all others' })
  const html = await (await office.as('amy').get(`/contacts/accounts?after=${second}`)).text()
  expect(html).toContain('firm 050')
  expect(html).not.toContain('firm 049')
})

test.each([
  'after=rubbish',
  'after=bm90IGpzb24',
  `after=${Buffer.from('["x","not an id"]').toString('base64url')}`,
  `sort=updated&after=${Buffer.from('["2026-99-99","01890000-0000-7000-8000-000000000000"]').toString('base64url')}`,
  'sort=password_hash',
  'sort=-%00',
  'department=somewhere&account=1&archived=maybe',
  'q=%00',
])('an address that somebody made up, %s, shows the list from its start', async (query) => {
  const answer = await office.as('amy').get(`/contacts/accounts?${query}`)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('data-testid="row"')
})
