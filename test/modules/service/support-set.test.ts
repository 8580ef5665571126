import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bring } from '../../../core/demo/bring.ts'
import { root } from '../../../core/root.ts'
import { transfers } from '../../../modules/service/transfers.ts'
import type { Office } from '../../setup/office.ts'
import { openServiceOffice } from './service-office.ts'

const name = 'customer_support_tickets.csv'
const bringIt = async () => {
  const content = await readFile(join(root, 'test/data/support-tickets', name))
  return bring(office.app.product, office.company, office.people.amy, { name, content }, 'tickets')
}

let office: Office
beforeAll(async () => {
  office = await openServiceOffice()
  await bringIt()
}, 180_000)
afterAll(() => office?.close())

const rows = <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  office.inScope('amy', async ({ db }) => [...(await db.execute<Row>(query))])

test('all 2,769 tickets come in, each with its own number and the one it had', async () => {
  const [all] = await rows(sql`
    select count(*)::int as tickets, count(distinct number)::int as numbers,
      count(distinct reference)::int as references, count(person_id)::int as people
    from service.tickets`)
  expect(all).toEqual({ tickets: 2_769, numbers: 2_769, references: 2_769, people: 2_769 })
  const groups = (column: ReturnType<typeof sql>) =>
    rows<{ name: string; count: number }>(sql`
      select ${column} as name, count(*)::int as count from service.tickets group by 1`).then(
      (found) => Object.fromEntries(found.map(({ name, count }) => [name, count])),
    )
  expect(await groups(sql`priority`)).toEqual({ low: 644, normal: 694, high: 705, urgent: 726 })
  expect(await groups(sql`channel`)).toEqual({ mail: 720, phone: 691, social: 684, chat: 674 })
  expect(await groups(sql`state_type`)).toEqual({ solved: 2_769 })
})

test('requesters are made once, and two people who share an address stay two', async () => {
  const [made] = await rows(sql`
    select count(*)::int as people, count(distinct email_key)::int as addresses
    from contacts.people`)
  expect(made).toEqual({ people: 2_769, addresses: 2_749 })
  const shared = await rows<{ name: string; tickets: number }>(sql`
    select p.name, (select count(*)::int from service.tickets t where t.person_id = p.id) as tickets
    from contacts.people p where p.email_key = 'daniellebrown@example.net' order by p.name`)
  expect(shared).toEqual([
    { name: 'Jenna Daniels', tickets: 1 },
    { name: 'Miranda Morales', tickets: 1 },
  ])
})

test('its contradictory dates are found by a filter, and none of them is put right', async () => {
  const [found] = await rows(sql`
    select count(*)::int as crossed from service.tickets where solved_at < first_response_at`)
  expect(found).toEqual({ crossed: 1_365 })
  const [ticket] = await rows<{ id: string }>(sql`
    select id, first_response_at as answered, solved_at as solved from service.tickets
    where reference = '4'`)
  expect(ticket).toMatchObject({
    answered: new Date('2023-06-01T06:29:00Z'),
    solved: new Date('2023-06-01T00:57:00Z'),
  })
  const amy = office.as('amy')
  expect(await (await amy.get('/service/tickets?dates=crossed')).text()).toContain('1,365')
  expect(await (await amy.get(`/service/tickets/${ticket?.id}`)).text()).toContain(
    'solved before it was first answered',
  )
})

test('of none of them anybody knows when it was opened, so that no time until an answer is told', async () => {
  const page = await (await office.as('amy').get('/service/reports/times')).text()
  expect(page).toContain('Of 2,769 tickets nobody knows how long they took')
  expect(page).not.toContain('0 min')
})

test('the same file once more changes nothing and makes nobody', async () => {
  await bringIt()
  const [again] = await rows(sql`
    select (select count(*)::int from service.tickets) as tickets,
      (select count(*)::int from service.tickets where version > 1) as changed,
      (select count(*)::int from contacts.people) as people`)
  expect(again).toEqual({ tickets: 2_769, changed: 0, people: 2_769 })
}, 120_000)

test('its types are categories, and go out by their names', async () => {
  const categories = await rows<{ name: string; count: number }>(sql`
    select c.name, count(*)::int as count from service.tickets t
    join service.categories c on c.company_id = t.company_id and c.id = t.category_id
    group by c.name order by c.name`)
  expect(categories.map(({ count }) => count)).toEqual([544, 516, 533, 596, 580])
  const [transfer] = transfers
  const page = await office.inScope('amy', async (scope) =>
    transfer ? transfer.read(scope, new URLSearchParams('priority=urgent'), undefined, 2_000) : [],
  )
  expect(page).toHaveLength(726)
  expect(page[0]).toMatchObject({ priority: 'urgent', state: 'Solved' })
})
