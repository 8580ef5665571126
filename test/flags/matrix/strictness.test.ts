import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeModule } from '../../../flags/audience.ts'
import { latestChange } from '../../../flags/change.ts'
import { readChanges } from '../../../flags/history.ts'
import { readProposals } from '../../../flags/matrix/proposals.ts'
import {
  asksOf,
  readStrictness,
  setStrictness,
  strictnesses,
} from '../../../flags/matrix/strictness.ts'
import { readModuleRows } from '../../../flags/rows.ts'
import { customs } from '../../contract/fixture/customs.tsx'
import { parcels } from '../../contract/fixture/parcels.tsx'
import type { PersonName } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { part } from '../part.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice({ modules: [parcels, customs] })
  await office.inScope('amy', (scope) =>
    scope.db.execute(sql`
      insert into core.user_roles (company_id, user_id, role)
      values (${office.company}, ${office.people.tara}, 'sponsor')`),
  )
})
afterAll(() => office.close())
beforeEach(() =>
  office.inScope('amy', async (scope) => {
    await closeModule(scope, parcels, 'a new test')
    await setStrictness(scope, 'guided', 'a new test')
    await scope.db.execute(sql`delete from flags.proposals where company_id = ${office.company}`)
  }),
)

const cell = () => `/rollout/matrix/parcels/${office.departments.sales}`
const post = async (path: string, form: Record<string, string>, name: PersonName = 'amy') => {
  const answer = await office.as(name).post(path, form)
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') }
}
const be = (strictness: (typeof strictnesses)[number]) =>
  office.inScope('amy', (scope) => setStrictness(scope, strictness, 'for this test'))
const seen = async () =>
  (await office.inScope('amy', (scope) => latestChange(scope, 'parcels'))) ?? ''
const set = async (state: string, more: Record<string, string> = {}) =>
  post(cell(), { state, reason: 'the pilot begins', seen: await seen(), ...more })
const state = (name: PersonName) =>
  office.inScope(name, async (scope) => scope.modules.state('parcels'))
const rows = () =>
  office.inScope('amy', (scope) => readModuleRows(scope.db, office.company, 'parcels'))
const waiting = () => office.inScope('amy', readProposals)
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('taking away never waits for anybody, however strict', () => {
  for (const strictness of strictnesses)
    expect(asksOf(strictness, false)).toMatchObject({ strictness, expiry: false, second: false })
  expect(asksOf('simple', true)).toMatchObject({ expiry: false, second: false })
  expect(asksOf('guided', true)).toMatchObject({ expiry: true, second: false })
  expect(asksOf('strict', true)).toMatchObject({ expiry: true, second: true })
  const gate = { gate: 'G2', decision: undefined } as const
  const ruled = (passed: boolean) => ({ gate: { ...gate, passed }, unlawful: [] })
  expect(asksOf('guided', true, ruled(true))).toMatchObject({ expiry: false })
  expect(asksOf('guided', true, ruled(false))).toMatchObject({ expiry: true })
  expect(asksOf('strict', true, ruled(true))).toMatchObject({ second: true })
})

test('a firm that has decided nothing is guided, and may begin its pilot on the first day', async () => {
  const preview = await post(`${cell()}/preview`, { state: 'pilot', seen: await seen() })
  expect(preview.text).toMatch(/name="expiresOn"/)
  expect(preview.text).toMatch(/How strict: Guided/)
  expect((await set('pilot', { expiresOn: day(56) })).status).toBe(303)
  expect(await state('emil')).toBe('write')
  expect((await rows()).audiences[0]?.expiresOn).toBe(day(56))
  const [change] = await office.inScope('amy', (scope) => readChanges(scope, 'parcels'))
  expect(change).toMatchObject({ strictness: 'guided', secondBy: null })
})

test('a day to look again must be one that is still to come, and what was typed stays', async () => {
  for (const wrong of ['', day(0), day(400), 'soon']) {
    const answer = await set('pilot', { expiresOn: wrong })
    expect(answer.status, wrong).toBe(422)
    if (wrong) expect(answer.text).toContain(`value="${wrong}"`)
  }
  expect((await rows()).audiences).toEqual([])
})

test('a simple firm gives a reason and is asked for nothing else', async () => {
  await be('simple')
  const preview = await post(`${cell()}/preview`, { state: 'on', seen: await seen() })
  expect(preview.text).not.toMatch(/name="expiresOn"/)
  expect((await set('on')).status).toBe(303)
  expect((await rows()).audiences[0]?.expiresOn).toBeUndefined()
})

test('in a strict firm one proposes and another decides; until then nothing changes', async () => {
  await be('strict')
  expect((await set('pilot', { expiresOn: day(30) })).status).toBe(303)
  expect(await state('emil')).toBe('off')
  const [proposal] = await waiting()
  const here = `/rollout/matrix/proposals/${proposal?.id}`
  await post(`${here}/confirm`, {})
  expect(await state('emil'), 'nobody confirms what they proposed').toBe('off')
  expect((await office.as('lin').get(here)).status, 'a lead does not decide').toBe(404)
  expect((await post(`${here}/confirm`, {}, 'lin')).status).toBe(404)
  const asked = await (await office.as('tara').get(here)).text()
  expect(part(asked, 'gained')).toMatch(/艾米尔/)
  expect((await post(`${here}/confirm`, {}, 'tara')).status).toBe(303)
  expect(await state('emil')).toBe('write')
  expect(await waiting()).toEqual([])
  const [change] = await office.inScope('amy', (scope) => readChanges(scope, 'parcels'))
  expect(change).toMatchObject({
    strictness: 'strict',
    by: office.people.amy,
    secondBy: office.people.tara,
    reason: 'the pilot begins',
  })
  expect((await rows()).audiences[0]).toMatchObject({ state: 'pilot', expiresOn: day(30) })
})

test('twenty who confirm at once confirm once', async () => {
  await be('strict')
  await set('pilot', { expiresOn: day(30) })
  const [proposal] = await waiting()
  const before = await office.inScope('amy', (scope) => readChanges(scope, 'parcels'))
  await Promise.all(
    Array.from({ length: 20 }, () =>
      post(`/rollout/matrix/proposals/${proposal?.id}/confirm`, {}, 'tara'),
    ),
  )
  const after = await office.inScope('amy', (scope) => readChanges(scope, 'parcels'))
  expect(after.length - before.length).toBe(1)
})

test('what was proposed for a module that changed meanwhile is not made', async () => {
  await be('strict')
  await set('pilot', { expiresOn: day(30) })
  const [proposal] = await waiting()
  await post(`${cell()}/freeze`, { reason: 'it shows wrong numbers' })
  const answer = await post(`/rollout/matrix/proposals/${proposal?.id}/confirm`, {}, 'tara')
  expect(answer.status).toBe(422)
  expect((await rows()).audiences).toEqual([])
  expect(await waiting(), 'it still waits, to be refused').toHaveLength(1)
  await post(`/rollout/matrix/proposals/${proposal?.id}/drop`, { reason: 'outdated' }, 'tara')
  expect(await waiting()).toEqual([])
  await post(`${cell()}/thaw`, { reason: 'repaired' })
})

test('opening by the page of the module, and taking a closing back, ask for a second person too', async () => {
  await be('simple')
  await set('on')
  await be('strict')
  await post(cell(), { state: 'off', way: 'hidden', reason: 'enough', seen: await seen() })
  expect(await state('emil'), 'closing waits for nobody').toBe('off')
  await post('/rollout/matrix/parcels/undo', { change: await seen(), reason: 'no, on with it' })
  expect(await state('emil')).toBe('off')
  const form = { everyone: 'on', variant: 'write', reason: 'all of us', seen: await seen() }
  await post('/admin/modules/parcels', form)
  expect(await state('emil')).toBe('off')
  expect(await waiting()).toHaveLength(2)
})

test('one person makes the firm stricter, and two make it less strict', async () => {
  await post('/rollout/matrix/strictness', { strictness: 'strict', reason: 'we grew' })
  const now = () => office.inScope('amy', readStrictness)
  expect(await now()).toBe('strict')
  await post('/rollout/matrix/strictness', { strictness: 'simple', reason: 'too slow' })
  expect(await now()).toBe('strict')
  const [proposal] = await waiting()
  await post(`/rollout/matrix/proposals/${proposal?.id}/confirm`, {}, 'tara')
  expect(await now()).toBe('simple')
  expect(
    (await post('/rollout/matrix/strictness', { strictness: 'lax', reason: 'x' })).status,
  ).toBe(422)
  expect((await post('/rollout/matrix/strictness', { strictness: 'guided' }, 'lin')).status).toBe(
    404,
  )
})

test('freezing takes effect at once, its reason may come later, and thawing brings back exactly who had it', async () => {
  await set('pilot')
  expect((await post(`${cell()}/freeze`, {})).status).toBe(303)
  expect(await state('emil')).toBe('off')
  const owedTo = async (who: PersonName) => {
    const html = await (await office.as(who).get('/rollout/matrix')).text()
    return /data-testid="owed">(.*?)<\/p>/s.exec(html)?.[1]
  }
  expect(await owedTo('amy')).toMatch(/<a [^>]*>[^<]*say why/)
  expect(await owedTo('lin')).toMatch(/^[^<]*say why/)
  expect((await post(`${cell()}/explain`, { reason: '' })).status).toBe(422)
  await post(`${cell()}/explain`, { reason: 'wrong numbers' })
  expect((await rows()).frozen?.[0]?.reason).toBe('wrong numbers')
  expect((await post(`${cell()}/thaw`, { reason: '' })).status).toBe(422)
  expect(await state('emil')).toBe('off')
  await post(`${cell()}/thaw`, { reason: 'repaired' })
  expect(await state('emil')).toBe('write')
  expect(await state('sun')).toBe('off')
})
