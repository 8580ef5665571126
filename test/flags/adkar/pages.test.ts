import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { elements } from '../../../flags/adkar/formula.ts'
import { metricOf } from '../../../flags/evidence/metrics.ts'
import { startProgramme } from '../../../flags/plan/programme.ts'
import { readStageWork } from '../../../flags/plan/work-items.ts'
import type { PersonName } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  // Four of the five work in sales, so that its answers may be shown.
  await office.inScope('amy', ({ db, company }) =>
    db.execute(sql`update core.users set department_id = ${office.departments.sales}
      where company_id = ${company.id} and id in (${office.people.sun}, ${office.people.tara})`),
  )
})
afterAll(() => office.close())

const place = '/rollout/people'
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
const said = (...answers: string[]) =>
  Object.fromEntries(elements.map((element, at) => [element, answers[at] ?? '']))
const metric = (code: string, department?: string) =>
  office.inScope('amy', async (scope) =>
    metricOf(code)?.read?.(scope, department ? { department } : {}, office.app.product),
  )

test('before a round there is no evidence, and nobody is asked', async () => {
  expect(await metric('adkar.desire')).toEqual({ state: 'insufficient' })
  expect((await read('emil', '/answer')).text).toContain('You have answered')
  expect(await (await office.as('emil').get('/')).text()).not.toContain('How do you feel')
})

test('only who runs the rollout opens a round, until a day that is to come', async () => {
  for (const name of ['lin', 'emil', 'tara'] as const)
    expect((await post('', { closesOn: tomorrow }, name)).status, name).toBe(404)
  expect((await post('', { closesOn: '2020-01-01' })).text).toContain('already past')
  expect((await post('', { closesOn: '' })).status).toBe(422)
})

describe('a round', () => {
  beforeAll(async () => {
    expect((await post('', { closesOn: tomorrow })).status).toBe(303)
  })

  test('stands on everybody’s start page, and asks five statements', async () => {
    for (const name of ['emil', 'amy'] as const)
      expect(await (await office.as(name).get('/')).text(), name).toContain('How do you feel')
    const { text } = await read('emil', '/answer')
    expect(text).toContain('I know why we are changing')
    expect(text).toContain('Nothing is shown of fewer than four')
    expect(text).not.toContain('Don’t know')
  })

  test('takes an answer once, and none that is left out', async () => {
    const gap = await post('/answer', { ...said('4', '4', '4', '4'), reinforcement: '' }, 'emil')
    expect([gap.status, gap.text.includes('Choose an answer')]).toEqual([422, true])
    await post('/answer', said('4', '3', '2', '2', '2'), 'emil')
    await post('/answer', said('1', '1', '1', '1', '1'), 'emil')
    await post('/answer', said('4', '2', '5', '5', '5'), 'lin')
    await post('/answer', said('5', '5', '5', '5', '5'), 'sun')
    expect(await metric('adkar.ready')).toEqual({ state: 'insufficient' })
    expect((await read('amy')).text).not.toContain('Without a barrier')
  })

  test('closed with three answers of four who were asked is too little evidence', async () => {
    await post('/close', {})
    expect((await read('amy')).text).toContain('Fewer than four answered')
    expect(await metric('adkar.ready')).toEqual({ state: 'insufficient' })
    expect(await metric('adkar.desire', office.departments.sales)).toEqual({
      state: 'insufficient',
    })
  })
})

describe('a second round, which all of sales answers', () => {
  beforeAll(async () => {
    await post('', { closesOn: tomorrow })
    await post('/answer', said('4', '3', '2', '2', '2'), 'emil')
    await post('/answer', said('4', '2', '5', '5', '5'), 'lin')
    await post('/answer', said('5', '5', '5', '5', '5'), 'sun')
    await post('/answer', said('5', '4', '5', '4', '4'), 'tara')
    await post('/close', {})
  })

  test('shows the company and the department with its first barrier', async () => {
    const { text } = await read('amy')
    expect(text).toContain('first barrier')
    expect(text).toContain('销售部')
    expect(text).toContain('Round by round')
  })

  test('gives the gates their figures: half are free, and desire is the weaker of the two', async () => {
    const { sales, service } = office.departments
    expect(await metric('adkar.ready')).toMatchObject({ state: 'ok', value: 50, n: 4 })
    expect(await metric('adkar.desire', sales)).toMatchObject({ value: 62.5, n: 4 })
    // Nobody works there: it is told of nobody.
    expect(await metric('adkar.desire', service)).toEqual({ state: 'suppressed' })
  })

  test('proposes talks where desire is missing, and makes work of them once', async () => {
    await office.inScope('amy', (scope) =>
      startProgramme(scope, {
        ...{ sponsorId: office.people.amy, leadId: office.people.lin },
        ...{ startsOn: '2026-11-02', size: 10 as const },
      }),
    )
    expect((await read('amy')).text).toContain('talks with their people')
    await post('/work', { element: 'desire' })
    await post('/work', { element: ['desire', 'nothing'] })
    const work = await office.inScope('amy', (scope) => readStageWork(scope, 'S0'))
    expect(work.filter(({ origin }) => origin === 'corrective').map(({ code }) => code)).toEqual([
      'adkar.desire',
    ])
    const plan = await (await office.as('amy').get('/rollout/plan')).text()
    expect(plan).toContain('talks with their people')
  })

  test('is not seen by another company', async () => {
    const other = await office.another()
    expect(await (await other.as('amy').get(place)).text()).not.toContain('first barrier')
  })
})
