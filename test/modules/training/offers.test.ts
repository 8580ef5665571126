import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TourContent } from '../../../modules/training/tours/content.ts'
import { readWrittenTour } from '../../../modules/training/tours/reading.ts'
import { publishTour, writeTour } from '../../../modules/training/tours/writing.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openTrainingOffice, readPage } from './training-office.ts'

let office: Office
beforeAll(async () => {
  office = await openTrainingOffice()
  await published('All about learning', '/training', { offered: true })
  await published('Learning progress', '/training', { offered: true })
  await published('Only on the list', '/training/tours', { offered: false })
  await published('For trainers', '/training/studio', { offered: true, anchor: 'new-help-topic' })
})
afterAll(() => office?.close())

const published = (
  title: string,
  start: string,
  { offered, anchor }: { offered: boolean; anchor?: string },
) =>
  office.inScope('tara', async (scope) => {
    const step = { key: 's-1', body: { en: title }, path: start, ...(anchor ? { anchor } : {}) }
    const draft: TourContent = { title: { en: title }, start, offered, steps: [step] }
    const id = (await writeTour(scope, draft)) ?? ''
    await publishTour(scope, await readWrittenTour(scope, id))
  })

const asks = (who: PersonName, at: string) =>
  office.as(who).post('/training/tours/offers', { at }, { 'hx-request-type': 'partial' })

const codeOf = (card: string): string => /name="code" value="([^"]+)"/.exec(card)?.[1] ?? ''

/** Lets time pass: what was offered, put off and noted happened so many days earlier. */
const daysPass = (days: number) =>
  office.inScope('amy', ({ db }) =>
    db.execute(`update training.tour_offers set offered_at = offered_at - interval '${days} days',
      snoozed_until = snoozed_until - ${days}`),
  )

let first = ''

test('emil is offered one tour of the page he is on, and none besides on the same day, wherever he goes', async () => {
  const offered = await asks('emil', '/training')
  expect(offered.status).toBe(200)
  const card = await offered.text()
  expect(card).toContain('All about learning')
  first = codeOf(card)
  expect((await asks('emil', '/training')).status).toBe(204)
  expect((await asks('emil', '/training/studio')).status).toBe(204)
})

test('of twenty pages that sun opens at once one is offered a tour', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => asks('sun', '/training')))
  expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(all.every(({ status }) => status === 200 || status === 204)).toBe(true)
})

test('put off until tomorrow it comes back tomorrow, and after three times no more', async () => {
  for (let time = 0; time < 4; time++) {
    await office.as('emil').post('/training/tours/offers/reply', { code: first, reply: 'tomorrow' })
    await daysPass(1)
    const next = codeOf(await (await asks('emil', '/training')).text())
    expect(next === first, `after ${time + 1} times`).toBe(time < 3)
  }
})

test('what emil does not want is offered no more, and stands in the list all the same', async () => {
  await daysPass(30)
  const second = codeOf(await (await asks('emil', '/training')).text())
  if (second)
    await office.as('emil').post('/training/tours/offers/reply', { code: second, reply: 'never' })
  await daysPass(30)
  expect((await asks('emil', '/training')).status).toBe(204)
  const list = await readPage(office, 'emil', '/training/tours')
  expect(list).toContain('All about learning')
  expect(list).toContain('Only on the list')
})

test('next week means in a week, and not in six days', async () => {
  const code = codeOf(await (await asks('lin', '/training')).text())
  await office.as('lin').post('/training/tours/offers/reply', { code, reply: 'week' })
  await office.as('lin').post('/training/tours/offers/reply', { code: 'no-such', reply: 'never' })
  await daysPass(6)
  const other = codeOf(await (await asks('lin', '/training')).text())
  expect(other).not.toBe(code)
  await daysPass(1)
  await office.as('lin').post('/training/tours/offers/reply', { code: other, reply: 'never' })
  await daysPass(1)
  expect(codeOf(await (await asks('lin', '/training')).text())).toBe(code)
})

test('nobody is offered what they cannot see all of, nor what they began by themselves', async () => {
  expect((await asks('emil', '/training/studio')).status, 'no right to its button').toBe(204)
  expect((await asks('tara', '/training/studio')).status).toBe(200)
  expect((await asks('amy', '/training/tours')).status, 'not offered at all').toBe(204)
  await office.as('amy').post('/training/tours/events', { code: first, kind: 'started' })
  expect(codeOf(await (await asks('amy', '/training')).text())).not.toBe(first)
})
