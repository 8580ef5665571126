import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeModule, openModule, reviveModule } from '../../flags/audience.ts'
import { latestChange } from '../../flags/change.ts'
import { readModuleRows } from '../../flags/rows.ts'
import type { Grant } from '../../flags/snapshot.ts'
import { customs } from '../contract/fixture/customs.tsx'
import { parcels } from '../contract/fixture/parcels.tsx'
import type { PersonName } from '../setup/cast.ts'
import { type Office, openOffice } from '../setup/office.ts'
import { part } from './part.ts'

const modules = [parcels, customs]

let office: Office
beforeAll(async () => {
  office = await openOffice({ modules })
})
afterAll(() => office.close())
beforeEach(() =>
  office.inScope('amy', async (scope) => {
    for (const module of modules) {
      await reviveModule(scope, module, 'a new test')
      await closeModule(scope, module, 'a new test')
    }
  }),
)

const page = '/admin/modules/parcels'
const read = async (name: PersonName, path: string) => {
  const answer = await office.as(name).get(path)
  return { status: answer.status, text: await answer.text() }
}
const post = async (
  path: string,
  form: Record<string, string | string[]>,
  name: PersonName = 'amy',
) => {
  const answer = await office.as(name).post(path, form)
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') }
}
const open = (grants: Grant[], reason = 'the pilot begins') =>
  office.inScope('amy', (scope) => openModule(scope, parcels, grants, reason))
const rows = () =>
  office.inScope('amy', (scope) => readModuleRows(scope.db, office.company, 'parcels'))
const seen = async () =>
  (await office.inScope('amy', (scope) => latestChange(scope, 'parcels'))) ?? ''
const state = (name: PersonName, module = 'parcels') =>
  office.inScope(name, async (scope) => scope.modules.state(module))
const sales = (): Grant => ({
  kind: 'department',
  department: office.departments.sales,
  variant: 'write',
})

describe('who gets in', () => {
  test.each([
    ['/admin/modules', ['amy']],
    [page, ['amy']],
    ['/rollout/who', ['amy']],
  ])('%s is there for those who may, and does not exist for others', async (path, allowed) => {
    for (const name of ['amy', 'lin', 'emil', 'tara'] as const)
      expect((await read(name, path)).status, name).toBe(allowed.includes(name) ? 200 : 404)
  })

  test('nobody but those who may can change a module by sending the form', async () => {
    for (const path of [page, `${page}/preview`, `${page}/stop`, `${page}/start`, `${page}/undo`])
      expect((await post(path, { everyone: 'on', reason: 'mine' }, 'lin')).status, path).toBe(404)
    expect((await rows()).audiences).toEqual([])
  })

  test('a module that does not exist has no page', async () => {
    for (const id of ['magic', '__proto__', 'constructor', '..%2F'])
      expect((await read('amy', `/admin/modules/${id}`)).status, id).toBe(404)
  })
})

test('the list tells for whom each module is open, and how many people have it', async () => {
  await open([sales()])
  const { text } = await read('amy', '/admin/modules')
  expect(text).toContain('On for some')
  expect(text).toContain('the department 销售部')
  expect(text).toContain('2 of 5')
})

test('amy opens a module for sales: first she sees whom it reaches, then it does', async () => {
  const preview = await post(`${page}/preview`, {
    departments: office.departments.sales,
    variant: 'write',
    seen: await seen(),
  })
  expect(preview.status).toBe(200)
  expect(preview.text).toContain('It will be open for the department 销售部.')
  expect(part(preview.text, 'effect')).toContain('+2 people')
  expect(part(preview.text, 'gained')).toMatch(/林岚[\s\S]*艾米尔|艾米尔[\s\S]*林岚/)
  expect(part(preview.text, 'gained')).not.toContain('孙悦')
  expect(await state('emil'), 'a preview changes nothing').toBe('off')

  const saved = await post(page, {
    departments: office.departments.sales,
    variant: 'write',
    seen: await seen(),
    reason: 'the pilot begins',
  })
  expect([saved.status, saved.to]).toEqual([303, page])
  expect(await state('emil')).toBe('write')
  expect(await state('sun')).toBe('off')
  expect((await rows()).audiences).toMatchObject([
    { kind: 'department', reason: 'the pilot begins' },
  ])
})

test('a preview tells of the module that needs this one, and who loses that too', async () => {
  await open([sales()])
  await office.inScope('amy', (scope) =>
    openModule(scope, customs, [{ kind: 'everyone', variant: 'write' }], 'all of us'),
  )
  const { text } = await post(`${page}/preview`, { variant: 'write', seen: await seen() })
  expect(text).toContain('It will be closed for everybody')
  expect(text).toContain('Customs, which needs it · −2 people')
})

test('without a reason nothing is changed, and the choice is still there', async () => {
  const { status, text } = await post(page, {
    departments: office.departments.sales,
    people: [office.people.sun, office.people.tara],
    percentage: '',
    variant: 'write',
    seen: await seen(),
    reason: '  ',
  })
  expect(status).toBe(422)
  expect(text).toContain('Say briefly why')
  for (const id of [office.departments.sales, office.people.sun, office.people.tara])
    expect(text).toContain(`value="${id}"`)
  expect((await rows()).audiences).toEqual([])
})

test.each([
  [
    'a department that is not there',
    { departments: '019376a0-0000-7000-8000-000000000000' },
    'One of these departments',
  ],
  ['a department that is no id', { departments: "sales' or 1=1" }, 'One of these departments'],
  [
    'a person of no company',
    { people: '019376a0-0000-7000-8000-000000000000' },
    'One of these people',
  ],
  ['a role nobody knows', { roles: 'wizard' }, 'One of these roles'],
  ['a share beyond all', { percentage: '120' }, 'This must be 100 or less'],
  ['a share that is none', { percentage: 'many' }, 'This is not a number'],
])('%s is said beside its field, and nothing typed is lost', async (_, wrong, sentence) => {
  const form = { everyone: 'on', variant: 'read', seen: await seen(), ...wrong }
  const { status, text } = await post(`${page}/preview`, form)
  expect(status).toBe(422)
  expect(text).toContain(sentence)
  expect(text).toMatch(/name="everyone"[^>]*checked/)
  expect((await rows()).audiences).toEqual([])
})

test('a share as people type it in Chinese is understood, and shows whom it reaches', async () => {
  const { text } = await post(`${page}/preview`, {
    percentage: '１００',
    variant: 'write',
    seen: await seen(),
  })
  expect(text).toContain('100 % of all people')
  expect(part(text, 'effect')).toContain('+5 people')
})

test('whoever is slower overwrites nothing, sees who was faster, and keeps the choice', async () => {
  const old = await seen()
  await open([{ kind: 'person', person: office.people.tara, variant: 'write' }], 'tara first')
  const form = { departments: office.departments.sales, variant: 'write', reason: 'my turn' }
  const slow = await post(page, { ...form, seen: old })
  expect(slow.status).toBe(409)
  expect(part(slow.text, 'conflict')).toContain('陈爱米 got there first')
  expect(slow.text).toContain('opened it for one person by name')
  expect(part(slow.text, 'lost')).toContain('唐塔拉')
  expect(slow.text).toContain('value="my turn"')
  expect((await rows()).audiences).toMatchObject([{ kind: 'person' }])

  const now = /name="seen" value="([^"]+)"/.exec(slow.text)?.[1] ?? ''
  expect((await post(page, { ...form, seen: now })).status).toBe(303)
  expect(await state('emil')).toBe('write')
})

test('the same form sent twice makes one change', async () => {
  const form = {
    everyone: 'on',
    variant: 'write',
    seen: await seen(),
    reason: 'all of us',
    _once: '019376a0-0000-4000-8000-00000000abcd',
  }
  const answers = [await post(page, form), await post(page, form)]
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  const changes = await office.inScope('amy', (scope) =>
    scope.db.execute(sql`
      select id from flags.changes where company_id = ${office.company} and reason = 'all of us'
        and module = 'parcels'`),
  )
  expect(changes).toHaveLength(1)
})

test('the emergency stop needs a reason, and is over when the module is started again', async () => {
  await open([sales()])
  expect((await post(`${page}/stop`, { reason: '' })).status).toBe(422)
  expect(await state('emil')).toBe('write')
  expect((await post(`${page}/stop`, { reason: '数字不对' })).status).toBe(303)
  expect(await state('emil')).toBe('off')
  const { text } = await read('amy', page)
  expect(text).toContain('Stopped')
  expect(text).toContain('Reason: 数字不对')
  expect((await post(`${page}/start`, { reason: 'repaired' })).status).toBe(303)
  expect(await state('emil')).toBe('write')
})

test('undo first tells what it means, then brings back what was', async () => {
  await open([sales()])
  const before = await rows()
  const change = await open([{ kind: 'everyone', variant: 'write' }], 'too early')
  const shown = await read('amy', `${page}/undo?change=${change}`)
  expect(part(shown.text, 'effect')).toContain('−3 people')
  const sent = { change: change ?? '' }
  expect((await post(`${page}/undo`, sent)).status).toBe(422)
  expect((await post(`${page}/undo`, { ...sent, reason: 'too early' })).to).toBe(page)
  expect(await rows()).toEqual(before)
})

test('undoing a start says that it will be stopped, undoing a stop that it will be open', async () => {
  await open([sales()])
  const undo = async () => (await read('amy', `${page}/undo?change=${await seen()}`)).text
  await post(`${page}/stop`, { reason: '数字不对' })
  const ofStop = await undo()
  expect(ofStop).toContain('It will be open for the department 销售部.')
  expect(ofStop).not.toContain('is stopped')
  expect(part(ofStop, 'effect')).toContain('+2 people')

  await post(`${page}/start`, { reason: 'repaired' })
  const ofStart = await undo()
  expect(ofStart).toContain('It will be stopped for everybody again.')
  expect(ofStart).not.toContain('It will be open for')
  expect(part(ofStart, 'effect')).toContain('−2 people')
})

test('a choice that changes nothing is not offered to be made', async () => {
  await open([sales()])
  const same = { departments: office.departments.sales, variant: 'keep', seen: await seen() }
  const { status, text } = await post(`${page}/preview`, same)
  expect(status).toBe(422)
  expect(text).toContain('This is how it is already')
  expect(text).not.toContain('Make the change')
  expect((await post(`${page}/preview`, { ...same, variant: 'read' })).status).toBe(200)
})

test('whoever had a stopped module reads that it is stopped, not that their turn will come', async () => {
  await open([sales()])
  const asked = () => read('emil', '/parcels/parcels')
  expect(await state('emil')).toBe('write')
  await post(`${page}/stop`, { reason: '数字不对' })
  const { status, text } = await asked()
  expect(status).toBe(404)
  expect(text).toContain('Parcels is stopped for the moment')
  expect(text).not.toContain('step by step')
  expect((await read('emil', '/customs/declarations')).text).not.toContain('is stopped')
  expect((await read('emil', '/')).text).toContain('Parcels is stopped for the moment')
})

test('amy, who decides, is led to the page where she does, and not told to ask herself', async () => {
  await open([sales()])
  const off = await read('amy', '/parcels/parcels')
  expect(off.status).toBe(404)
  expect(off.text).toContain(`href="${page}"`)
  expect(off.text).not.toContain('Whom to ask')
  expect((await read('sun', '/parcels/parcels')).text).toMatch(/Whom to ask[\s\S]*陈爱米/)
})

test('Today tells those who may know how many have each module', async () => {
  await open([sales()])
  const today = part((await read('amy', '/')).text, 'modules-card')
  expect(today).toMatch(/Parcels[\s\S]*2 of 5/)
  expect((await read('emil', '/')).text).not.toContain('modules-card')
})

test('an undo that comes too late takes nothing back', async () => {
  const change = await open([sales()])
  await open([{ kind: 'everyone', variant: 'write' }], 'newer')
  const after = await rows()
  const answer = await post(`${page}/undo`, { change: change ?? '', reason: 'too late' })
  expect(answer.to).toBe(page)
  expect(await rows()).toEqual(after)
})

test('a change of one module is no change of another, nor of another firm', async () => {
  const change = await open([sales()])
  const there = await office.another()
  expect((await read('amy', `/admin/modules/customs/undo?change=${change}`)).status).toBe(404)
  expect((await there.as('amy').get(`${page}/undo?change=${change}`)).status).toBe(404)
  const foreign = { departments: office.departments.sales, variant: 'write', reason: 'x', seen: '' }
  expect((await there.as('amy').post(page, foreign)).status).toBe(422)
})

test('who has what: everybody with their modules, found by pinyin', async () => {
  await open([sales()])
  const all = await read('amy', '/rollout/who')
  for (const name of ['陈爱米', '林岚', '艾米尔', '孙悦', '唐塔拉'])
    expect(all.text).toContain(name)
  const { text } = await read('amy', '/rollout/who?q=linlan')
  expect(text).toContain('林岚')
  expect(text).not.toContain('孙悦')
})

test('one person: every module with yes or no and the rule, in plain words', async () => {
  await open([sales()])
  const emil = await read('amy', `/rollout/who?person=${office.people.emil}`)
  expect(emil.text).toContain(
    'On: Parcels is open for the department 销售部, and 艾米尔 works there.',
  )
  expect(emil.text).toContain('Off: Customs has not been opened for anybody.')
  const sun = await read('amy', `/rollout/who?person=${office.people.sun}`)
  expect(sun.text).toContain(
    'Off: Parcels is open for the department 销售部, and 孙悦 is not among them.',
  )
  for (const id of ['019376a0-0000-7000-8000-000000000000', 'nobody', "' or 1=1"])
    expect((await read('amy', `/rollout/who?person=${encodeURIComponent(id)}`)).status).toBe(404)
})
