import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { today } from '../../../core/calendar/reading.ts'
import { newId } from '../../../core/db/id.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { writeTopic } from '../../../modules/training/help/writing.ts'
import { forgetLearning, noteLearning } from '../../../modules/training/learning/events.ts'
import { assignments } from '../../../modules/training/learning/schema.ts'
import { attempts } from '../../../modules/training/quizzes/schema.ts'
import { readHealth } from '../../../modules/training/studio/health.ts'
import type { TourContent } from '../../../modules/training/tours/content.ts'
import { readFunnel } from '../../../modules/training/tours/followed.ts'
import { readWrittenTour } from '../../../modules/training/tours/reading.ts'
import { readTours } from '../../../modules/training/tours/tours.ts'
import { publishTour, writeTour } from '../../../modules/training/tours/writing.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { courseHref, openTrainingOffice, readPage } from './training-office.ts'

let office: Office
let code = ''
beforeAll(async () => {
  office = await openTrainingOffice()
  await office.inScope('tara', async (scope) => {
    const step = (key: string) => ({ key, path: '/training', body: { en: key } })
    const draft: TourContent = {
      ...{ title: { en: 'Around the desk' }, start: '/training', offered: true },
      steps: [step('one'), step('two')],
    }
    const tour = await readWrittenTour(scope, (await writeTour(scope, draft)) ?? '')
    await publishTour(scope, tour)
    code = tour.code
  })
})
afterAll(() => office?.close())

const health = () => readPage(office, 'tara', '/training/studio/health')

/** Scores of one person at the quiz of a course, by number of attempt; 0 is before learning. */
const scored = (who: PersonName, course: string, scores: Record<number, number>) =>
  office.inScope('amy', async (scope) => {
    const [row] = await scope.db.execute<{ courseId: string; versionId: string }>(sql`
      select id as "courseId", published_id as "versionId" from training.courses
      where code = ${course}`)
    if (!row) throw new Error(`There is no course ${course}.`)
    const id = newId()
    await insertMany(scope, assignments, [
      { ...row, id, userId: office.people[who], mandatory: true, status: 'in_progress' },
    ])
    await insertMany(
      scope,
      attempts,
      Object.entries(scores).map(([number, score]) => ({
        ...{ id: newId(), assignmentId: id, lesson: 'check', number: Number(number), drawn: [] },
        ...{ given: {}, score, passed: score >= 80, startedAt: scope.now() },
        finishedAt: scope.now(),
      })),
    )
  })

const saw = (who: PersonName, step: string, kind = 'step_viewed', cause = '') =>
  office.as(who).post('/training/tours/events', { code, kind, step, cause })

test('of each course tara reads who passed at once and what was gained; of three people nothing is said', async () => {
  for (const who of ['emil', 'lin', 'sun', 'amy'] as const)
    await scored(who, 'C-01', { 0: 54, 1: who === 'sun' ? 60 : 82, 2: 82 })
  for (const who of ['emil', 'lin', 'sun'] as const) await scored(who, 'C-02', { 0: 10, 1: 90 })
  const all = await office.inScope('tara', readHealth)
  const found = all.find((one) => one.code === 'C-01')
  expect(found?.first).toEqual({ took: 4, passed: 3 })
  expect(found?.gained).toEqual({ people: 4, before: 54, after: 82 })
  expect(all.find((one) => one.code === 'C-03')?.first).toEqual({ took: 0, passed: 0 })
  const page = await health()
  const row = (course: string) =>
    page.split('<tr data-course="').find((one) => one.startsWith(`${course}"`))
  expect(row('C-01')).toContain('data-label="Passed at once">75%')
  expect(row('C-01'), 'the example of the formula').toContain('data-label="Learning gain">61%')
  expect(row('C-02')).toContain('data-label="Passed at once">–')
  expect(row('C-02')).not.toMatch(/\d%/)
  expect((await office.as('emil').get('/training/studio/health')).status).toBe(404)
})

test('that a step is on the next page is no failure; the third who finds nothing within a day is told to tara, once', async () => {
  await saw('emil', 'two', 'target_missing', 'otherPage')
  for (const who of ['emil', 'lin'] as const) await saw(who, 'two', 'target_missing', 'record')
  const told = () => readPage(office, 'tara', '/notifications')
  expect(await told()).not.toContain('Around the desk')
  expect(await health()).toContain('Every step finds')
  for (const _ of [1, 2]) await saw('sun', 'two', 'target_missing', 'record')
  expect((await told()).split('is the third within a day').length - 1).toBe(1)
  const page = await health()
  expect(page).toContain('Around the desk')
  expect(page, 'four looks are too few for a share').not.toContain('Not offered')
  const [tour] = await office
    .inScope('tara', readTours)
    .then((all) => all.filter((one) => one.code === code))
  if (!tour) throw new Error('The tour is published.')
  const funnel = await office.inScope('tara', (scope) => readFunnel(scope, tour))
  expect(funnel.steps.map(({ missing }) => missing)).toEqual([0, 3])
})

test('a tour that finds nothing in a fifth of its looks is offered no more, until it is published anew', async () => {
  const asked = (who: PersonName) =>
    office
      .as(who)
      .post('/training/tours/offers', { at: '/training' }, { 'hx-request-type': 'partial' })
  expect((await asked('lin')).status, 'four looks say nothing yet').toBe(200)
  await saw('amy', 'two')
  expect(await health()).toContain('Not offered')
  expect((await asked('sun')).status).toBe(204)
  expect(
    await readPage(office, 'sun', '/training/tours'),
    'it can be followed all the same',
  ).toContain('Around the desk')
  await office.inScope('tara', async (scope) => {
    const [row] = await scope.db.execute<{ id: string }>(sql`
      select id from training.tours where code = ${code}`)
    await publishTour(scope, await readWrittenTour(scope, row?.id ?? ''))
  })
  expect((await asked('sun')).status).toBe(200)
  expect(await health()).not.toContain('Not offered')
})

test('what nobody has looked through by its day says so to its readers, and says nothing the day before', async () => {
  const course = await courseHref(office, 'C-03')
  const help = { place: '/training', titles: { en: 'Ours' }, bodies: { en: 'Words.' } }
  await office.inScope('tara', (scope) =>
    writeTopic(scope, { ...help, field: null, reviewDueOn: today(scope) }, null),
  )
  const due = (day: string) =>
    office.inScope('amy', async (scope) => {
      const moved = sql`review_due_on = ${today(scope)}::date + ${day}::int`
      await scope.db.execute(sql`update training.courses set ${moved} where code = 'C-03'`)
      await scope.db.execute(sql`update training.help_topics set ${moved}`)
    })
  const said = async () => [
    (await readPage(office, 'emil', course)).includes('is due for review'),
    (await readPage(office, 'emil', '/training/help?at=/training')).includes('Nobody has looked'),
  ]
  await due('0')
  expect(await said()).toEqual([false, false])
  await due('-1')
  expect(await said()).toEqual([true, true])
})

test('what is there in one language only is read in it, with a word on it, by whoever reads the other', async () => {
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update core.users set locale = 'zh-CN' where id = ${office.people.sun}`),
  )
  const note = '这段内容目前只有英文。'
  for (const path of [`/training/tours?show=${code}`, '/training/help?at=/training']) {
    expect(await readPage(office, 'sun', path), path).toMatch(
      new RegExp(`${note}[\\s\\S]*lang="en">`),
    )
    expect(await readPage(office, 'emil', path), path).not.toContain('in Chinese only')
  }
  expect(await readPage(office, 'sun', '/training/tours?show=first-look')).not.toContain(note)
})

test('what was noted is forgotten after 180 days, and what was completed stays', async () => {
  await office.inScope('emil', (scope) =>
    noteLearning({ ...scope, now: () => new Date(Date.now() - 181 * 86_400_000) }, [
      { kind: 'lesson.viewed', object: 'LONG-AGO' },
    ]),
  )
  await office.inScope('emil', (scope) =>
    noteLearning({ ...scope, now: () => new Date(Date.now() - 179 * 86_400_000) }, [
      { kind: 'lesson.viewed', object: 'LATELY' },
    ]),
  )
  await office.inScope('amy', forgetLearning)
  const kept = await office.inScope('amy', ({ db }) =>
    db.execute<{ object: string }>(sql`
      select distinct object from training.learning_events where kind = 'lesson.viewed'`),
  )
  expect(kept).toEqual([{ object: 'LATELY' }])
})
