import { afterAll, beforeAll, expect, test } from 'vitest'
import { isWorkingDay } from '../../../core/calendar/calendar.ts'
import { readCalendar } from '../../../core/calendar/reading.ts'
import { type Office, openOffice } from '../../setup/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const page = '/admin/calendar'
const works = (day: string, firm: Pick<Office, 'inScope'> = office) =>
  firm.inScope('amy', async (scope) => isWorkingDay(await readCalendar(scope), day))

test('amy closes the firm for two days, and takes one of them back', async () => {
  const answer = await office.as('amy').post(page, {
    from: '2026-12-24',
    to: '2026年12月25日',
    works: 'no',
    name: 'Between the years',
  })
  expect(answer.status).toBe(303)
  expect([await works('2026-12-24'), await works('2026-12-25')]).toEqual([false, false])
  expect(await (await office.as('amy').get(`${page}?year=2026`)).text()).toContain(
    'Between the years',
  )
  await office.as('amy').post(`${page}/drop`, { day: '2026-12-25' })
  expect([await works('2026-12-24'), await works('2026-12-25')]).toEqual([false, true])
})

test('another company works all the same', async () => {
  expect(await works('2026-12-24', await office.another())).toBe(true)
})

test.each([
  ['no day', { from: '', works: 'no', name: 'x' }, 'First day'],
  ['a day there is not', { from: '2026-02-30', works: 'no', name: 'x' }, 'no such day'],
  ['days backwards', { from: '2026-05-04', to: '2026-05-01', works: 'no', name: 'x' }, 'exchange'],
  ['a whole year', { from: '2026-01-01', to: '2026-12-31', works: 'no', name: 'x' }, 'At most 31'],
  ['no choice', { from: '2026-05-04', works: 'maybe', name: 'x' }, 'whether the company works'],
])('%s is refused beside its field, and kept as typed', async (_, form, sentence) => {
  const answer = await office.as('amy').post(page, form)
  const text = await answer.text()
  expect(answer.status).toBe(422)
  expect(text).toContain(sentence)
  expect(text).toContain(`value="${form.name}"`)
})

test('nobody but those who run the company changes its calendar', async () => {
  const form = { from: '2026-05-04', works: 'no', name: 'mine' }
  for (const name of ['lin', 'emil', 'tara'] as const) {
    expect((await office.as(name).get(page)).status, name).toBe(404)
    expect((await office.as(name).post(page, form)).status, name).toBe(404)
  }
  expect(await works('2026-05-04')).toBe(true)
})
