import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asOperator } from '../../../core/access/operator.ts'
import { openPool } from '../../../core/db/connection.ts'
import { openModule } from '../../../flags/audience.ts'
import { metricOf } from '../../../flags/evidence/metrics.ts'
import { startProgramme } from '../../../flags/plan/programme.ts'
import { pulseJob } from '../../../flags/pulse/opening.ts'
import { kind } from '../../../flags/pulse/reading.ts'
import { readRuns } from '../../../flags/surveys/runs.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import type { PersonName } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const place = '/rollout/people/pulse'
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
const read = async (name: PersonName, path = '') => {
  const answer = await office.as(name).get(place + path)
  return { status: answer.status, text: await answer.text() }
}
const post = async (path: string, form: Record<string, string>, name: PersonName = 'amy') => {
  const answer = await office.as(name).post(place + path, form)
  return { status: answer.status, text: await answer.text() }
}
const ease = () =>
  office.inScope('amy', async (scope) => metricOf('ux.lite')?.read?.(scope, {}, office.app.product))
/** Lets the pilot be under way; a gate, which only a superuser gets past, stands before it. */
async function beginPilot() {
  const eyes = openPool(office.database.admin, 1)
  await eyes.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`update flags.stages set started_on = '2026-11-10' where code = 'S3'`
  })
  await eyes.end()
}
const runs = () => office.inScope('amy', (scope) => readRuns(scope, kind))

test('with no module open there is nobody to ask', async () => {
  const { status, text } = await post('', { closesOn: tomorrow })
  expect([status, text.includes('Nobody has a module yet')]).toEqual([422, true])
  expect(await runs()).toEqual([])
})

describe('with a module open for everybody', () => {
  beforeAll(async () => {
    await office.inScope('amy', (scope) =>
      openModule(scope, contacts, [{ kind: 'everyone', variant: 'write' }], 'for this test'),
    )
  })

  test('a round asks two statements on it, of which each needs an answer', async () => {
    expect((await post('', { closesOn: tomorrow })).status).toBe(303)
    expect(await (await office.as('emil').get('/')).text()).toContain('How is work')
    const { text } = await read('emil', '/answer')
    expect(text).toContain('does what I need')
    expect(text).toContain('is easy to use')
    expect((await post('/answer', { 'contacts.useful': '4' }, 'emil')).status).toBe(422)
  })

  test('four answers are a figure once the round has closed, and never before', async () => {
    const answers = { 'contacts.useful': '4', 'contacts.ease': '4' }
    for (const name of ['emil', 'sun', 'tara', 'lin'] as const) await post('/answer', answers, name)
    expect(await ease()).toEqual({ state: 'insufficient' })
    await post('/close', {})
    expect(await ease()).toMatchObject({ state: 'ok', value: 75, n: 4 })
    expect((await read('amy')).text).toContain('Module by module')
    expect((await read('emil')).status).toBe(404)
  })

  test('from the pilot on a round opens by itself, four weeks after the last one', async () => {
    const { product } = office.app
    const run = (days: number) =>
      asOperator(product, office.company, 'test', (scope) => {
        const now = () => new Date(Date.now() + days * 86_400_000)
        return pulseJob.run({ ...scope, now }, {}, product)
      })
    await run(40)
    expect(await runs()).toHaveLength(1)
    await office.inScope('amy', (scope) =>
      startProgramme(scope, {
        ...{ sponsorId: office.people.amy, leadId: office.people.lin },
        ...{ startsOn: '2026-11-02', size: 10 as const },
      }),
    )
    await beginPilot()
    await run(20)
    expect(await runs()).toHaveLength(1)
    await run(29)
    await run(29)
    expect(await runs()).toHaveLength(2)
  })
})
