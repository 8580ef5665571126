import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Calendar,
  isWorkingDay,
  shiftDay,
  workingDaysBetween,
} from '../../../core/calendar/calendar.ts'
import { readCalendar, today } from '../../../core/calendar/reading.ts'
import { pausedDue, pauseForLeave } from '../../../modules/training/assigning/leave.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openTrainingOffice } from './training-office.ts'

let office: Office
beforeAll(async () => {
  office = await openTrainingOffice()
})
afterAll(() => office?.close())

const week: Calendar = { special: new Map() }
const monday = '2026-03-02'

test('five days away move what is due in ten working days by five, weekends do not count', () => {
  const days = ['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08']
  const away = new Set([...days, '2026-03-09', '2026-03-10'])
  expect(pausedDue(week, monday, '2026-03-16', away)).toBe('2026-03-23')
  expect(pausedDue(week, monday, '2026-03-16', new Set())).toBe('2026-03-16')
  expect(pausedDue(week, monday, '2026-03-16', new Set(['2026-02-27', monday]))).toBe('2026-03-16')
})

test('whoever was away has as many working days at work as they would have had, however they were away', () => {
  const offsets = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 })
  fc.assert(
    fc.property(offsets, fc.integer({ min: 1, max: 30 }), (gone, length) => {
      const away = new Set(gone.map((by) => shiftDay(monday, by)))
      let first = shiftDay(monday, length)
      while (!isWorkingDay(week, first)) first = shiftDay(first, 1)
      const due = pausedDue(week, monday, first, away)
      let atWork = 0
      for (let at = shiftDay(monday, 1); at <= due; at = shiftDay(at, 1))
        if (isWorkingDay(week, at) && !away.has(at)) atWork++
      expect(due >= first).toBe(true)
      expect(atWork).toBe(workingDaysBetween(week, monday, first))
    }),
  )
})

const dueOf = async (who: PersonName) => {
  const [row] = await office.inScope('amy', ({ db }) =>
    db.execute<{ due: string }>(sql`
      select due_on::text as due from training.assignments
      where user_id = ${office.people[who]} and due_on is not null`),
  )
  return row?.due ?? ''
}

const pause = () =>
  office.inScope('amy', async (scope) => pauseForLeave(scope, await readCalendar(scope)))

test('leave that amy writes down moves what emil has to learn, once; taken back it moves back', async () => {
  await office.inScope('amy', async (scope) => {
    const { db, company } = scope
    for (const who of ['emil', 'sun'] as const)
      await db.execute(sql`
        insert into training.assignments (company_id, id, user_id, course_id, version_id, due_on,
          assigned_at)
        select ${company.id}, gen_random_uuid(), ${office.people[who]}, id, published_id,
          ${shiftDay(today(scope), 28)}, ${scope.now().toISOString()}
        from training.courses where code = 'C-00'`)
  })
  const before = await dueOf('emil')
  const from = await office.inScope('amy', async (scope) => shiftDay(today(scope), 7))
  const away = { person: office.people.emil, from, to: shiftDay(from, 13) }
  expect((await office.as('amy').post('/absences', away)).status).toBe(303)
  await pause()
  const moved = await dueOf('emil')
  expect(moved > before).toBe(true)
  await pause()
  expect(await dueOf('emil'), 'and not twice').toBe(moved)
  expect(await dueOf('sun'), 'sun is at work').toBe(before)
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update core.absences set archived_at = now()`),
  )
  await pause()
  expect(await dueOf('emil')).toBe(before)
})

test('the day that tara gives him holds, whatever leave there was before', async () => {
  const [row] = await office.inScope('amy', ({ db }) =>
    db.execute<{ id: string }>(sql`
      select id from training.assignments where user_id = ${office.people.emil}`),
  )
  await office.as('tara').post(`/training/assignments/${row?.id}/extend`, { dueOn: '2040-05-07' })
  await pause()
  expect(await dueOf('emil')).toBe('2040-05-07')
})
