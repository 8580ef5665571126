import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shiftDay, weekday } from '../../../core/calendar/calendar.ts'
import { today } from '../../../core/calendar/reading.ts'
import { rangeOf } from '../../../modules/contacts/calendar/range.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice } from './contacts-office.ts'
import { makeAccount } from './make.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
})
afterAll(() => office?.close())

const place = '/contacts/calendar'

test('a month is shown in whole weeks that hold all of it, and leads to the months beside it', () => {
  const day = fc.integer({ min: 0, max: 4_000 }).map((by) => shiftDay('2020-01-01', by))
  fc.assert(
    fc.property(day, (on) => {
      const { days, previous, next } = rangeOf('month', on)
      expect(days.length % 7).toBe(0)
      expect(weekday(days[0] ?? '')).toBe(1)
      expect(days).toContain(on)
      expect(days).toContain(`${on.slice(0, 7)}-01`)
      expect(days).toContain(shiftDay(next, -1))
      expect(previous < on.slice(0, 7) && next > on).toBe(true)
      expect(rangeOf('week', on).days).toContain(on)
    }),
  )
})

test('what emil plans stands on its day, for him and his lead, and not for sun', async () => {
  const { registry } = office.app.product
  const id = await office.inScope('emil', (scope) =>
    makeAccount(
      scope,
      registry,
      { name: 'Acme' },
      { ownerId: scope.user.id, departmentId: scope.user.departmentId },
    ),
  )
  const on = await office.inScope('emil', async (scope) => shiftDay(today(scope), 2))
  const form = {
    title: 'Send the quote',
    dueOn: on,
    object: 'contacts.account',
    record: id,
    _once: crypto.randomUUID(),
  }
  expect((await office.as('emil').post('/contacts/tasks', form)).status).toBe(303)
  const shown = async (who: 'emil' | 'lin' | 'sun', query: string) =>
    (await office.as(who).get(`${place}?${query}`)).text()
  for (const look of ['month', 'week', 'day'])
    expect(await shown('emil', `look=${look}&on=${on}`)).toContain('Acme · Send the quote')
  const whose = `look=day&on=${on}&who=${office.people.emil}`
  expect(await shown('lin', whose)).toContain('Acme · Send the quote')
  expect(await shown('sun', whose)).not.toContain('Acme')
  expect(await shown('emil', `look=day&on=${shiftDay(on, 1)}`)).not.toContain('Acme')
  expect((await office.as('emil').get(`${place}?look=year&on=never`)).status).toBe(200)
})
