import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { monthsLater } from '../../../core/calendar/calendar.ts'
import { daysLeft, lastDayOf, usualLaw } from '../../../modules/service/data-requests/clock.ts'
import { warnOfRequests } from '../../../modules/service/data-requests/warning.ts'
import { openTicket } from '../../../modules/service/tickets/opening.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { fieldsOf } from '../../setup/page.ts'
import { openServiceOffice } from './service-office.ts'

let office: Office
beforeAll(async () => {
  office = await openServiceOffice({ locale: 'zh-CN' })
})
afterAll(() => office?.close())

const text = async (answer: Promise<Response>) => (await answer).text()

const open = (type: 'complaint' | 'data_request' | 'question', accountId?: string) =>
  office.inScope('sun', (scope) =>
    openTicket(scope, office.app.product.registry, {
      ...{ subject: '三次都没修好', channel: 'phone', values: { type }, accountId },
    }),
  )

test.each([
  ['pipl', '2026-01-30', false, '2026-03-01'],
  ['pipl', '2026-01-30', true, '2026-03-01'],
  ['gdpr', '2026-01-31', false, '2026-02-28'],
  ['gdpr', '2028-01-31', false, '2028-02-29'],
  ['gdpr', '2026-11-30', true, '2027-02-28'],
] as const)(
  'by %s what came on %s must be answered by its day (longer: %s)',
  (law, day, longer, last) => {
    expect(lastDayOf(law, day, longer)).toBe(last)
  },
)

test('a month later is never in the month after next, and the clock only counts down', () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 30 }), (from, months) => {
      const [year = 0, month = 0] = from.split('-').map(Number)
      const [toYear = 0, toMonth = 0] = monthsLater(from, months).split('-').map(Number)
      expect(toYear * 12 + toMonth).toBe(year * 12 + month + months)
      expect(daysLeft(from, lastDayOf('gdpr', from, true))).toBeGreaterThan(
        daysLeft(from, lastDayOf('gdpr', from, false)),
      )
    }),
  )
})

test('why a complaint came is written down once by two who do it at once, and counted by cause', async () => {
  const { id } = await open('complaint')
  const at = `/service/tickets/${id}/complaint`
  const sun = office.as('sun')
  expect(await text(sun.get(`/service/tickets/${id}`))).toContain(
    'The cause is not written down yet',
  )
  const wrong = await sun.post(at, {
    cause: 'product',
    rootCause: '',
    prevention: '换供应商',
    version: '0',
  })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('换供应商')
  const form = { cause: 'product', rootCause: '电容批次不良', prevention: '换供应商', version: '0' }
  const both = await Promise.all([sun.post(at, form), sun.post(at, { ...form, rootCause: '别的' })])
  expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
  expect(await text(sun.get(`/service/tickets/${id}`))).toMatch(/电容批次不良|别的/)
  expect((await office.as('emil').get(at)).status).toBe(404)
  const report = await text(sun.get('/service/reports/complaints'))
  expect(report).toContain('The product')
  await open('complaint')
  const later = await text(sun.get('/service/reports/complaints'))
  expect(later).toContain('Of 2 complaints 1 has a root cause')
})

test('a request about data shows its last day, and its people are told once before it', async () => {
  const { id } = await open('data_request')
  const at = `/service/tickets/${id}/data-request`
  const sun = office.as('sun')
  const today = await office.inScope('amy', async (scope) => scope.now().toISOString().slice(0, 10))
  const ago = new Date(Date.parse(today) - 25 * 86_400_000).toISOString().slice(0, 10)
  const form = { claim: 'delete', law: 'pipl', receivedOn: ago, outcome: '', version: '1' }
  const future = await sun.post(at, { ...form, receivedOn: '2199-01-01' })
  expect(future.status).toBe(422)
  expect((await sun.post(at, form)).status).toBe(303)
  expect(await text(sun.get(`/service/tickets/${id}`))).toMatch(/[456] days left/)
  const told = () =>
    office.inScope('amy', ({ db }) =>
      db.execute(sql`select from core.notifications where record_id = ${id}
        and kind = 'service.data-request-due' and user_id = ${office.people.sun}`),
    )
  await office.inScope('amy', warnOfRequests)
  await office.inScope('amy', warnOfRequests)
  expect(await told()).toHaveLength(1)
  const refused = { ...form, outcome: 'refused', version: '2' }
  expect((await sun.post(at, refused)).status).toBe(422)
  expect((await sun.post(at, { ...refused, reason: '法律要求保存' })).status).toBe(303)
  expect(await text(sun.get(`/service/tickets/${id}`))).toContain('Answered in time')
})

test('a request about data has its last day from the first moment on, and sun only writes down what is asked', async () => {
  const sun = office.as('sun')
  const { id } = await open('data_request')
  const page = await text(sun.get(`/service/tickets/${id}`))
  expect(page).toContain('30 days left')
  expect(page).toContain('Read what is asked, and write it down')
  expect(page).toContain('began a request about data')
  const form = await text(sun.get(`/service/tickets/${id}/data-request`))
  expect(form).toMatch(/<option value="pipl" selected/)
  expect(form).toMatch(/<input type="hidden" name="version" value="1"/)
  const unsaid = { claim: '', law: 'pipl', receivedOn: '2026-01-01', version: '1' }
  expect((await sun.post(`/service/tickets/${id}/data-request`, unsaid)).status).toBe(422)
})

test('a question that turns out to be a request about data is one from then on, counted from its first day', async () => {
  const sun = office.as('sun')
  const { id } = await open('question')
  const at = `/service/tickets/${id}`
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`
      update service.tickets set opened_at = opened_at - interval '10 days' where id = ${id}`),
  )
  expect(await text(sun.get(at))).not.toContain('days left')
  const known = fieldsOf(await text(sun.get(`${at}/edit`)))
  const change = { ...known, type: 'data_request', priority: 'normal' }
  for (const _ of [1, 2]) expect((await sun.post(at, change)).status).toBeLessThan(500)
  expect(await text(sun.get(at))).toMatch(/(19|20|21) days left/)
})

test('a firm works under the law of where it is, unless somebody says another', () => {
  expect(usualLaw({ locale: 'zh-CN', timeZone: 'Europe/London' })).toBe('pipl')
  expect(usualLaw({ locale: 'en', timeZone: 'Asia/Shanghai' })).toBe('pipl')
  expect(usualLaw({ locale: 'en', timeZone: 'Europe/Berlin' })).toBe('gdpr')
})

const account = (who: PersonName, name: string) =>
  office.inScope(who, async (scope) => {
    const answer = await office
      .as(who)
      .post('/contacts/accounts', { name, _once: crypto.randomUUID() })
    expect(answer.status).toBe(303)
    const [row] = await scope.db.execute<{ id: string }>(
      sql`select id from contacts.accounts where company_id = ${scope.company.id} and name = ${name}`,
    )
    return row?.id ?? ''
  })

test('what a customer has and its warranty stand on the account and beside their tickets, for who may see them', async () => {
  const id = await account('sun', '青禾包装')
  const sun = office.as('sun')
  const place = '/service/installed-products'
  const form = { account: id, product: '激光打印机', serial: 'SN9', warrantyUntil: '2099-01-01' }
  const wrong = { ...form, boughtOn: '2099-02-01', _once: crypto.randomUUID() }
  expect((await sun.post(place, wrong)).status).toBe(422)
  const good = { ...form, boughtOn: '2025-01-01', _once: crypto.randomUUID() }
  expect((await sun.post(place, good)).status).toBe(303)
  expect((await sun.post(place, good)).status).toBe(303)
  const page = await text(sun.get(`/contacts/accounts/${id}`))
  expect(page.match(/激光打印机/g)?.length).toBe(1)
  expect(page).toContain('In warranty')
  const at = /\/service\/installed-products\/[\w-]{36}/.exec(page)?.[0] ?? ''
  const ticket = await open('question', id)
  expect(await text(sun.get(`/service/tickets/${ticket.id}`))).toContain('激光打印机')
  const emil = office.as('emil')
  expect((await emil.get(at)).status).toBe(404)
  expect((await emil.post(place, { ...good, _once: crypto.randomUUID() })).status).toBe(404)
  expect((await emil.post(`${at}/remove`)).status).toBe(404)
  expect((await sun.post(`${at}/remove`)).status).toBe(303)
  expect(await text(sun.get(`/contacts/accounts/${id}`))).not.toContain('激光打印机')
})
