import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { assignTicket } from '../../../modules/service/assigning/assigning.ts'
import { type Candidate, chooseOwner } from '../../../modules/service/assigning/choosing.ts'
import { takeNext } from '../../../modules/service/desk/taking.ts'
import { openTicket } from '../../../modules/service/tickets/opening.ts'
import { readTicket } from '../../../modules/service/tickets/ticket-record.ts'
import type { DepartmentName, PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { query } from '../../setup/query.ts'
import { until } from '../../setup/until.ts'
import { openServiceOffice } from './service-office.ts'

let office: Office
beforeAll(async () => {
  office = await openServiceOffice({ locale: 'zh-CN' })
})
afterAll(() => office?.close())

const registry = () => office.app.product.registry

const open = (department: DepartmentName, priority: 'low' | 'normal' | 'urgent' = 'normal') =>
  office.inScope('amy', async (scope) => {
    const place = { ownerId: null, departmentId: office.departments[department] }
    const opening = { subject: '开机后黑屏', channel: 'mail', text: '没反应。' } as const
    return (await openTicket(scope, registry(), { ...opening, place, values: { priority } })).id
  })

const ownerOf = (id: string) =>
  office.inScope('amy', async (scope) => (await readTicket(scope, id)).owner?.name)

const assign = (id: string) => office.inScope('amy', (scope) => assignTicket(scope, registry(), id))

/** Opens a ticket, which the job behind it gives to somebody. */
const assigned = async (department: DepartmentName) => {
  const id = await open(department)
  return vi.waitFor(async () => (await ownerOf(id)) ?? Promise.reject(new Error('nobody’s yet')), {
    timeout: 10_000,
  })
}

const rule = (fields: Record<string, string>) =>
  office.as('amy').post('/service/assignment-rules', { ...fields, _once: crypto.randomUUID() })

const candidates = fc.uniqueArray(fc.record({ id: fc.uuid(), open: fc.nat(9) }), {
  selector: ({ id }) => id,
  minLength: 1,
  maxLength: 6,
})

test('in turn everybody gets as many as everybody else, in whichever order they are listed', () => {
  fc.assert(
    fc.property(candidates, fc.nat(5), (people, rounds) => {
      let last: string | null = null
      const got = new Map<string, number>()
      for (let at = 0; at < people.length * (rounds + 1); at++) {
        const shuffled: Candidate[] = at % 2 ? [...people].reverse() : people
        last = chooseOwner('round_robin', shuffled, last, null) ?? null
        if (last) got.set(last, (got.get(last) ?? 0) + 1)
      }
      expect([...got.values()]).toEqual(people.map(() => rounds + 1))
    }),
  )
})

test('by load nobody gets one while somebody has fewer, and nobody more than they may', () => {
  fc.assert(
    fc.property(
      candidates,
      fc.option(fc.uuid()),
      fc.integer({ min: 1, max: 9 }),
      (people, last, most) => {
        const chosen = people.find(({ id }) => id === chooseOwner('least_load', people, last, most))
        const least = Math.min(...people.map(({ open }) => open))
        if (least >= most) expect(chosen).toBeUndefined()
        else expect(chosen?.open).toBe(least)
        expect(chooseOwner('hand', people, last, most)).toBeUndefined()
      },
    ),
  )
})

test('without a rule a ticket waits; by the rule of a department its people get theirs, unless they are away', async () => {
  const early = await open('sales')
  expect(await assign(early)).toBe(false)
  expect((await rule({ way: 'round_robin', department: office.departments.sales })).status).toBe(
    303,
  )
  expect((await rule({ way: 'hand', department: office.departments.sales })).status).toBe(422)
  expect((await rule({ way: 'dice' })).status).toBe(422)
  const given = [await assigned('sales'), await assigned('east')]
  expect(given.sort()).toEqual(['林岚', '艾米尔'].sort())
  const elsewhere = await open('service')
  expect(await assign(elsewhere)).toBe(false)
  await office.inScope('amy', ({ db, company }) =>
    db.execute(sql`insert into core.absences (company_id, id, user_id, from_day, to_day)
      values (${company.id}, ${crypto.randomUUID()}, ${office.people.lin}, current_date - 1, current_date + 1)`),
  )
  for (let count = 0; count < 3; count++) {
    expect(await assigned('sales')).toBe('艾米尔')
  }
})

test('two who take the next ticket at once get one each, the most pressing first, and a third gets none', async () => {
  const take = (who: PersonName) => office.inScope(who, (scope) => takeNext(scope, registry()))
  while (await take('sun')) {}
  const [normal, urgent] = [await open('service'), await open('service', 'urgent')]
  await open('sales', 'urgent')
  const [first, second] = await Promise.all([take('sun'), take('sun')])
  expect(new Set([first, second])).toEqual(new Set([normal, urgent]))
  expect(await take('sun')).toBeUndefined()
  expect(await ownerOf(urgent)).toBe('孙悦')
})

test('a ticket that something touches just then is waited for, and not passed over', async () => {
  const id = await open('service')
  const [held, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const touching = office.inScope('amy', async ({ db }) => {
    await db.execute(sql`select from service.tickets where id = ${id} for update`)
    held.resolve()
    await done.promise
  })
  await held.promise
  const taking = office.inScope('sun', (scope) => takeNext(scope, registry()))
  const waiting = () =>
    query(
      office,
      (sql) => sql`select pid from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`,
    )
  await until('sun waits', async () => (await waiting()).length > 0)
  done.resolve()
  await touching
  expect(await taking).toBe(id)
})

test('sun takes a ticket from the desk by one click, and a second copy of the click takes no other', async () => {
  const sun = office.as('sun')
  const [id] = [await open('service', 'urgent'), await open('service', 'low')]
  expect(await (await sun.get('/service/desk')).text()).toContain('Take the next ticket')
  const form = { _once: crypto.randomUUID() }
  for (const _ of [1, 2])
    expect((await sun.post('/service/desk/next', form)).headers.get('location')).toBe(
      `/service/tickets/${id}`,
    )
  expect(await (await sun.get('/service/desk')).text()).toContain('开机后黑屏')
  expect(await (await sun.get('/')).text()).toContain('desk-card')
  expect((await office.as('tara').get('/service/desk')).status).toBe(404)
  expect((await sun.get('/service/assignment-rules')).status).toBe(404)
})
