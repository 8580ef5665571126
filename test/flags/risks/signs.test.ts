import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../../core/db/id.ts'
import type { Scope } from '../../../core/scope.ts'
import { openModule } from '../../../flags/audience.ts'
import { planAdvance } from '../../../flags/gates/advances.ts'
import { hasFaded, noteLook } from '../../../flags/risks/sponsor.ts'
import { looksFor } from '../../../flags/risks/triggers.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import { type Firm, type Office, openOffice } from '../../setup/office.ts'
import { beginRollout } from '../gates/passing.ts'

let office: Office
let firm: Firm
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())
beforeEach(async () => {
  firm = await office.another()
  await beginRollout(firm)
})

const at = (scope: Scope, day: string): Scope => ({
  ...scope,
  now: () => new Date(`${day}T09:00:00Z`),
})
const sign = (trigger: string, day = '2026-11-26') =>
  firm.inScope('amy', (scope) => looksFor(at(scope, day), office.app.product, trigger))
const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10)

test('the sponsor’s attention fades two weeks after their last look, which nobody else’s replaces', async () => {
  const faded = (day: string) => firm.inScope('amy', (scope) => hasFaded(at(scope, day)))
  expect(await faded(days(1))).toBe(false)
  expect(await faded(days(20))).toBe(true)
  await firm.as('amy').post('/rollout/overview/seen')
  expect(await faded(days(20)), 'amy is not the sponsor').toBe(true)
  await firm.inScope('lin', (scope) => noteLook(at(scope, days(10))))
  expect(await faded(days(20))).toBe(false)
  expect((await firm.as('lin').post('/rollout/overview/seen')).status).toBe(303)
  expect(await faded(days(20)), 'an earlier look takes nothing back').toBe(false)
  expect(await faded(days(26))).toBe(true)
  const looks = await firm.inScope('amy', ({ db, company }) =>
    db.execute<{ id: string }>(sql`
      select user_id as id from flags.sponsor_looks where company_id = ${company.id}`),
  )
  expect(looks).toEqual([{ id: firm.people.lin }])
})

test('it has faded too when two decisions in a row were made without them', async () => {
  const decide = (by: string, second: string | null = null) =>
    firm.inScope('amy', ({ db, company }) =>
      db.execute(sql`
        insert into flags.gate_decisions (company_id, id, gate, at, inputs, suggested, outcome,
          override, strictness, reason, actions, decided_by, second_by)
        values (${company.id}, ${newId()}, 'G0', now(), '[]', 'redesign', 'redesign', false,
          'guided', 'x', '{}', ${by}, ${second})`),
    )
  await decide(firm.people.amy)
  expect(await sign('sponsor-fades', days(1))).toBe(false)
  await decide(firm.people.amy, firm.people.lin)
  expect(await sign('sponsor-fades', days(1))).toBe(false)
  await decide(firm.people.amy)
  await decide(firm.people.amy)
  expect(await sign('sponsor-fades', days(1))).toBe(true)
})

test('private lists show by the answers of enough people, or by far more files than before', async () => {
  expect(await sign('private-lists'), 'nobody has answered').toBe(undefined)
  const answer = (name: 'amy' | 'lin' | 'emil' | 'sun', share: number) =>
    firm.inScope('amy', ({ db, company }) =>
      db.execute(sql`
        insert into flags.adoption_snapshots (company_id, at, module, user_id, value, parts, dormant,
          formula_version, agreement)
        values (${company.id}, '2026-11-23T01:00:00Z', '', ${firm.people[name]}, 50,
          ${JSON.stringify({ pure: { good: share, of: 1, share } })}, false, 1, 0)`),
    )
  for (const name of ['amy', 'lin', 'emil'] as const) await answer(name, 0)
  expect(await sign('private-lists'), 'three are too few to tell of').toBe(undefined)
  await answer('sun', 1)
  expect(await sign('private-lists')).toBe(true)

  firm = await office.another()
  const takeOut = (day: string, count: number) =>
    firm.inScope('amy', ({ db, company }) =>
      db.execute(sql`
        insert into core.audit (company_id, id, at, object, action, after, request_id)
        values (${company.id}, ${newId()}, ${`${day}T09:00:00Z`}, 'core.export', 'delivered',
          ${JSON.stringify({ count })}, 'test')`),
    )
  await takeOut('2026-10-15', 400)
  await takeOut('2026-11-20', 700)
  expect(await sign('private-lists')).toBe(false)
  await takeOut('2026-11-21', 200)
  expect(await sign('private-lists')).toBe(true)
})

test('overload is seen where a gate, or what is switched on, falls into a busy time', async () => {
  expect(await sign('peak-season')).toBe(false)
  const form = { name: 'Stock-taking', startsOn: '2026-12-01', endsOn: '2026-12-04' }
  const wrong = await firm.as('amy').post('/rollout/risks/busy', { ...form, endsOn: '2026-11-01' })
  expect(wrong.status).toBe(422)
  expect((await firm.as('lin').post('/rollout/risks/busy', form)).status).toBe(404)
  expect((await firm.as('amy').post('/rollout/risks/busy', form)).status).toBe(303)
  expect(await (await firm.as('amy').get('/rollout/risks')).text()).toContain('Stock-taking')
  expect(await sign('peak-season')).toBe(false)
  await firm.inScope('lin', (scope) =>
    planAdvance(at(scope, '2026-11-26'), 'G0', '2026-12-02 09:30:00'),
  )
  expect(await sign('peak-season')).toBe(true)
  expect(await sign('peak-season', '2026-12-06'), 'it is over').toBe(false)
})

test('training came too early for who learned a module three weeks ago and still does not have it', async () => {
  const { product } = office.app
  const idle = (on: string, code = 'S-01') => {
    const learned = { people: { [firm.people.emil]: [{ code, on, until: null }] } }
    const learning = { read: async () => learned, href: () => '' }
    const modules = product.registry.modules.map((module) =>
      module.id === 'training' ? { ...module, learning } : module,
    )
    const running = { ...product, registry: { ...product.registry, modules } } as never
    return firm.inScope('amy', (scope) =>
      looksFor(at(scope, '2026-11-26'), running, 'training-too-early'),
    )
  }
  expect(await idle('2026-11-05')).toBe(false)
  expect(await idle('2026-11-04')).toBe(true)
  expect(await idle('2026-11-04', 'C-00'), 'what everybody learns is no module').toBe(false)
  await firm.inScope('amy', (scope) =>
    openModule(
      scope,
      contacts,
      [{ kind: 'person', person: firm.people.emil, variant: 'write' }],
      'a test',
    ),
  )
  expect(await idle('2026-11-04')).toBe(false)
})

test('a complaint about being measured opens its risk until it is answered', async () => {
  expect(await sign('control')).toBe(false)
  const page = '/contacts/accounts'
  await firm.as('emil').post('/rollout/feedback', { kind: 'blocks', page, text: 'It is slow' })
  expect(await sign('control')).toBe(false)
  const text = 'My lead counts my clicks'
  await firm.as('emil').post('/rollout/feedback', { kind: 'complaint', page, text })
  expect(await sign('control')).toBe(true)
  const [voice] = await firm.inScope('amy', ({ db, company }) =>
    db.execute<{ id: string }>(sql`
      select id from flags.feedback where company_id = ${company.id} and kind = 'complaint'`),
  )
  await firm.as('amy').post(`/rollout/feedback/${voice?.id}`, { answer: 'It has stopped' })
  expect(await sign('control')).toBe(false)
})

test('what a vendor promised goes by the company’s day, also when the clock is moved', async () => {
  await firm.as('amy').post('/rollout/contracts', {
    ...{ vendor: 'Host', role: 'hosting', personalData: 'yes', noticeDays: '30' },
    ...{ renewal: 'auto', incidentHours: '4', attestedUntil: '2027-03-01' },
    ...{ exitTestedOn: '2026-11-01', startsOn: '', endsOn: '', dataLocation: '', sla: '' },
    ...{ document: '', ownerId: '' },
  })
  expect([await sign('host-leak'), await sign('lock-in')]).toEqual([false, false])
  expect(await sign('host-leak', '2027-03-02')).toBe(true)
  expect(await sign('lock-in', '2027-11-02')).toBe(true)
})
