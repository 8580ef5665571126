import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reading } from '../../../flags/evidence/metric.ts'
import { metricOf } from '../../../flags/evidence/metrics.ts'
import { readRisks } from '../../../flags/risks/risks.ts'
import { alarmContracts } from '../../../flags/vendors/alarms.ts'
import { clauses } from '../../../flags/vendors/clauses.ts'
import { alarmClocks } from '../../../flags/vendors/clock-alarms.ts'
import { readContracts, readIncidents } from '../../../flags/vendors/reading.ts'
import { type Office, openOffice } from '../../setup/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())

const contract = {
  ...{ vendor: 'Harbour Cloud', role: 'hosting', personalData: 'yes', startsOn: '2026-01-01' },
  ...{ endsOn: '2027-03-31', noticeDays: '60', renewal: 'auto', incidentHours: '4' },
  ...{ document: 'Contract 12/2026', attestedUntil: '', exitTestedOn: '', ownerId: '' },
}
const contracts = () => office.inScope('amy', (scope) => readContracts(scope))
const page = async (path: string) => (await office.as('amy').get(path)).text()
const reading = (code: string): Promise<Reading> =>
  office.inScope('amy', async (scope) => {
    const metric = metricOf(code)
    if (!metric?.read) throw new Error(`${code} does not read itself`)
    return metric.read(scope, {}, office.app.product)
  })

async function ours(): Promise<string> {
  const [known] = await contracts()
  if (known) return known.id
  await office.as('amy').post('/rollout/contracts', contract)
  return (await contracts())[0]?.id ?? ''
}

test('without a contract nothing is proved; with every mandatory clause agreed the gate may pass', async () => {
  expect(await reading('contract.mandatory')).toEqual({ state: 'insufficient' })
  const id = await ours()
  const amy = office.as('amy')
  expect((await reading('contract.mandatory')).value).toBe(0)
  for (const { item } of clauses.filter(({ binding }) => binding !== 'should'))
    await amy.post(`/rollout/contracts/${id}/clauses/${item}`, { state: 'agreed', clause: '§ 3' })
  expect((await reading('contract.mandatory')).value).toBe(100)
  expect((await reading('contract.completeness')).value).toBeCloseTo((100 * 61) / 71)
  expect(await page('/rollout/contracts')).toContain('all agreed')
  await amy.post(`/rollout/contracts/${id}/clauses/B2`, { state: 'partly', clause: '§ 9' })
  expect((await reading('contract.mandatory')).value, 'partly is not agreed').toBe(0)
})

test('what the law asks for always applies; what does not apply says why; agreed names its clause', async () => {
  const id = await ours()
  const amy = office.as('amy')
  for (const [item, form, said] of [
    ['A1', { state: 'n_a', note: 'no' }, 'always applies'],
    ['F8', { state: 'n_a' }, 'Say why'],
    ['F1', { state: 'agreed' }, 'number of the clause'],
    ['F1', {}, 'Choose what you found'],
  ] as const) {
    const answer = await amy.post(`/rollout/contracts/${id}/clauses/${item}`, form)
    expect(answer.status, item).toBe(422)
    expect(await answer.text()).toContain(said)
  }
  expect((await amy.get(`/rollout/contracts/${id}/clauses/Z1`)).status).toBe(404)
})

test('thirty days before notice is due its keeper is told, once for each end', async () => {
  const id = await ours()
  const told = async (day: string) => {
    await office.inScope('emil', (scope) =>
      alarmContracts({ ...scope, now: () => new Date(`${day}T09:00:00Z`) }),
    )
    const rows = await office.inScope('amy', ({ db }) =>
      db.execute(sql`select from core.notifications where kind = 'rollout.notice-day'`),
    )
    return rows.length
  }
  expect(await told('2026-12-30')).toBe(0)
  expect(await told('2026-12-31')).toBe(1)
  expect(await told('2027-01-15'), 'once').toBe(1)
  expect(await page(`/rollout/contracts/${id}`)).toContain('2027-01-30')
})

test('a review in which the price changed opens a risk by itself, and a second one not another', async () => {
  const id = await ours()
  const review = {
    ...{ contractId: id, heldOn: '2026-11-01', slaMet: 'yes', invoicesFit: 'no' },
    ...{ subprocessorsChanged: 'no', priceChanged: 'yes', locationChanged: 'no' },
  }
  const amy = office.as('amy')
  await amy.post('/rollout/contracts/reviews', review)
  await amy.post('/rollout/contracts/reviews', { ...review, heldOn: '2026-11-02' })
  const risks = await office.inScope('amy', readRisks)
  expect(risks.map(({ title, state }) => [title, state])).toEqual([
    ['Harbour Cloud: the price changed', 'open'],
  ])
  expect(await page(`/rollout/contracts/${id}`)).toContain('invoices differ')
})

test('an incident starts its clocks; a noted notice stops one of them and stays as it is', async () => {
  const amy = office.as('amy')
  expect((await reading('security.incidents')).value).toBe(100)
  const incident = {
    ...{ title: 'A laptop is gone', kind: 'loss', detectedAt: '2026-03-05 08:00', contractId: '' },
    ...{ personalData: 'yes', serious: 'no', european: 'yes', people: '120', closedAt: '' },
  }
  await amy.post('/rollout/contracts/incidents', incident)
  expect((await reading('security.incidents')).value).toBe(0)
  const [kept] = await office.inScope('amy', (scope) => readIncidents(scope))
  expect(kept?.detectedAt.toISOString()).toBe('2026-03-05T08:00:00.000Z')
  const here = `/rollout/contracts/incidents/${kept?.id}/notices`
  expect((await amy.post(here, { clock: 'people', note: ' ' })).status).toBe(422)
  expect((await amy.post(here, { clock: 'network', note: 'x' })).status, 'not its clock').toBe(404)
  expect((await amy.post(here, { clock: 'people', note: 'By letter' })).status).toBe(303)
  const html = await page('/rollout/contracts/incidents')
  expect(html).toMatch(/clock-people[\s\S]*?late/)
  expect(html).toMatch(/clock-european[\s\S]*?overdue/)
  await expect(
    office.inScope('amy', ({ db }) => db.execute(sql`update flags.incident_notices set note = ''`)),
  ).rejects.toThrow()
})

test('amy cannot have noticed an incident tomorrow, nor settled it before she noticed it', async () => {
  const incident = {
    ...{ title: 'A stick was lost', kind: 'loss', detectedAt: '2026-03-05 08:00', contractId: '' },
    ...{ personalData: 'no', serious: 'no', european: 'no', people: '', closedAt: '' },
  }
  for (const [more, said] of [
    [{ detectedAt: '2999-01-01 08:00' }, 'still to come'],
    [{ closedAt: '2999-01-01 08:00' }, 'still to come'],
    [{ vendorAwareAt: '2999-01-01 08:00' }, 'still to come'],
    [{ closedAt: '2026-03-05 07:59' }, 'before it was noticed'],
  ] as const) {
    const answer = await office
      .as('amy')
      .post('/rollout/contracts/incidents', { ...incident, ...more })
    expect([answer.status, (await answer.text()).includes(said)], said).toEqual([422, true])
  }
  const all = await office.inScope('amy', (scope) => readIncidents(scope))
  expect(all.some(({ title }) => title === incident.title)).toBe(false)
  const settled = { ...incident, closedAt: '2026-03-05 08:00' }
  expect((await office.as('amy').post('/rollout/contracts/incidents', settled)).status).toBe(303)
})

test('contracts are there for the privacy contact to check, for the auditor to read, for emil not at all', async () => {
  const id = await ours()
  const as = async (role: string, method: 'get' | 'post', path: string) => {
    await office.inScope('sun', ({ db, user }) =>
      db.execute(sql`update core.user_roles set role = ${role} where user_id = ${user.id}`),
    )
    return (await office.as('sun')[method](path)).status
  }
  const clause = `/rollout/contracts/${id}/clauses/A1`
  expect(await as('privacy', 'get', clause)).toBe(200)
  expect(await as('auditor', 'get', '/rollout/contracts')).toBe(200)
  expect(await as('auditor', 'post', clause)).toBe(404)
  expect((await office.as('emil').get(`/rollout/contracts/${id}`)).status).toBe(404)
  const valley = await office.another()
  expect((await valley.as('amy').get(`/rollout/contracts/${id}`)).status).toBe(404)
  expect((await valley.as('amy').post(clause, { state: 'missing' })).status).toBe(404)
})

test('whoever keeps incidents is told once that a clock runs out and once that it has, and not when it was stopped', async () => {
  const incident = {
    ...{ title: 'Mail to the wrong firm', kind: 'leak', detectedAt: '2026-04-01 08:00' },
    ...{ contractId: '', personalData: 'no', serious: 'yes', european: 'no', closedAt: '' },
  }
  await office.as('amy').post('/rollout/contracts/incidents', incident)
  const [kept] = await office.inScope('amy', ({ db }) =>
    db.execute<{ at: string }>(sql`
      select detected_at as at from flags.incidents where title = ${incident.title}`),
  )
  const start = new Date(kept?.at ?? 0).getTime()
  const told = async (hours: number) => {
    const now = () => new Date(start + hours * 3_600_000)
    const rows = await office.inScope('emil', async (scope) => {
      await alarmClocks({ ...scope, now }, office.app.product.registry)
      return scope.db.execute<{ kind: string }>(sql`
        select kind from core.notifications where kind like 'rollout.clock-%'
          and user_id = ${office.people.amy} and data ->> 'title' = ${incident.title} order by id`)
    })
    return rows.map(({ kind }) => kind)
  }
  expect(await told(2)).toEqual([])
  expect(await told(3.2)).toEqual(['rollout.clock-soon'])
  expect(await told(3.5), 'once').toEqual(['rollout.clock-soon'])
  expect(await told(5)).toEqual(['rollout.clock-soon', 'rollout.clock-over'])
  expect(await told(50), 'once').toHaveLength(2)
  expect(await (await office.as('amy').get('/notifications')).text()).toContain(
    'Mail to the wrong firm',
  )
})
