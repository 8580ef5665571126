import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openModule } from '../../../flags/audience.ts'
import { latestChange } from '../../../flags/change.ts'
import { readChanges } from '../../../flags/history.ts'
import { readProposals } from '../../../flags/matrix/proposals.ts'
import { setStrictness } from '../../../flags/matrix/strictness.ts'
import { readModuleRows } from '../../../flags/rows.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import type { PersonName } from '../../setup/cast.ts'
import { type Firm, type Office, openOffice } from '../../setup/office.ts'
import { beginRollout, goOn, passEducation, proveInfrastructure } from '../gates/passing.ts'
import { part } from '../part.ts'

/** A firm whose rollout has come through the gate before its pilot, on evidence. */
let office: Office
let firm: Firm
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())
beforeEach(async () => {
  firm = await office.another()
  await beginRollout(firm)
  await passEducation(firm, office)
})

const cell = () => `/rollout/matrix/contacts/${firm.departments.sales}`
const post = async (path: string, form: Record<string, string>, name: PersonName = 'amy') => {
  const answer = await firm.as(name).post(path, form)
  return { status: answer.status, text: await answer.text() }
}
const set = async (state: string, more: Record<string, string> = {}) => {
  const seen = (await firm.inScope('amy', (scope) => latestChange(scope, 'contacts'))) ?? ''
  return post(cell(), { state, reason: 'the pilot begins', seen, ...more })
}
const preview = (state: string) => post(`${cell()}/preview`, { state, seen: '' })
const be = (strictness: 'simple' | 'guided' | 'strict') =>
  firm.inScope('amy', (scope) => setStrictness(scope, strictness, 'for this test'))
const rows = () =>
  firm.inScope('amy', (scope) => readModuleRows(scope.db, firm.company, 'contacts'))
const latest = async () =>
  (await firm.inScope('amy', (scope) => readChanges(scope, 'contacts', 1)))[0]
const decision = async () =>
  (
    await firm.inScope('amy', ({ db, company }) =>
      db.execute<{ id: string }>(sql`
        select id from flags.gate_decisions where company_id = ${company.id} and gate = 'G2'`),
    )
  )[0]?.id
const pass = async () => {
  await proveInfrastructure(firm)
  expect(await goOn(firm, office, 'G2')).toMatchObject({ ok: true })
}
/** Whoever prepares the data has the module before the pilot. */
const looks = () =>
  firm.inScope('amy', (scope) =>
    openModule(
      scope,
      contacts,
      [{ kind: 'person', person: firm.people.amy, variant: 'write' }],
      'the data',
    ),
  )

describe('a real decision at the gate before the pilot', () => {
  test('lets a guided firm begin it without a day to look again, and the change names it', async () => {
    await looks()
    expect((await preview('pilot')).text).toMatch(/name="expiresOn"/)
    await pass()
    const asked = await preview('pilot')
    expect(asked.text).not.toMatch(/name="expiresOn"/)
    expect(part(asked.text, 'gate')).toMatch(/G2/)
    expect((await set('pilot')).status).toBe(303)
    expect(await latest()).toMatchObject({ decisionId: await decision(), strictness: 'guided' })
    expect((await rows()).audiences.find(({ state }) => state === 'pilot')?.expiresOn).toBe(
      undefined,
    )
  })

  test('lets nobody past the next gate: to be on takes the pilot’s own', async () => {
    await looks()
    await pass()
    await set('pilot')
    const asked = await preview('on')
    expect(part(asked.text, 'gate')).toMatch(/G3/)
    expect(asked.text).toMatch(/name="expiresOn"/)
    await set('on', { expiresOn: '' })
    expect(await latest(), 'a failing gate asks for a day').toMatchObject({ state: 'pilot' })
  })

  test('only advises a simple firm, whose changes name the decision all the same', async () => {
    await looks()
    await be('simple')
    expect((await set('pilot')).status, 'before it').toBe(303)
    expect(await latest()).toMatchObject({ decisionId: null, strictness: 'simple' })
    await set('off', { way: 'hidden' })
    await pass()
    await set('pilot')
    expect(await latest()).toMatchObject({ decisionId: await decision() })
  })

  test('still takes two in a strict firm, and what the second one confirms names it', async () => {
    await looks()
    await be('strict')
    await pass()
    expect((await set('pilot')).status).toBe(303)
    expect((await rows()).audiences.some(({ state }) => state === 'pilot')).toBe(false)
    const [proposal] = await firm.inScope('amy', readProposals)
    const here = `/rollout/matrix/proposals/${proposal?.id}`
    expect(part(await (await firm.as('lin').get(here)).text(), 'gate')).toMatch(/G2/)
    expect((await post(`${here}/confirm`, {}, 'lin')).status).toBe(303)
    expect(await latest()).toMatchObject({
      ...{ decisionId: await decision(), strictness: 'strict' },
      ...{ by: firm.people.amy, secondBy: firm.people.lin },
    })
  })

  test('is told on the page of the module, with how strict the firm was', async () => {
    await looks()
    await pass()
    await set('pilot')
    const page = await (await firm.as('amy').get('/admin/modules/contacts')).text()
    expect(page).toMatch(/Guided/)
    expect(page).toContain('/rollout/gates/G2')
  })
})

test('what is opened behind a stop is asked for as if it were not stopped', async () => {
  await be('strict')
  await post(`/rollout/matrix/contacts/everyone/freeze`, { reason: 'it shows wrong numbers' })
  const seen = (await firm.inScope('amy', (scope) => latestChange(scope, 'contacts'))) ?? ''
  await post('/admin/modules/contacts', { everyone: 'on', reason: 'a way round', seen })
  expect((await rows()).audiences).toEqual([])
  expect(await firm.inScope('amy', readProposals)).toHaveLength(1)
})
