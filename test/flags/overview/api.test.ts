import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProgramme } from '../../../flags/plan/programme.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { type Program, programOf } from '../../setup/program.ts'

let office: Office
let amy: Program
beforeAll(async () => {
  office = await openOffice()
  amy = await programOf(office.app, office, 'amy')
})
afterAll(() => office.close())

test('before there is a plan a program finds no rollout', async () => {
  expect((await amy.get('/rollout')).body).toEqual({ items: [], total: 0, next: null })
  expect((await amy.get(`/rollout/${office.company}`)).status).toBe(404)
})

test('once it has begun a program reads how far it is, exactly as it is described', async () => {
  const { people } = office
  await office.inScope('amy', (scope) =>
    startProgramme(scope, {
      ...{ sponsorId: people.amy, leadId: people.amy, size: 10, startsOn: '2026-03-02' },
    }),
  )
  const [rollout] = (await amy.get('/rollout')).body.items
  expect(rollout).toMatchObject({ startsOn: '2026-03-02', stage: 'S0', nextGate: 'G0' })
  expect(rollout.stages.map(({ code }: { code: string }) => code).join()).toBe(
    'S0,S1,S2,S3,S4,S5,S6',
  )
  expect(rollout.decisions).toEqual([])
  expect((await amy.get(`/rollout/${rollout.id}`)).body).toEqual(rollout)
  const { components } = (await amy.get('/openapi.json')).body
  expect(Object.keys(components.schemas.rollout.properties).sort()).toEqual(
    Object.keys(rollout).sort(),
  )
})

test('nobody changes it by a program, and it is there for those alone who see the rollout', async () => {
  for (const method of ['POST', 'PATCH', 'DELETE']) {
    const answer = await amy.ask(method, '/rollout', {})
    expect([method, answer.status]).toEqual([method, 405])
  }
  for (const name of ['lin', 'emil', 'tara'] as const) {
    const theirs = await programOf(office.app, office, name)
    expect([name, (await theirs.get('/rollout')).status]).toEqual([name, 404])
    expect((await theirs.get('/openapi.json')).body.paths['/v1/rollout']).toBeUndefined()
  }
  const elsewhere = await office.another()
  const stranger = await programOf(office.app, elsewhere, 'amy')
  expect((await stranger.get('/rollout')).body.total).toBe(0)
})
