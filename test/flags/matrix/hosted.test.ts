import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { seeded } from '../../../core/seed/random.ts'
import { closeModule, openModule } from '../../../flags/audience.ts'
import { latestChange } from '../../../flags/change.ts'
import { attest } from '../../../flags/evidence/attestations.ts'
import { readProposals } from '../../../flags/matrix/proposals.ts'
import { setStrictness, strictnesses } from '../../../flags/matrix/strictness.ts'
import { readModuleRows } from '../../../flags/rows.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import type { PersonName } from '../../setup/cast.ts'
import { type Firm, type Office, openOffice } from '../../setup/office.ts'
import { agreeContract, beginRollout, measured } from '../gates/passing.ts'
import { part } from '../part.ts'

/** An install that serves other firms; each test has a firm that has just come to it. */
let office: Office
let firm: Firm
beforeAll(async () => {
  office = await openOffice({ env: { HOSTED: '1' } })
})
afterAll(() => office.close())
beforeEach(async () => {
  firm = await office.another()
})

const post = async (path: string, form: Record<string, string>, name: PersonName = 'amy') => {
  const answer = await firm.as(name).post(path, form)
  return { status: answer.status, text: await answer.text() }
}
const seen = async () =>
  (await firm.inScope('amy', (scope) => latestChange(scope, 'contacts'))) ?? ''
const cell = (place: 'sales' | 'service') => `/rollout/matrix/contacts/${firm.departments[place]}`
const set = async (state: string, place: 'sales' | 'service' = 'sales') =>
  post(cell(place), { state, reason: 'the pilot begins', seen: await seen() })
const be = (strictness: (typeof strictnesses)[number]) =>
  firm.inScope('amy', (scope) => setStrictness(scope, strictness, 'for this test'))
const state = (name: PersonName) =>
  firm.inScope(name, async (scope) => scope.modules.state('contacts'))
/** Somebody of a customer is on record. */
const bringPeople = () =>
  firm.inScope('amy', async (scope) => {
    for (const { key, make } of contacts.seeds ?? [])
      if (key === 'accounts' || key === 'contacts') await make(scope, 2, seeded(7))
  })
const proveLaw = async () => {
  await agreeContract(firm)
  await firm.inScope('amy', async (scope) => {
    await measured(scope)
    const about = { departmentId: null, value: 100, n: null, heldOn: '2026-11-03' }
    for (const metric of [
      'privacy.assessment',
      'privacy.drill',
      'security.restore',
      'security.access',
    ])
      await attest(scope, { metric, ...about, validUntil: null, document: 'File 7', statement: '' })
  })
}

test('a firm of five begins its pilot on the first day: nobody is on record yet', async () => {
  expect((await set('pilot')).status).toBe(303)
  expect(await state('emil')).toBe('write')
})

test('once customers are on record, nobody else gets a module before law and security are proved', async () => {
  await set('pilot')
  await bringPeople()
  for (const strictness of strictnesses) {
    await be(strictness)
    const asked = await post(`${cell('service')}/preview`, { state: 'pilot', seen: await seen() })
    expect(part(`${asked.text}</section>`, 'unlawful')).toMatch(/Restore of a backup tested/)
    const refused = await set('pilot', 'service')
    expect(refused.status, strictness).toBe(422)
    expect(refused.text).toMatch(
      /Nothing was changed: the legal and security requirements are not met/,
    )
    const everyone = { everyone: 'on', variant: 'write', reason: 'all of us', seen: await seen() }
    expect((await post('/admin/modules/contacts', everyone)).status, strictness).toBe(422)
  }
  expect(await firm.inScope('amy', readProposals)).toEqual([])
  expect(await state('sun')).toBe('off')
  expect(await state('emil'), 'who had it goes on').toBe('write')
})

test('taking away, stopping and going on after a stop wait for no proof; undoing a closing does', async () => {
  await set('pilot')
  await bringPeople()
  const here = cell('sales')
  expect((await post(`${here}/freeze`, { reason: 'wrong numbers' })).status).toBe(303)
  expect((await post(`${here}/thaw`, { reason: 'repaired' })).status).toBe(303)
  expect(await state('emil')).toBe('write')
  await set('off')
  expect(await state('emil')).toBe('off')
  const undo = { change: await seen(), reason: 'back' }
  expect((await post('/rollout/matrix/contacts/undo', undo)).status).toBe(422)
  expect(await state('emil')).toBe('off')
})

test('proved, a step is a step like any other', async () => {
  await firm.inScope('amy', (scope) =>
    openModule(scope, contacts, [{ kind: 'everyone', variant: 'read' }], 'the data'),
  )
  await bringPeople()
  expect((await set('pilot')).status).toBe(422)
  await proveLaw()
  expect((await set('pilot')).status).toBe(303)
  expect(await state('emil')).toBe('write')
})

test('what was proposed is asked anew when the second person confirms it', async () => {
  await firm.inScope('amy', (scope) => closeModule(scope, contacts, 'a new test'))
  await beginRollout(firm)
  await be('strict')
  await set('pilot')
  const [proposal] = await firm.inScope('amy', readProposals)
  await bringPeople()
  const answer = await post(`/rollout/matrix/proposals/${proposal?.id}/confirm`, {}, 'lin')
  expect(answer.status).toBe(422)
  expect(answer.text).toMatch(/the legal and security requirements are not met/)
  const rows = await firm.inScope('amy', ({ db }) => readModuleRows(db, firm.company, 'contacts'))
  expect(rows.audiences).toEqual([])
  expect(await firm.inScope('amy', readProposals), 'it still waits').toHaveLength(1)
})
