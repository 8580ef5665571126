import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { recordAudit } from '../../../core/records/audit.ts'
import { closeModule } from '../../../flags/audience.ts'
import { latestChange } from '../../../flags/change.ts'
import { setCell } from '../../../flags/matrix/setting.ts'
import { readModuleRows } from '../../../flags/rows.ts'
import { customs } from '../../contract/fixture/customs.tsx'
import { parcels } from '../../contract/fixture/parcels.tsx'
import type { PersonName } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { part } from '../part.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice({ modules: [parcels, customs] })
})
afterAll(() => office.close())
beforeEach(() =>
  office.inScope('amy', async (scope) => {
    await closeModule(scope, parcels, 'a new test')
  }),
)

const cell = () => `/rollout/matrix/parcels/${office.departments.sales}`
const read = async (path: string, name: PersonName = 'amy') => {
  const answer = await office.as(name).get(path)
  return { status: answer.status, text: await answer.text() }
}
const post = async (path: string, form: Record<string, string>, name: PersonName = 'amy') => {
  const answer = await office.as(name).post(path, form)
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') }
}
const seen = async () =>
  (await office.inScope('amy', (scope) => latestChange(scope, 'parcels'))) ?? ''
const state = (name: PersonName) =>
  office.inScope(name, async (scope) => scope.modules.state('parcels'))
const rows = () =>
  office.inScope('amy', (scope) => readModuleRows(scope.db, office.company, 'parcels'))
const set = async (wanted: string, more: Record<string, string> = {}) =>
  post(cell(), { state: wanted, reason: 'the pilot begins', seen: await seen(), ...more })

test('the matrix is there for those who may see the rollout, and its cells for those who may change it', async () => {
  for (const name of ['amy', 'lin', 'emil', 'tara'] as const) {
    // A lead sees the rows of their departments, and none of the cells from inside.
    const seen = name === 'amy' || name === 'lin' ? 200 : 404
    expect((await read('/rollout/matrix', name)).status, name).toBe(seen)
    expect((await read(cell(), name)).status, name).toBe(name === 'amy' ? 200 : 404)
  }
  expect((await post(cell(), { state: 'on', reason: 'mine' }, 'lin')).status).toBe(404)
  expect((await rows()).audiences).toEqual([])
})

test('a cell that does not exist has no page', async () => {
  for (const path of ['magic/everyone', 'parcels/nowhere', `parcels/${office.people.amy}`])
    expect((await read(`/rollout/matrix/${path}`)).status, path).toBe(404)
})

test('before anything is saved it says by name who gains the module, and asks why', async () => {
  const preview = await post(`${cell()}/preview`, { state: 'pilot', seen: await seen() })
  expect(preview.status).toBe(200)
  expect(part(preview.text, 'gained')).toMatch(/艾米尔/)
  expect(part(preview.text, 'gained')).toMatch(/林岚/)
  expect(part(preview.text, 'gained')).not.toMatch(/孙悦/)
  expect((await rows()).audiences).toEqual([])
  const without = await set('pilot', { reason: ' ' })
  expect(without.status).toBe(422)
  expect((await rows()).audiences).toEqual([])
})

test('a department in a pilot has the module, and taking the change back takes it away from exactly them', async () => {
  const done = await set('pilot')
  expect(done).toMatchObject({ status: 303, to: '/rollout/matrix' })
  expect(await state('emil')).toBe('write')
  expect(await state('sun')).toBe('off')
  const [row] = (await rows()).audiences
  expect(row).toMatchObject({ kind: 'department', state: 'pilot', reason: 'the pilot begins' })
  const undo = '/rollout/matrix/parcels/undo'
  const asked = await read(`${undo}?change=${await seen()}`)
  expect(part(asked.text, 'lost')).toMatch(/艾米尔/)
  const back = await post(undo, { change: await seen(), reason: 'too early' })
  expect(back).toMatchObject({ status: 303, to: '/rollout/matrix' })
  expect(await state('emil')).toBe('off')
  expect((await rows()).audiences).toEqual([])
})

test('from pilot to on nobody gains or loses, and the matrix says how far it has come', async () => {
  await set('pilot')
  expect(part((await read('/rollout/matrix')).text, 'matrix')).toMatch(/Parcels\s+Pilot\s+2 of 2/)
  const preview = await post(`${cell()}/preview`, { state: 'on', seen: await seen() })
  expect(part(preview.text, 'gained')).toBe('')
  expect((await set('on')).status).toBe(303)
  expect(await state('emil')).toBe('write')
})

test('going back keeps everything to be looked at for thirty days, unless it is hidden at once', async () => {
  await set('on')
  await set('off', { way: 'read' })
  expect(await state('emil')).toBe('read')
  const [row] = (await rows()).audiences
  const days = (new Date(row?.until ?? 0).getTime() - Date.now()) / 86_400_000
  expect(Math.round(days)).toBe(30)
  await set('on')
  await set('off', { way: 'hidden' })
  expect(await state('emil')).toBe('off')
})

test('hidden after an export: only once all of it has gone out whole', async () => {
  await set('on')
  await office.inScope('amy', (scope) => setCell(scope, parcels, null, { state: 'on' }, 'for amy'))
  const refused = await set('off', { way: 'export' })
  expect(refused.status).toBe(422)
  expect(refused.text).toMatch(/Export all of this first/)
  expect(await state('emil')).toBe('write')
  const leave = (action: string, filters: string, recordId: string) =>
    office.inScope('amy', async (scope) => {
      for (const { kind } of parcels.transfers ?? []) {
        const after = { kind, filters }
        await recordAudit(scope, { action, object: 'core.export', recordId, after })
      }
    })
  await leave('exported', 'q=some', 'a part')
  await leave('delivered', '', 'a part')
  await leave('exported', '', 'broken off')
  expect((await set('off', { way: 'export' })).status, 'a part is not all of it').toBe(422)
  await leave('delivered', '', 'broken off')
  expect((await set('off', { way: 'export' })).status).toBe(303)
  expect(await state('emil')).toBe('off')
})

test('a choice that changes nothing, and one that is none, are said so beside the form', async () => {
  await set('pilot')
  const same = await post(`${cell()}/preview`, { state: 'pilot', seen: await seen() })
  expect(same.status).toBe(422)
  expect(same.text).toMatch(/This is how it is already/)
  for (const wrong of ['', 'frozen', 'read', '__proto__'])
    expect((await post(`${cell()}/preview`, { state: wrong })).status, wrong).toBe(422)
})

test('two who change one module at once: the second sees what the first did, and overwrites nothing', async () => {
  const before = await seen()
  await set('pilot')
  const late = await post(cell(), { state: 'on', reason: 'me too', seen: before })
  expect(late.status).toBe(409)
  expect(part(late.text, 'conflict') || late.text).toMatch(/陈爱米/)
  expect((await rows()).audiences[0]?.state).toBe('pilot')
})
