import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contacts } from '../../../modules/contacts/module.ts'
import { training } from '../../../modules/training/module.ts'
import { shippedTours } from '../../../modules/training/tours/tours.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openForAll } from '../../setup/opened.ts'
import { courseHref, openTrainingOffice, readPage } from './training-office.ts'

let office: Office
let quickStart: string
beforeAll(async () => {
  office = await openTrainingOffice({ modules: [contacts, training] })
  await openForAll(office, contacts)
  quickStart = await courseHref(office, 'S-01')
})
afterAll(() => office?.close())

const tours = await shippedTours()
const tour = tours.find(({ code }) => code === 'log-visit')
const steps = tour?.steps.map(({ key }) => key) ?? []
const doIt = () => `${quickStart}?lesson=doit`

const post = (who: PersonName, path: string, form: Record<string, string> = {}) =>
  office.as(who).post(path, form)
const tell = (who: PersonName, kind: string, step = '', cause = '') =>
  post(who, '/training/tours/events', { code: 'log-visit', kind, step, cause })
const follow = async (who: PersonName, keys: readonly string[]) => {
  await tell(who, 'started')
  for (const key of keys) await tell(who, 'step_done', key)
  await tell(who, 'finished', keys.at(-1))
}

/** How somebody did the lesson; undefined before. */
const wayOf = async (who: PersonName) => {
  const rows = await office.inScope('amy', ({ db }) =>
    db.execute<{ way: string | null }>(sql`
      select p.way from training.progress p join training.assignments a
        on a.company_id = p.company_id and a.id = p.assignment_id
      where a.user_id = ${office.people[who]} and p.lesson = 'doit' and p.done_at is not null`),
  )
  return rows[0]?.way
}

test('emil cannot tick the tour off: neither by going on, nor by saying he read it without a tick', async () => {
  await post('emil', `${quickStart}/begin`)
  const page = await readPage(office, 'emil', doIt())
  expect(page).toContain('data-start-tour')
  expect(page).toContain('data-testid="tour-text"')
  expect(page, 'nothing that would do it at once').not.toContain('data-testid="next"')
  await post('emil', `${quickStart}/steps`, { lesson: 'doit', step: '0' })
  expect(await wayOf('emil')).toBeUndefined()
  const refused = await post('emil', `${quickStart}/tour`, { lesson: 'doit' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Read every step first')
  expect(await wayOf('emil')).toBeUndefined()
})

test('a step left out is no tour followed, and an end that nobody came to does nothing', async () => {
  await follow('emil', steps.slice(1))
  await tell('emil', 'started')
  await tell('emil', 'finished', steps.at(-1))
  expect(await wayOf('emil')).toBeUndefined()
  for (const key of steps) await tell('emil', 'step_done', key)
  await tell('emil', 'finished', steps.at(-1), 'record')
  expect(await wayOf('emil'), 'the last step had nothing to point at').toBeUndefined()
})

test('followed to its end the lesson is done, once, and says how; lin who follows it without the course gets nothing', async () => {
  await follow('emil', steps)
  await follow('emil', steps)
  expect(await wayOf('emil')).toBe('followed')
  expect(await readPage(office, 'emil', doIt())).toContain('Done by following it.')
  await follow('lin', steps)
  expect(await wayOf('lin')).toBeUndefined()
})

test('sun reads it as text and says so; those who follow her learning see which it was', async () => {
  await post('sun', `${quickStart}/begin`)
  expect(await readPage(office, 'sun', doIt())).toContain('class="without-script"')
  await tell('sun', 'started')
  await tell('sun', 'target_missing', steps[0], 'record')
  const page = await readPage(office, 'sun', doIt())
  expect(page, 'a step had nothing to point at: the text is offered to all').not.toContain(
    'class="without-script"',
  )
  const read = await post('sun', `${quickStart}/tour`, { lesson: 'doit', found: 'on' })
  expect(read.status).toBe(303)
  expect(await wayOf('sun')).toBe('read')
  expect(await readPage(office, 'sun', doIt())).toContain('Done by reading it as text.')
  const people = await readPage(office, 'tara', '/training/progress/people')
  expect(people.match(/tour read as text/g)).toHaveLength(1)
})

test('tara chooses in the studio which tour a lesson is; one that names none is not published', async () => {
  const [course] = await office.inScope('amy', ({ db }) =>
    db.execute<{ id: string; version: number }>(
      sql`select id, version from training.courses where code = 'S-01'`,
    ),
  )
  const href = `/training/studio/courses/${course?.id}/lesson`
  const lesson = {
    ...{ kind: 'tour', 'title-en': 'Do it', 'title-zh': '动手', version: `${course?.version}` },
    ...{ 'body-en': 'Follow it.', 'body-zh': '跟着走。', required: 'on' },
  }
  const wrong = await post('tara', href, { ...lesson, tour: 'nowhere' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Choose a tour.')
  expect((await post('tara', href, { ...lesson, tour: 'tasks' })).status).toBe(303)
  const [row] = await office.inScope('amy', ({ db }) =>
    db.execute<{ tour: string }>(sql`
      select l ->> 'tour' as tour from training.courses,
        jsonb_array_elements(draft -> 'lessons') l where code = 'S-01' and l -> 'title' ->> 'en' = 'Do it'`),
  )
  expect(row?.tour).toBe('tasks')
})
