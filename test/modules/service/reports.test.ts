import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareViews } from '../../../core/lists/preparing.ts'
import type { Scope } from '../../../core/scope.ts'
import { seeded } from '../../../core/seed/random.ts'
import { momentAt } from '../../../core/values/moment.ts'
import { addUsualPolicies } from '../../../modules/service/policies/policies.ts'
import { ratingSeed } from '../../../modules/service/ratings/seeds.ts'
import { addMessage } from '../../../modules/service/tickets/conversing.ts'
import { openTicket } from '../../../modules/service/tickets/opening.ts'
import { ticketQueues } from '../../../modules/service/tickets/queues.ts'
import { ticketSeed } from '../../../modules/service/tickets/seeds.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Firm, Office } from '../../setup/office.ts'
import { openServiceOffice, switchServiceOn } from './service-office.ts'

let office: Office
let valley: Firm
beforeAll(async () => {
  office = await openServiceOffice()
  await office.inScope('amy', (scope) => ticketSeed.make(scope, 80, seeded(7)))
  await office.inScope('amy', (scope) => ratingSeed.make(scope, 40, seeded(7)))
  valley = await office.another()
  await switchServiceOn(valley)
})
afterAll(() => office?.close())

const place = '/service/reports'
const keys = [
  ...['volume', 'backlog', 'times', 'promises', 'channels', 'categories', 'people'],
  ...['satisfaction', 'complaints'],
]

const read = async (firm: Firm, path: string, who: PersonName = 'amy') =>
  (await firm.as(who).get(`${place}/${path}`)).text()

/** The figures of a page's tables, row by row. */
const figuresIn = (html: string) =>
  [...html.matchAll(/<tr><th scope="row">([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    row.split(/<td[^>]*>/).map((cell) => cell.replaceAll(/<[^>]+>/g, '').trim()),
  )

/** Every figure that leads somewhere, and where; of what happened more than once, the tickets. */
const linksIn = (html: string) =>
  [...html.matchAll(/<td[^>]*><a href="([^"]+)">(?:[\d,]+ on )?([\d,]+)(?: tickets)?<\/a>/g)].map(
    ([, href = '', figure]) => ({ href: href.replaceAll('&amp;', '&'), figure }),
  )

const countOf = async (firm: Firm, href: string, who: PersonName = 'amy') => {
  const list = await (await firm.as(who).get(href)).text()
  return /class="pager"[\s\S]*?>([\d,]+)/.exec(list)?.[1] ?? '0'
}

/** Opens what each figure of a page leads to. @returns how many there are */
async function openAll(firm: Firm, key: string, who?: PersonName): Promise<number> {
  const links = linksIn(await read(firm, key, who)).filter(({ href }) => href.includes('?'))
  for (const { href, figure } of links)
    expect(await countOf(firm, href, who), `${who} ${key}: ${href}`).toBe(figure)
  return links.length
}

test.each([
  ['amy', 80],
  ['lin', 60],
  ['emil', 40],
] as const)(
  'every figure that %s sees opens exactly the tickets that it counts',
  async (who, least) => {
    let opened = 0
    for (const key of keys) opened += await openAll(office, key, who)
    expect(opened).toBeGreaterThan(least)
  },
)

test('whatever view the list opens with, and whoever has a ticket now', async () => {
  await office.inScope('amy', (scope) => prepareViews(scope, 'service.tickets', ticketQueues))
  await office.inScope('amy', ({ db }) =>
    // What emil was rated for is another department's by now.
    db.execute(sql`
      update service.tickets set owner_id = ${office.people.sun}, department_id = ${office.departments.service}
      where id = (select ticket_id from service.ratings where owner_id = ${office.people.emil} limit 1)`),
  )
  for (const who of ['amy', 'lin', 'emil'] as const)
    for (const key of ['volume', 'satisfaction']) await openAll(office, key, who)
})

test('a narrowed report is made of the narrowed list, month by month as well', async () => {
  const span = `span=own&from=2025-01-01&to=2035-01-01&owner=${office.people.sun}`
  for (const key of ['volume', 'channels'])
    for (const { href, figure } of linksIn(await read(office, `${key}?${span}`)))
      expect(await countOf(office, href), href).toBe(figure)
})

/** Does something in the valley, at a time of March 2026 on its wall. */
const at = <T>(wall: string, work: (scope: Scope) => Promise<T>): Promise<T> =>
  valley.inScope('sun', (scope) => {
    const now = momentAt(`2026-03-${wall}:00`, scope.company.timeZone)
    return work({ ...scope, now: () => now })
  })

test('times and hit rates are those of business hours, and too few tell nothing', async () => {
  const { registry } = office.app.product
  await at('01 08:00', addUsualPolicies)
  const answered = async (opened: string, said: string) => {
    const opening = { subject: '开机后黑屏', channel: 'phone', text: '没反应。' } as const
    const { id } = await at(opened, (scope) =>
      openTicket(scope, registry, { ...opening, values: { priority: 'urgent' } }),
    )
    const message = { kind: 'answer', text: '您好', channel: 'mail' } as const
    await at(said, (scope) => addMessage(scope, registry, id, message))
  }
  // A Thursday evening to a Friday morning is an hour; three are in time, two too late.
  await answered('05 17:30', '06 09:30')
  await answered('05 10:00', '05 10:30')
  await answered('05 10:00', '05 11:00')
  await answered('05 10:00', '05 12:00')
  expect(await read(valley, 'promises')).toContain('too few to tell')
  expect(await read(valley, 'times')).toContain('too few to tell')
  await answered('06 10:00', '06 14:00')
  const promises = await read(valley, 'promises')
  expect(figuresIn(promises)).toContainEqual(['First response', '3', '2', '60.0%'])
  for (const { href, figure } of linksIn(promises))
    expect(await countOf(valley, href), href).toBe(figure)
  const [urgent, phone, ...others] = figuresIn(await read(valley, 'times'))
  const said = ['1 h', '4 h', '5', 'too few to tell', 'too few to tell', '0']
  expect([urgent, phone]).toEqual([
    ['Urgent', ...said],
    ['Phone', ...said],
  ])
  expect(others.map(([name]) => name)).toEqual(['Without', '孙悦'])
  expect(await openAll(valley, 'times')).toBe(8)
})

test('emil sees of it what he may see, a file of it leaves a trace, and who has no service has none', async () => {
  const all = figuresIn(await read(office, 'volume'))
  expect(figuresIn(await read(office, 'volume', 'emil'))[0]).not.toEqual(all[0])
  const file = await office.as('amy').post(`${place}/volume/export`)
  expect(await file.text()).toContain(`Opened,${all[0]?.[1]}`)
  const trail = await office.inScope('amy', ({ db, company }) =>
    db.execute(sql`select from core.audit
      where company_id = ${company.id} and object = 'service.report'`),
  )
  expect(trail).toHaveLength(1)
  expect((await office.as('emil').post(`${place}/volume/export`)).status).toBe(404)
  expect((await office.as('tara').get(place)).status).toBe(404)
})
