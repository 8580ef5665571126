import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../core/db/id.ts'
import { metricOf } from '../../../flags/evidence/metrics.ts'
import { startProgramme } from '../../../flags/plan/programme.ts'
import { readStageWork } from '../../../flags/plan/work-items.ts'
import { askedOf, questionsVersion } from '../../../flags/readiness/questions.ts'
import { kind, readLatest } from '../../../flags/readiness/reading.ts'
import { closeRun, openRun, readRuns } from '../../../flags/surveys/runs.ts'
import type { Group } from '../../../flags/surveys/schema.ts'
import type { PersonName } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await office.inScope('amy', ({ db, company }) =>
    db.execute(sql`insert into core.user_roles (company_id, user_id, role)
      values (${company.id}, ${office.people.amy}, 'sponsor')`),
  )
})
afterAll(() => office.close())

const place = '/rollout/readiness'
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
const read = async (name: PersonName, path = '') => {
  const answer = await office.as(name).get(place + path)
  return { status: answer.status, text: await answer.text() }
}
const post = async (
  path: string,
  form: Record<string, string | string[]>,
  name: PersonName = 'amy',
) => {
  const answer = await office.as(name).post(place + path, form)
  return { status: answer.status, text: await answer.text() }
}
const answersOf = (group: Group, answer: string) =>
  Object.fromEntries(askedOf('full', group).map(({ number }) => [`q${number}`, answer]))
const metric = (code: string) =>
  office.inScope('amy', async (scope) => metricOf(code)?.read?.(scope, {}, office.app.product))

describe('before anybody is asked', () => {
  test('amy is offered a round, and there is nothing to answer', async () => {
    expect((await read('amy')).text).toContain('Nobody has been asked yet')
    expect((await read('emil', '/answer')).text).toContain('You have answered')
    expect(await metric('readiness.score')).toEqual({ state: 'insufficient' })
    expect(await metric('readiness.closed')).toEqual({ state: 'insufficient' })
  })

  test('the console is not for members, leads and trainers', async () => {
    for (const name of ['lin', 'emil', 'tara'] as const) {
      expect((await read(name)).status, name).toBe(404)
      expect((await post('', { questions: 'full', closesOn: tomorrow }, name)).status, name).toBe(
        404,
      )
    }
  })

  test.each([
    ['a day that is over', { questions: 'full', closesOn: '2020-01-01' }, 'already past'],
    ['a day far away', { questions: 'full', closesOn: '2999-01-01' }, 'sixty days'],
    ['no choice of questions', { questions: 'some', closesOn: tomorrow }, 'which questions'],
  ])('%s is refused', async (_, form, sentence) => {
    const { status, text } = await post('', form)
    expect([status, text.includes(sentence)]).toEqual([422, true])
  })
})

describe('a round', () => {
  beforeAll(async () => {
    await Promise.all(
      Array.from({ length: 5 }, () => post('', { questions: 'full', closesOn: tomorrow })),
    )
  })

  test('opened five times at once is one, and everybody is told', async () => {
    const runs = await office.inScope('amy', (scope) => readRuns(scope, kind))
    expect(runs).toHaveLength(1)
    const told = await office.inScope('emil', ({ db, user }) =>
      db.execute(sql`select from core.notifications
        where user_id = ${user.id} and kind = 'rollout.survey-opened'`),
    )
    expect(told).toHaveLength(1)
    expect(await (await office.as('emil').get('/')).text()).toContain('Are we ready?')
  })

  test('asks each what concerns them, with the promise that holds for them', async () => {
    const staff = await read('emil', '/answer')
    expect(staff.text).toContain('Most staff are at ease with computers')
    expect(staff.text).not.toContain('We hold a reserve')
    expect(staff.text).not.toContain('others may guess yours')
    const lead = await read('lin', '/answer')
    expect(lead.text).toContain('We hold a reserve')
    expect(lead.text).toContain('You answer as one of 1 (Managers)')
  })

  test('with an answer left out keeps what was chosen', async () => {
    const form: Record<string, string> = { ...answersOf('staff', '4'), comment: 'less paper' }
    delete form.q9
    const { status, text } = await post('/answer', form, 'emil')
    expect(status).toBe(422)
    expect(text).toContain('Choose an answer')
    expect(text).toContain('less paper')
    expect((await post('/answer', { ...answersOf('staff', '9') }, 'emil')).status).toBe(422)
  })

  test('takes each answer once, also when it is sent twice at one moment', async () => {
    const form = { ...answersOf('staff', '2'), comment: 'less paper' }
    await Promise.all([post('/answer', form, 'emil'), post('/answer', form, 'emil')])
    await post('/answer', answersOf('staff', '2'), 'sun')
    await post('/answer', answersOf('staff', '2'), 'tara')
    await post('/answer', answersOf('managers', '4'), 'lin')
    const rows = await office.inScope('amy', ({ db, company }) =>
      db.execute(sql`select from flags.survey_responses where company_id = ${company.id}`),
    )
    expect(rows).toHaveLength(4)
    expect((await read('emil', '/answer')).text).toContain('You have answered')
  })

  test('keeps nothing that leads from an answer to a person', async () => {
    const columns = await office.inScope('amy', ({ db }) =>
      db.execute<{ name: string }>(sql`
        select column_name as name from information_schema.columns
        where table_schema = 'flags' and table_name = 'survey_responses'`),
    )
    expect(columns.map(({ name }) => name).sort()).toEqual(
      ['answers', 'comment', 'company_id', 'department_id', 'group', 'id', 'run_id'].sort(),
    )
    const rows = await office.inScope('amy', ({ db, company }) =>
      db.execute<{ department: string | null }>(sql`
        select department_id as department from flags.survey_responses
        where company_id = ${company.id}`),
    )
    expect(
      rows.every(({ department }) => department === null),
      'fewer than four asked',
    ).toBe(true)
    const traces = await office.inScope('amy', ({ db, company }) =>
      db.execute(sql`select from core.audit where company_id = ${company.id}
        and object = 'flags.survey' and action <> 'opened-survey'`),
    )
    expect(traces).toEqual([])
  })

  test('shows how many have answered while it is open, and nothing of what', async () => {
    const { text } = await read('amy')
    expect(text).toContain('3 of 3 answered')
    expect(text).not.toContain('The six dimensions')
    expect(text).not.toContain('less paper')
    expect(await metric('readiness.score')).toEqual({ state: 'insufficient' })
  })

  test('closed with too few answers is no evidence; with a leader’s it is', async () => {
    await post('/answer', answersOf('leaders', '5'), 'amy')
    await post('/close', {})
    const latest = await office.inScope('amy', readLatest)
    expect(latest?.readiness.n).toBe(5)
    expect(await metric('readiness.closed')).toMatchObject({ value: 100 })
    expect(await metric('readiness.score')).toMatchObject({ state: 'ok', n: 5 })
  })

  test('shows the dimensions, the gap and the comment, but no group of three', async () => {
    const { text } = await read('amy')
    expect(text).toContain('The six dimensions')
    expect(text).toContain('Leaders and staff see it differently')
    expect(text).toContain('less paper')
    expect(text).toContain('No department has enough answers')
  })

  test('closed takes no answer any more', async () => {
    expect((await read('emil', '/answer')).text).toContain('You have answered')
    const { status } = await post('/answer', answersOf('staff', '5'), 'emil')
    expect(status).toBe(303)
    expect((await office.inScope('amy', readLatest))?.readiness.n).toBe(5)
  })

  test('becomes work of the plan, each question once', async () => {
    const chosen = { question: ['9', '12'], _once: newId() }
    const unplanned = await office.as('amy').post(`${place}/work`, chosen)
    expect(unplanned.status).toBe(303)
    await office.inScope('amy', (scope) =>
      startProgramme(scope, {
        ...{ sponsorId: office.people.amy, leadId: office.people.lin },
        ...{ startsOn: '2026-11-02', size: 10 as const },
      }),
    )
    await post('/work', chosen)
    await post('/work', chosen)
    const work = await office.inScope('amy', (scope) => readStageWork(scope, 'S0'))
    expect(work.filter(({ origin }) => origin === 'corrective').map(({ code }) => code)).toEqual([
      ...['readiness.9', 'readiness.12'],
    ])
    const plan = await (await office.as('amy').get('/rollout/plan')).text()
    expect(plan).toContain('Offer sessions on the basics of computers and phones')
  })

  test('is not seen by another company', async () => {
    const other = await office.another()
    const text = await (await other.as('amy').get(place)).text()
    expect(text).toContain('Nobody has been asked yet')
  })
})

test('a round that closed with too few answers finds nothing and says so, instead of finding nothing wrong', async () => {
  const valley = await office.another()
  await valley.inScope('amy', async (scope) => {
    const opening = { kind, form: 'full', questionsVersion, closesOn: '2999-01-01' } as const
    await openRun(scope, opening)
    const [run] = await readRuns(scope, kind)
    await closeRun(scope, run?.id ?? '')
  })
  const html = await (await valley.as('amy').get(place)).text()
  expect(html).not.toContain('No finding')
  expect(html).not.toContain('No question scores')
  expect(html).toMatch(/data-testid="findings"[\s\S]{0,300}Too few answers/)
  expect(html).toMatch(/data-testid="low"[\s\S]{0,300}Too few answers/)
})
