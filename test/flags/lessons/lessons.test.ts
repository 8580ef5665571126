import { afterAll, beforeAll, expect, test } from 'vitest'
import { metricOf } from '../../../flags/evidence/metrics.ts'
import { readLessons } from '../../../flags/lessons/lessons.ts'
import { startProgramme } from '../../../flags/plan/programme.ts'
import { readStageWork } from '../../../flags/plan/work-items.ts'
import type { PersonName } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const place = '/rollout/lessons'
const write = (kind: string, text: string, name: PersonName = 'amy') =>
  office.as(name).post(place, { stage: 'S0', kind, text, ownerId: office.people.lin })
const read = async (path: string) => (await office.as('amy').get(path)).text()
const learned = () =>
  office.inScope('amy', async (scope) =>
    metricOf('plan.lessons')?.read?.(scope, {}, office.app.product),
  )
const corrections = () =>
  office.inScope('amy', async (scope) =>
    (await readStageWork(scope, 'S0')).filter(({ origin }) => origin === 'manual'),
  )

test('before there is a plan nothing is asked for, and a change makes no work', async () => {
  expect(await learned()).toEqual({ state: 'insufficient' })
  expect((await write('well', 'Everybody came to the first meeting')).status).toBe(303)
  expect(await readLessonsOf()).toHaveLength(1)
})

const readLessonsOf = () => office.inScope('amy', (scope) => readLessons(scope, 'S0'))

test('what is changed becomes work of the plan, once, also when it is saved again', async () => {
  await office.inScope('amy', (scope) =>
    startProgramme(scope, {
      ...{ sponsorId: office.people.amy, leadId: office.people.lin },
      ...{ startsOn: '2026-11-02', size: 10 as const },
    }),
  )
  expect(await learned()).toMatchObject({ state: 'ok', value: 0 })
  await write('badly', 'The list of old data came late')
  expect(await corrections()).toEqual([])
  await write('change', 'Ask for the old lists two weeks ahead')
  const [work] = await corrections()
  expect(work).toMatchObject({ title: 'Ask for the old lists two weeks ahead' })
  const lesson = (await readLessonsOf()).find(({ kind }) => kind === 'change')
  const form = { stage: 'S0', kind: 'change', text: 'Ask for them three weeks ahead', version: '1' }
  await office.as('amy').post(`${place}/${lesson?.id}`, form)
  expect(await corrections()).toHaveLength(1)
  expect(await learned()).toMatchObject({ state: 'ok', value: 100 })
})

test('stands in its room and at the gate of the stage', async () => {
  for (const path of [place, '/rollout/gates/G0']) {
    const text = await read(path)
    expect(text, path).toContain('What we change')
    expect(text, path).toContain('The list of old data came late')
  }
})

test('needs words, a kind and a stage, and is not for members to write', async () => {
  const empty = await office.as('amy').post(place, { stage: '', kind: '', text: '' })
  expect(empty.status).toBe(422)
  expect((await write('well', 'Something', 'emil')).status).toBe(404)
  expect((await office.as('lin').get(place)).status).toBe(404)
})
