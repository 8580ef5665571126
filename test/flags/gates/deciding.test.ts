import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../core/db/id.ts'
import type { Scope } from '../../../core/scope.ts'
import { advanceDue, planAdvance, readAdvance } from '../../../flags/gates/advances.ts'
import { readCriteria } from '../../../flags/gates/criteria.ts'
import { decideGate, type Wish } from '../../../flags/gates/deciding.ts'
import { decisionFor } from '../../../flags/gates/decision-for.ts'
import { readDecisions } from '../../../flags/gates/decisions.ts'
import type { GateCode } from '../../../flags/gates/gates.ts'
import { readStanding } from '../../../flags/gates/room.ts'
import { setStrictness } from '../../../flags/matrix/strictness.ts'
import { pauseProgramme } from '../../../flags/plan/programme.ts'
import { readStages } from '../../../flags/plan/stage-rows.ts'
import { readStageWork } from '../../../flags/plan/work-items.ts'
import { type Firm, type Office, openOffice } from '../../setup/office.ts'
import { beginRollout, nameChampions, prove } from './passing.ts'

let office: Office
let firm: Firm
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

/** Each test has a firm of its own that has just begun, with lin as its sponsor. */
beforeEach(async () => {
  firm = await office.another()
  await beginRollout(firm)
})

const running = () => office.app.product
const codeOf = (): Promise<string | undefined> =>
  firm.inScope('amy', async (scope) => (await readStanding(scope))?.gate?.code)
const stagesBegun = async () =>
  (await firm.inScope('amy', readStages)).filter(({ startedOn }) => startedOn).length

const wish = (over: Partial<Wish> = {}): Wish => ({
  ...{ gate: 'G0', seen: null, outcome: 'go', reason: 'all of it is there', dissent: '' },
  ...over,
})
const decide = (over: Partial<Wish> = {}, name: 'amy' | 'lin' = 'lin') =>
  firm.inScope(name, (scope) => decideGate(scope, running(), wish(over)))
const decisions = (gate: GateCode = 'G0') =>
  firm.inScope('amy', (scope) => readDecisions(scope, gate))
const because =
  'The readiness survey is late because of the fair; leaders have agreed to run it next week.'
const override = { expiresOn: '2999-01-01', compensation: 'A survey on paper next week' }

/** Criteria without law, for what is about overrides; readiness itself is not asked here. */
const withoutReadiness = () => prove(firm, 'G0', ['readiness.closed', 'readiness.leadership'])

describe('a gate with its evidence', () => {
  test('what nobody knows does not pass, and nothing moves', async () => {
    expect(await decide()).toEqual({ ok: false, why: 'needsOverride' })
    expect(await decide({ outcome: 'conditional' })).toEqual({ ok: false, why: 'insufficient' })
    expect([await codeOf(), await stagesBegun()]).toEqual(['G0', 1])
    expect(await decisions()).toEqual([])
  })

  test('a redesign is always open to those who decide, and sets corrective work', async () => {
    expect((await decide({ outcome: 'redesign' })).ok).toBe(true)
    const work = await firm.inScope('amy', (scope) => readStageWork(scope, 'S0'))
    const corrective = work.filter(({ origin }) => origin === 'corrective')
    expect(corrective.map(({ code }) => code)).toContain('gate.G0.charter.signed')
    expect(await codeOf()).toBe('G0')
  })

  test('a stop pauses the rollout, and a paused rollout decides nothing', async () => {
    expect((await decide({ outcome: 'stop' })).ok).toBe(true)
    const [latest] = await decisions()
    const again = await decide({ seen: latest?.id ?? null, outcome: 'redesign' })
    expect(again).toEqual({ ok: false, why: 'paused' })
  })

  test('what was decided keeps its evidence, whatever is vouched for afterwards', async () => {
    await prove(firm, 'G0', ['charter.signed'])
    await decide({ outcome: 'redesign' })
    await prove(firm, 'G0')
    const [latest] = await decisions()
    const charter = latest?.inputs.find(({ metric }) => metric === 'charter.signed')
    expect(charter?.reading).toEqual({ state: 'insufficient' })
    expect(latest?.inputs.find(({ metric }) => metric === 'training.leaders')).toMatchObject({
      ...{ attainment: 1, reading: { value: 100, attestation: { signer: '陈爱米' } } },
    })
  })
})

describe('an override', () => {
  beforeEach(withoutReadiness)

  test('by one person needs 50 signs, a day and a measure; then the next stage begins', async () => {
    expect(await decide({ override })).toEqual({ ok: false, why: 'shortReason' })
    const bare = { expiresOn: null, compensation: null }
    expect(await decide({ reason: because, override: bare })).toEqual({
      ...{ ok: false, why: 'needsExpiry' },
    })
    expect((await decide({ reason: because, override })).ok).toBe(true)
    expect([await codeOf(), await stagesBegun()]).toEqual(['G1', 2])
    expect((await decisions())[0]).toMatchObject({ override: true, expiresOn: '2999-01-01' })
  })

  test('shows at every later gate, and blocks them once it has run out', async () => {
    const first = { ...override, expiresOn: '2026-11-25' }
    await decide({ reason: because, override: first })
    const page = await (await firm.as('amy').get('/rollout/gates/G2')).text()
    expect(page).toContain(because)
    expect(page).toContain('href="/rollout/evidence/plan.roll-back#form"')
    await prove(firm, 'G1')
    await nameChampions(firm)
    const later = await decide({ gate: 'G1', reason: because })
    expect(later).toEqual({ ok: false, why: 'needsOverride' })
  })

  test('in a strict company takes two: one proposes by the page, another agrees', async () => {
    await firm.inScope('amy', (scope) => setStrictness(scope, 'strict', 'two eyes are too few'))
    const form = {
      ...{ outcome: 'go', reason: because, override: 'on', seen: '' },
      ...override,
    }
    const place = '/rollout/gates/G0'
    const answer = await firm.as('lin').post(`${place}/decisions`, form)
    expect(answer.status).toBe(303)
    expect(await codeOf()).toBe('G0')
    const [proposal] = await firm.inScope('amy', ({ db, company }) =>
      db.execute<{ id: string }>(
        sql`select id from flags.override_proposals where company_id = ${company.id}`,
      ),
    )
    const agree = `${place}/decisions/${proposal?.id}/agree`
    expect((await firm.as('lin').post(agree, {})).status, 'not by the same person').toBe(404)
    expect((await firm.as('emil').post(agree, {})).status, 'not by a member').toBe(404)
    expect(await codeOf()).toBe('G0')
    expect((await firm.as('amy').post(agree, {})).status).toBe(303)
    expect(await codeOf()).toBe('G1')
    expect((await decisions())[0]).toMatchObject({ decider: '陈爱米', second: '林岚' })
    expect((await firm.as('amy').post(agree, {})).status, 'once').toBe(404)
  })

  test('in a simple company takes a reason alone: gates advise there', async () => {
    await firm.inScope('amy', (scope) => setStrictness(scope, 'simple', 'five of us'))
    const bare = { expiresOn: null, compensation: null }
    expect((await decide({ reason: 'we know each other', override: bare })).ok).toBe(true)
  })

  test('cannot be written without its reason, or by one person for two, by privilege', async () => {
    const row = (over: string) =>
      firm.inScope('amy', ({ db, company }) =>
        db.execute(sql`
          insert into flags.gate_decisions (company_id, id, gate, at, inputs, suggested, outcome,
            override, strictness, reason, actions, decided_by)
          values (${company.id}, ${newId()}, 'G0', now(), '[]', 'redesign', 'go', true, ${over},
            'short', '{}', ${firm.people.amy})`),
      )
    await expect(row('guided')).rejects.toThrow()
    await expect(row('strict')).rejects.toThrow()
  })
})

describe('law and security', () => {
  beforeEach(async () => {
    await withoutReadiness()
    await decide({ reason: because, override })
    await prove(firm, 'G1')
    await nameChampions(firm)
    await decide({ gate: 'G1' })
    await prove(firm, 'G2', ['contract.mandatory'])
  })

  test('are overridden by nobody, however strict or loose the company is', async () => {
    expect(await codeOf()).toBe('G2')
    const gate = { gate: 'G2', reason: because, override: { ...override, second: firm.people.amy } }
    for (const strictness of ['simple', 'guided', 'strict'] as const) {
      await firm.inScope('amy', (scope) => setStrictness(scope, strictness, 'a test'))
      expect(await decide(gate as Partial<Wish>)).toEqual({ ok: false, why: 'unlawful' })
    }
    expect(await codeOf()).toBe('G2')
  })

  test('are refused by the page, which offers no override at all', async () => {
    const page = await (await firm.as('lin').get('/rollout/gates/G2')).text()
    expect(page).toContain('The legal and security requirements are not met')
    expect(page).not.toContain('name="override"')
    const form = { outcome: 'go', reason: because, override: 'on', seen: '', ...override }
    const answer = await firm.as('lin').post('/rollout/gates/G2/decisions', form)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('no override helps')
  })

  test('are no address of the REST API', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await firm.as('amy').send('/api/v1/rollout/gates/G2', { method })
      expect([401, 404, 405], method).toContain(answer.status)
    }
    expect(await codeOf()).toBe('G2')
  })

  test('hold in the database too: neither decision nor stage can be written past them', async () => {
    const law = [{ metric: 'contract.mandatory', kind: 'legal', attainment: null }]
    const write = ({ db, company }: Scope) =>
      db.execute(sql`
        insert into flags.gate_decisions (company_id, id, gate, at, inputs, suggested, outcome,
          override, strictness, reason, actions)
        values (${company.id}, ${newId()}, 'G2', now(), ${JSON.stringify(law)}, 'redesign', 'go',
          false, 'guided', 'x', '{}')`)
    await expect(firm.inScope('amy', write)).rejects.toThrow()
    const begin = ({ db, company }: Scope) =>
      db.execute(sql`update flags.stages set started_on = '2026-11-20'
        where company_id = ${company.id} and code = 'S3'`)
    await expect(firm.inScope('amy', begin)).rejects.toThrow()
    for (const change of [
      sql`update flags.gate_decisions set outcome = 'go'`,
      sql`delete from flags.gate_decisions`,
    ])
      await expect(firm.inScope('amy', ({ db }) => db.execute(change))).rejects.toThrow()
  })

  test('have criteria that no page changes', async () => {
    const [legal] = (await firm.inScope('amy', (scope) => readCriteria(scope, 'G2'))).filter(
      ({ metric }) => metric === 'contract.mandatory',
    )
    const page = `/rollout/gates/G2/criteria/${legal?.id}`
    expect((await firm.as('amy').get(page)).status).toBe(404)
    expect((await firm.as('amy').post(page, { floor: '0', target: '0' })).status).toBe(404)
  })
})

describe('many at once', () => {
  beforeEach(withoutReadiness)

  test('twenty who go on in parallel go on once', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        decide({ reason: because, override }, at % 2 ? 'amy' : 'lin'),
      ),
    )
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
    expect([await codeOf(), await stagesBegun()]).toEqual(['G1', 2])
    expect(await decisions()).toHaveLength(1)
  })

  test('who decides on what another has decided meanwhile is told, and changes nothing', async () => {
    await decide({ outcome: 'redesign' })
    expect(await decide({ outcome: 'redesign' })).toEqual({ ok: false, why: 'changed' })
    expect(await decide({ gate: 'G3' })).toEqual({ ok: false, why: 'notNext' })
  })

  test('a page sent twice decides once', async () => {
    const form = { outcome: 'redesign', reason: 'again', seen: '', _once: newId() }
    await firm.as('lin').post('/rollout/gates/G0/decisions', form)
    await firm.as('lin').post('/rollout/gates/G0/decisions', form)
    expect(await decisions()).toHaveLength(1)
  })
})

describe('criteria', () => {
  const of = async (metric: string) => {
    const all = await firm.inScope('amy', (scope) => readCriteria(scope, 'G0'))
    const found = all.find((one) => one.metric === metric)
    if (!found) throw new Error(`no criterion ${metric}`)
    return found
  }

  test('of the stage under way are locked: a change needs a reason, and is shown', async () => {
    const { id, version } = await of('readiness.leadership')
    const page = `/rollout/gates/G0/criteria/${id}`
    const form = { floor: '50', target: '60', weight: '50', critical: 'on', minN: '' }
    const silent = await firm.as('amy').post(page, { ...form, version: String(version) })
    expect(silent.status).toBe(422)
    const reason = 'the sponsor asked for a lower floor'
    await firm.as('amy').post(page, { ...form, version: String(version), reason })
    expect(await of('readiness.leadership')).toMatchObject({ floor: 50, lateReason: reason })
    expect(await (await firm.as('amy').get('/rollout/gates/G0')).text()).toContain(reason)
  })

  const form = {
    ...{ metric: 'help.load', place: 'company', rank: 'counts', floor: '2', target: '1' },
    ...{ weight: '10', minN: '5' },
  }
  const add = (gate: string, more: Record<string, string> = {}, name: 'amy' | 'lin' = 'amy') =>
    firm.as(name).post(`/rollout/gates/${gate}/criteria`, { ...form, ...more })
  const asked = (gate: 'G0' | 'G3' | 'G5') =>
    firm.inScope('amy', (scope) => readCriteria(scope, gate))

  test('are added and removed until the lock, and not behind it, by page or by privilege', async () => {
    expect((await add('G5')).status).toBe(303)
    const [added] = (await asked('G5')).filter(({ metric }) => metric === 'help.load')
    expect(added).toMatchObject({ floor: 2, target: 1, weight: 10, minN: 5, hard: false })
    expect((await add('G5')).status, 'once').toBe(422)
    const page = `/rollout/gates/G5/criteria/${added?.id}`
    expect((await firm.as('amy').post(`${page}/remove`, {})).status).toBe(303)
    expect((await asked('G5')).some(({ metric }) => metric === 'help.load')).toBe(false)
    await firm.as('amy').post('/rollout/gates/G5/lock', {})
    expect((await add('G5')).status).toBe(409)
    const [locked] = (await asked('G5')).filter(({ metric }) => metric === 'adoption.index')
    const remove = `/rollout/gates/G5/criteria/${locked?.id}/remove`
    expect((await firm.as('amy').post(remove, {})).status).toBe(409)
    const past = ({ db, company }: Scope) =>
      db.execute(sql`delete from flags.criteria where company_id = ${company.id} and gate = 'G5'`)
    await expect(firm.inScope('amy', past)).rejects.toThrow()
  })

  test('are refused where they make no sense, with what was typed kept', async () => {
    const wrong: [Record<string, string>, string][] = [
      [{ metric: 'contract.mandatory' }, 'Choose a figure'],
      [{ metric: 'nonsense' }, 'Choose a figure'],
      [{ place: 'departments' }, 'only read for the whole company'],
      [{ floor: '1', target: '2' }, 'less is better'],
      [{ weight: '0' }, 'value="0"'],
      [{ metric: 'ux.lite', floor: '400', target: '500' }, 'This must be 100 or less'],
      [{ metric: 'training.coverage', floor: '-5', target: '80' }, 'This must be 0 or more'],
      [{ rank: '' }, 'Choose how much'],
    ]
    for (const [more, said] of wrong) {
      const answer = await add('G5', more)
      expect([answer.status, (await answer.text()).includes(said)], said).toEqual([422, true])
    }
    expect((await add('G5', {}, 'lin')).status, 'a sponsor does not set the bar').toBe(404)
    expect((await asked('G5')).some(({ metric }) => metric === 'help.load')).toBe(false)
  })

  test('that must hold have one bound, and what is yes or no has none', async () => {
    await add('G5', { metric: 'plan.roll-back', rank: 'counts', floor: '', target: '', weight: '' })
    await add('G5', { metric: 'cost.over-plan', rank: 'must', floor: '', target: '10', weight: '' })
    const all = await asked('G5')
    expect(all.find(({ metric }) => metric === 'plan.roll-back')).toMatchObject({
      ...{ hard: true, floor: 100, target: 100, weight: 0 },
    })
    expect(all.find(({ metric }) => metric === 'cost.over-plan')).toMatchObject({
      ...{ hard: true, floor: 10, target: 10, weight: 0 },
    })
  })

  test('of the next stage are locked when it begins', async () => {
    await withoutReadiness()
    await decide({ reason: because, override })
    const text = await (await firm.as('amy').get('/rollout/gates/G1')).text()
    expect(text).toContain('Criteria locked since')
    expect(await (await firm.as('amy').get('/rollout/gates/G3')).text()).toContain(
      'The criteria are not locked yet',
    )
  })
})

describe('going on by itself', () => {
  beforeEach(withoutReadiness)
  const at = (scope: Scope, iso: string): Scope => ({ ...scope, now: () => new Date(iso) })
  const plan = (wall: string) =>
    firm.inScope('lin', (scope) => planAdvance(at(scope, '2026-11-24T09:00:00Z'), 'G0', wall))
  const run = (iso: string) =>
    firm.inScope('amy', (scope) => advanceDue({ ...at(scope, iso), actorId: null }, running()))
  const planned = () => firm.inScope('amy', (scope) => readAdvance(scope, 'G0'))
  const told = (kind: string) =>
    firm.inScope('amy', ({ db, company }) =>
      db.execute(sql`select from core.notifications
        where company_id = ${company.id} and kind = ${kind}`),
    )

  test('is never planned for a Friday afternoon, a day off, a night, or without notice', async () => {
    expect(await plan('2026-11-27 14:00:00')).toBe('beforeRest')
    expect(await plan('2026-11-28 10:00:00')).toBe('holiday')
    expect(await plan('2026-11-26 22:00:00')).toBe('night')
    expect(await plan('2026-11-24 16:00:00')).toBe('tooSoon')
    expect(await planned()).toBeUndefined()
  })

  test('is never planned in a year whose holidays lin’s firm has not entered, and the sentence says where to', async () => {
    await firm.inScope('amy', ({ db, company }) =>
      db.execute(sql`update core.companies set time_zone = 'Asia/Shanghai'
        where id = ${company.id}`),
    )
    const at = '2999-01-01T10:00'
    const answer = await firm.as('lin').post('/rollout/gates/G0/plan', { at })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('enter them under Working days first')
    expect(await planned()).toBeUndefined()
    const year = new Date().getFullYear() + 15
    const page = async () => (await firm.as('amy').get(`/admin/calendar?year=${year}`)).text()
    expect(await page()).toContain('are not known to this version')
    await firm.as('amy').post('/admin/calendar', {
      ...{ from: `${year}-01-01`, to: `${year}-01-03`, works: 'no', name: '元旦' },
    })
    expect(await page()).not.toContain('are not known to this version')
    expect(await plan(`${year}-01-01 10:00:00`)).toBe('holiday')
  })

  test('tells those concerned at once, and passes only what the evidence lets pass', async () => {
    expect(await plan('2026-11-26 09:30:00')).toBeUndefined()
    expect(await told('rollout.advance-planned')).toHaveLength(1)
    await run('2026-11-25T10:00:00Z')
    expect((await planned())?.gate, 'not before its time').toBe('G0')
    await run('2026-11-26T09:40:00Z')
    expect([await codeOf(), await planned()]).toEqual(['G0', undefined])
    expect(await told('rollout.advance-failed')).not.toHaveLength(0)
  })

  test('is put off when the day has become a day off meanwhile', async () => {
    await plan('2026-11-26 09:30:00')
    await firm.as('amy').post('/admin/calendar', {
      ...{ from: '2026-11-26', works: 'no', name: 'stock-taking' },
    })
    await run('2026-11-26T09:40:00Z')
    expect(await planned()).toMatchObject({ note: 'holiday' })
    expect((await planned())?.dueAt.toISOString()).toBe('2026-11-27T09:00:00.000Z')
    expect(await codeOf()).toBe('G0')
  })

  test('waits while the rollout is paused', async () => {
    await plan('2026-11-26 09:30:00')
    await firm.inScope('amy', (scope) => pauseProgramme(scope, true, 'stock-taking'))
    await run('2026-11-26T09:40:00Z')
    expect((await planned())?.gate).toBe('G0')
  })
})

test('the matrix rests on the gate before a step, and on an override until it runs out', async () => {
  const ask = (to: 'pilot' | 'on') =>
    firm.inScope('amy', (scope) => decisionFor(scope, running(), { to }))
  expect(await ask('pilot')).toMatchObject({ gate: { gate: 'G2', passed: false } })
  expect(await ask('on')).toMatchObject({ gate: { gate: 'G3', passed: false } })
})

test('nobody but those who decide gets to decide', async () => {
  const form = { outcome: 'redesign', reason: 'mine', seen: '' }
  for (const name of ['emil', 'sun', 'tara'] as const) {
    const answer = await firm.as(name).post('/rollout/gates/G0/decisions', form)
    expect(answer.status, name).toBe(404)
    expect((await firm.as(name).get('/rollout/gates/G0')).status, name).toBe(404)
  }
  expect((await firm.as('amy').get('/rollout/gates/G9')).status).toBe(404)
  expect(await decisions()).toEqual([])
})
