import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import type { Visitor } from '../../setup/visitor.ts'
import { openContactsOffice } from './contacts-office.ts'
import { makeAccount } from './make.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
  const { registry } = office.app.product
  const make = (who: PersonName, name: string, industry: string, region: string) =>
    office.inScope(who, (scope) => makeAccount(scope, registry, { name, industry, region }))
  for (let at = 0; at < 60; at++)
    await make('emil', `Firm ${at % 7}`, at % 2 ? 'Steel' : 'Tools', at % 3 ? 'Leeds' : '')
  await make('sun', 'Hidden Firm 3', 'Steel', 'Leeds')
})
afterAll(() => office?.close())

const list = '/contacts/accounts'

const rowsOf = (html: string): string[] =>
  [
    ...html.matchAll(/data-testid="row"[^>]*>.*?href="(\/contacts\/accounts\/[0-9a-f-]{36})"/gs),
  ].map(([, href = '']) => href)

/** The addresses of all records of a list, page by page. */
async function walkList(visitor: Visitor, query: string): Promise<string[]> {
  const all: string[] = []
  for (let at: string | undefined = `${list}?${query}`; at; ) {
    const html: string = await (await visitor.get(at)).text()
    all.push(...rowsOf(html))
    at = /<a[^>]*href="([^"]+)"[^>]*rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  return all
}

async function besideOf(visitor: Visitor, record: string) {
  const html = await (await visitor.get(record)).text()
  const [steps] = /<span class="record-steps">.*?<\/span><\/a><\/span>/s.exec(html) ?? []
  if (!steps) return undefined
  const to = (key: 'k' | 'j') =>
    [...steps.matchAll(/<a[^>]*>/g)]
      .find(([tag]) => tag.includes(`data-key="${key}"`))?.[0]
      .match(/href="([^"]+)"/)?.[1]
  return { previous: to('k'), next: to('j') }
}

test.each([
  [''],
  ['sort=-name'],
  ['sort=-created'],
  ['sort=industry&region=Leeds'],
  ['industry=Steel&sort=-region'],
  ['q=Firm+3'],
  ['q=Firm+3&sort=-updated'],
])(
  'from the list at ?%s one steps through its records in its order, across its pages',
  async (query) => {
    const emil = office.as('emil')
    const all = await walkList(emil, query)
    expect(all.length).toBeGreaterThan(5)
    await emil.get(`${list}?${query}`)
    const ends = [0, 1, Math.floor(all.length / 2), all.length - 2, all.length - 1]
    // Fifty stand on a page; the step from one page to the next is one like all others.
    for (const at of [...ends, 48, 49, 50, 51].filter((place) => place < all.length))
      expect(await besideOf(emil, all[at] ?? '')).toEqual({
        ...{ previous: all[at - 1], next: all[at + 1] },
      })
  },
)

test('a record that was not reached from a list has nothing beside it, nor one outside its filters', async () => {
  const [first = ''] = await walkList(office.as('emil'), 'industry=Steel')
  expect(await besideOf(office.as('emil'), first)).toBeUndefined()
  const emil = office.as('emil')
  await emil.get(`${list}?industry=Tools`)
  expect(await besideOf(emil, first)).toBeUndefined()
  await emil.get(`${list}?q=Nothing+like+it`)
  expect(await besideOf(emil, first)).toBeUndefined()
})

test('contacts are stepped through as accounts are, each in their own list', async () => {
  const emil = office.as('emil')
  const hrefs: string[] = []
  for (const name of ['Ann', 'Ben', 'Cid'])
    hrefs.push((await emil.post('/contacts/people', { name })).headers.get('location') ?? '')
  await emil.get('/contacts/people')
  expect(await besideOf(emil, hrefs[1] ?? '')).toEqual({ previous: hrefs[0], next: hrefs[2] })
  const [account = ''] = await walkList(office.as('emil'), '')
  expect(await besideOf(emil, account)).toBeUndefined()
})

test('whatever a browser sends as its list, the record is shown', async () => {
  const [first = ''] = await walkList(office.as('emil'), '')
  const emil = office.as('emil')
  await emil.get('/')
  for (const made of [
    '',
    '%3F',
    '%3Fafter=WyJ4Il0',
    '%3Fsort=nothing&account=x',
    '%00',
    '%E0%A4%A',
  ]) {
    const cookie = `sid=${emil.cookie('sid')}; list-accounts=${made}`
    const answer = await office.stranger().send(first, { headers: { cookie } })
    expect(answer.status).toBe(200)
  }
  const moved = await office.inScope('amy', ({ db, company }) =>
    db.execute(sql`select from contacts.accounts where company_id = ${company.id}`),
  )
  expect(moved).toHaveLength(61)
})
