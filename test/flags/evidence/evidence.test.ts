import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shiftDay } from '../../../core/calendar/calendar.ts'
import { today, weekOf } from '../../../core/calendar/reading.ts'
import { newId } from '../../../core/db/id.ts'
import { adoptionJob } from '../../../flags/adoption/job.ts'
import { readVouched } from '../../../flags/evidence/attest-form.ts'
import { snapshotJob } from '../../../flags/evidence/jobs.ts'
import type { Metric, Reading } from '../../../flags/evidence/metric.ts'
import { metricNamed, metricOf, metrics } from '../../../flags/evidence/metrics.ts'
import { openEvidence, readWorst } from '../../../flags/evidence/reading.ts'
import { readHistory, takeSnapshot } from '../../../flags/evidence/snapshots.ts'
import { type Office, openOffice } from '../../setup/office.ts'

let office: Office
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evidence-'))
  office = await openOffice({ env: { DATA_DIR: folder } })
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true })
})

const place = '/rollout/evidence'
const now = (code: string, department?: string) =>
  office.inScope('amy', async (scope) => {
    const read = await openEvidence(scope, office.app.product)
    const metric = metricOf(code) as Metric
    return read(metric, department ? { department } : {})
  })
const attest = (code: string, form: Record<string, string>) =>
  office.as('amy').post(`${place}/${code}`, {
    ...{ heldOn: '2026-03-05', document: 'Minutes of 5 March' },
    ...form,
  })

describe('the figures', () => {
  test('each has one name, and what reads itself is not vouched for', () => {
    const codes = metrics.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.length).toBeGreaterThan(20)
    expect(metricOf('data.quality')?.read).toBeDefined()
    expect(metricOf('__proto__')).toBeUndefined()
  })

  test('of which nobody knows anything say so, and show no 0 %', async () => {
    expect(await now('data.quality')).toMatchObject({ state: 'insufficient' })
    expect(await now('plan.roll-back')).toEqual({ state: 'insufficient' })
    const text = await (await office.as('amy').get(place)).text()
    expect(text).toContain('Too little evidence')
    expect(text).toContain('nobody has vouched for it yet')
  })

  test('of a department hides no small one: the worst of them counts', async () => {
    const values: Record<string, Reading> = {
      a: { state: 'ok', value: 95 },
      b: { state: 'ok', value: 71 },
      c: { state: 'suppressed' },
      d: { state: 'insufficient' },
      company: { state: 'ok', value: 83 },
    }
    const read = async (_: Metric, where: { department?: string } = {}) =>
      values[where.department ?? 'company'] as Reading
    const up = metricOf('training.coverage') as Metric
    const down: Metric = { ...up, direction: 'down' }
    expect(await readWorst(read, up, ['a', 'b', 'c'])).toEqual({ state: 'ok', value: 71 })
    expect(await readWorst(read, down, ['a', 'b'])).toEqual({ state: 'ok', value: 95 })
    expect(await readWorst(read, up, ['a', 'd'])).toEqual({ state: 'insufficient' })
    expect(await readWorst(read, up, ['c'])).toEqual({ state: 'ok', value: 83 })
    expect(await readWorst(read, up, [])).toEqual({ state: 'insufficient' })
  })
})

describe('vouching', () => {
  test('says who, when and by which document; and can be taken back with a reason', async () => {
    const answer = await attest('plan.roll-back', { value: 'yes' })
    expect(answer.status).toBe(303)
    const evidence = await now('plan.roll-back')
    expect(evidence).toMatchObject({ state: 'ok', value: 100 })
    expect(evidence.attestation).toMatchObject({
      ...{ signer: '陈爱米', heldOn: '2026-03-05', document: 'Minutes of 5 March' },
    })
    const form = { attestation: evidence.attestation?.id ?? '', reason: '' }
    await office.as('amy').post(`${place}/plan.roll-back/withdraw`, form)
    expect((await now('plan.roll-back')).state).toBe('ok')
    const given = { ...form, reason: 'the wrong paper' }
    await office.as('amy').post(`${place}/plan.roll-back/withdraw`, given)
    expect(await now('plan.roll-back')).toEqual({ state: 'insufficient' })
    const text = await (await office.as('amy').get(`${place}/plan.roll-back`)).text()
    expect(text).toContain('the wrong paper')
  })

  test('runs out on its day', async () => {
    await attest('security.access', { value: 'yes', validUntil: '2026-06-01' })
    expect(await now('security.access')).toEqual({ state: 'insufficient' })
  })

  test('for a restored backup counts ninety days, and nobody makes them more', async () => {
    const day = today(await office.inScope('amy', async (scope) => scope))
    const long = { value: 'yes', heldOn: day, validUntil: shiftDay(day, 91) }
    const refused = await attest('security.restore', long)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('at most 90 days')
    await attest('security.restore', { value: 'yes', heldOn: day })
    const { attestation } = await now('security.restore')
    expect(attestation?.validUntil).toBe(shiftDay(day, 90))
    const old = await attest('security.restore', { value: 'yes', heldOn: shiftDay(day, -91) })
    expect(old.status).toBe(422)
    expect((await now('security.restore')).attestation?.heldOn).toBe(day)
    await attest('privacy.assessment', { value: 'yes', heldOn: shiftDay(day, -91) })
    expect((await now('privacy.assessment')).attestation?.validUntil).toBeNull()
  })

  test('is asked for apart from what the product measures, and only where it counts', async () => {
    const read = async (path: string) => (await office.as('amy').get(path)).text()
    const [vouched = '', measured = ''] = (await read(place)).split('data-testid="figures"')
    for (const code of ['plan.old-tools', 'outcome.customer'])
      expect([vouched.includes(code), measured.includes(code)]).toEqual([true, false])
    expect([vouched.includes('data.quality'), measured.includes('data.quality')]).toEqual([
      false,
      true,
    ])
    expect(await read(`${place}/plan.old-tools`)).toContain('data-testid="attest-form"')
    expect(await read(`${place}/data.quality`)).not.toContain('data-testid="attest-form"')
  })

  test('of a department does not stand for the company, nor the company for a department', async () => {
    const { sales } = office.departments
    await attest('training.coverage', { value: '90', n: '4', department: sales })
    expect(await now('training.coverage', sales)).toMatchObject({ value: 90, n: 4 })
    expect(await now('training.coverage')).toEqual({ state: 'insufficient' })
  })

  test.each([
    ['a day that has not come', { value: 'yes', heldOn: '2999-01-01' }, 'lies in the future'],
    ['no document', { value: 'yes', document: ' ' }, 'Document'],
    ['neither a document nor its file', { value: 'yes', document: '' }, 'Document'],
    ['neither yes nor no', { value: 'perhaps' }, 'whether it holds'],
  ])('%s is refused beside its field', async (_, form, sentence) => {
    const answer = await attest('plan.roll-back', form)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
    expect(await now('plan.roll-back')).toEqual({ state: 'insufficient' })
  })

  test('an index above 100 and a department of another firm are refused', async () => {
    const { errors } = await office.inScope('amy', (scope) =>
      readVouched(scope, metricNamed('adkar.desire'), { value: '101' }),
    )
    expect(errors.value).toContain('100')
    const other = await office.another()
    const stranger = await attest('training.coverage', {
      ...{ value: '50', department: other.departments.sales },
    })
    expect(stranger.status).toBe(422)
  })

  test('is refused for what the product measures, and for what nobody declares', async () => {
    for (const code of ['data.quality', 'made.up', '__proto__'])
      expect((await attest(code, { value: '99' })).status, code).toBe(404)
  })

  test('is not for members, leads or trainers', async () => {
    for (const name of ['lin', 'emil', 'tara'] as const) {
      const answer = await office.as(name).post(`${place}/plan.roll-back`, { value: 'yes' })
      expect(answer.status, name).toBe(404)
      expect((await office.as(name).get(place)).status, name).toBe(404)
    }
  })

  describe('with its document', () => {
    const content = 'We went back to the old tables on 4 March, and lost nothing.'
    const send = (name: string, text: string, fields: Record<string, string> = {}) => {
      const form = new FormData()
      for (const [field, value] of Object.entries({
        ...{ heldOn: '2026-03-05', value: 'yes', document: '', ...fields },
      }))
        form.set(field, value)
      form.set('file', new File([text], name))
      return office.as('amy').post(`${place}/plan.roll-back`, form)
    }
    const signedFile = async () => (await now('plan.roll-back')).attestation?.file

    test('keeps the very file, with its hash, for everybody who sees the gates and for nobody else', async () => {
      expect((await send('演练纪要.txt', content)).status).toBe(303)
      const file = await signedFile()
      expect((await now('plan.roll-back')).attestation?.document).toBe('演练纪要.txt')
      const page = await (await office.as('amy').get(`${place}/plan.roll-back`)).text()
      expect(page).toContain(`href="/files/${file?.id}"`)
      const got = await office.as('amy').get(`/files/${file?.id}`)
      expect(await got.text()).toBe(content)
      for (const name of ['lin', 'emil', 'tara'] as const)
        expect((await office.as(name).get(`/files/${file?.id}`)).status, name).toBe(404)
      const stranger = (await office.another()).as('amy')
      expect((await stranger.get(`/files/${file?.id}`)).status).toBe(404)
      const [kept] = await office.inScope('amy', ({ db }) =>
        db.execute<{ sha256: string }>(sql`select sha256 from core.attachments`),
      )
      expect(kept?.sha256).toBe(createHash('sha256').update(content).digest('hex'))
    })

    test('lets nobody put another in its place, add to it or take it away', async () => {
      const { id, file } = (await now('plan.roll-back')).attestation ?? {}
      const form = new FormData()
      form.set('object', 'flags.attestation')
      form.set('record', id ?? '')
      form.set('file', new File(['better'], 'better.txt'))
      expect((await office.as('amy').post('/files', form)).status).toBe(404)
      expect((await office.as('amy').post(`/files/${file?.id}/remove`)).status).toBe(404)
      expect((await office.as('amy').get(`/files/${file?.id}`)).status).toBe(200)
    })

    test('is led to from wherever it is pointed at, as far as one sees the gates', async () => {
      const { id } = (await now('plan.roll-back')).attestation ?? {}
      const there = await office.as('amy').get(`${place}/signed/${id}`)
      expect(there.headers.get('location')).toBe(`${place}/plan.roll-back`)
      expect((await office.as('emil').get(`${place}/signed/${id}`)).status).toBe(404)
    })

    test('is not signed at all when the file is not taken: empty, or a program', async () => {
      const before = await signedFile()
      for (const [name, text, sentence] of [
        ['leer.txt', '', 'This file is empty'],
        ['minutes.exe', content, 'cannot be attached'],
      ] as const) {
        const refused = await send(name, text, { statement: 'as typed' })
        expect([name, refused.status]).toEqual([name, 422])
        const html = await refused.text()
        expect(html).toContain('as typed')
        expect(html).toContain(sentence)
        expect(html).not.toContain(' · as typed')
        expect(await signedFile()).toEqual(before)
      }
    })
  })

  test('what was signed cannot be changed or removed, by privilege', async () => {
    for (const change of [
      sql`update flags.attestations set value = 100`,
      sql`delete from flags.attestations`,
      sql`update flags.metric_snapshots set value = 100`,
      sql`delete from flags.metric_snapshots`,
    ])
      await expect(office.inScope('amy', ({ db }) => db.execute(change))).rejects.toThrow()
  })
})

describe('a week', () => {
  const at = (day: string) => ({ now: () => new Date(`${day}T09:00:00Z`) })
  const take = (day: string) =>
    office.inScope('amy', (scope) => takeSnapshot({ ...scope, ...at(day) }, office.app.product))
  const weeks = (code: string) => office.inScope('amy', (scope) => readHistory(scope, code))

  test('is written down once, with the version of the formula, and a later reading changes nothing', async () => {
    await attest('plan.roll-back', { value: 'yes' })
    await take('2026-11-25')
    await attest('plan.roll-back', { value: 'no', document: 'newer' })
    await take('2026-11-27')
    expect(await weeks('plan.roll-back')).toEqual([
      {
        ...{ week: '2026-11-23', departmentId: null, state: 'ok', value: 100, n: null },
        formulaVersion: 1,
      },
    ])
    await take('2026-11-30')
    expect((await weeks('plan.roll-back')).map(({ value }) => value)).toEqual([0, 100])
  })

  test('keeps what is unknown as unknown', async () => {
    expect((await weeks('ux.lite'))[0]).toMatchObject({ state: 'insufficient', value: null })
  })

  test('begins on Monday where the company is', () => {
    const company = {
      id: newId(),
      name: '',
      locale: 'en',
      timeZone: 'Asia/Shanghai',
      currency: 'CNY',
    }
    const scope = { company: { ...company, locale: 'en' as const } }
    const week = (iso: string) => weekOf({ ...scope, now: () => new Date(iso) })
    expect(week('2026-11-29T15:59:00Z')).toBe('2026-11-23')
    expect(week('2026-11-29T16:01:00Z')).toBe('2026-11-30')
  })
})

test('a week is written down behind the weekly measuring of adoption, not with the figures before it', () => {
  const minutes = (cron: string) => {
    const [minute = 0, hour = 0] = cron.split(' ').map(Number)
    return 60 * hour + minute
  }
  expect(minutes(snapshotJob.cron ?? '')).toBeGreaterThan(minutes(adoptionJob.cron ?? ''))
})
