import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { measure } from '../../../core/quality/measuring.ts'
import { readQuality } from '../../../core/quality/reading.ts'
import { alphabet, checkDigit } from '../../../core/values/credit-code.ts'
import { creditCodeHolds } from '../../../core/values/credit-code-sql.ts'
import { startFinding } from '../../../modules/contacts/duplicates/find-job.ts'
import { latestRun } from '../../../modules/contacts/duplicates/runs.ts'
import { quality } from '../../../modules/contacts/quality.ts'
import { giveField } from '../../core/own-fields/giving.ts'
import type { Office } from '../../setup/office.ts'
import { until } from '../../setup/product.ts'
import { openContactsOffice } from './contacts-office.ts'
import { makeAccount, makePerson } from './make.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
})
afterAll(() => office?.close())
beforeEach(() =>
  office.inScope('amy', async ({ db }) => {
    await db.execute(sql`delete from contacts.duplicate_pairs`)
    await db.execute(sql`delete from contacts.duplicate_runs`)
    await db.execute(sql`delete from contacts.person_accounts`)
    await db.execute(sql`delete from contacts.people`)
    await db.execute(sql`delete from contacts.accounts`)
    await db.execute(sql`delete from core.quality_snapshots`)
  }),
)

const registry = () => office.app.product.registry
const phone = (text: string, e164: string | null) => ({ text, e164, digits: text })

/** What was measured last, by object. */
const lastMeasured = () =>
  office.inScope('amy', async (scope) => {
    const all = await readQuality(scope, registry(), async () => true)
    return Object.fromEntries(all.map((one) => [one.quality.object, one]))
  })

/** Measures everything, and reads what came of it by object. */
const measured = async () => {
  await office.inScope('amy', async (scope) => {
    for (const one of quality) await measure(scope, one)
  })
  return lastMeasured()
}

const page = async (who: 'amy' | 'lin' | 'sun', path = '') =>
  (await office.as(who).get(`/rollout/data-quality${path}`)).text()

test('with no record at all nothing is known, and nothing is NaN', async () => {
  const { 'contacts.account': accounts } = await measured()
  expect(accounts).toMatchObject({ records: 0, index: { value: null, parts: 0 } })
  const html = await page('amy')
  expect(html).toContain('not known yet')
  expect(html).not.toContain('NaN')
})

test('gaps, invalid values, leavers and age each lower their own part', async () => {
  await office.inScope('emil', async (scope) => {
    await makeAccount(scope, registry(), {
      name: '星河',
      creditCode: '91110000802100433B',
      industry: '机械',
      region: '上海',
      level: 'A',
      phone: phone('021 6100 8888', '+862161008888'),
      email: 'info@x.example',
      address: '一号',
    })
    const gap = await makeAccount(scope, registry(), { name: '大江', phone: phone('问前台', null) })
    await scope.db.execute(sql`
      update contacts.accounts set owner_id = null, updated_at = now() - interval '200 days'
      where id = ${gap}`)
  })
  const { 'contacts.account': one } = await measured()
  expect(one?.shares).toMatchObject({
    completeness: { good: 12 + 3, of: 24 },
    'completeness.creditCode': { good: 1, of: 2 },
    validity: { good: 3, of: 4 },
    'validity.phone': { good: 1, of: 2 },
    timeliness: { good: 1, of: 2 },
    'consistency.owner': { good: 1, of: 1 },
  })
  expect(one?.parts).toMatchObject({ uniqueness: null, accuracy: null })
  expect(one?.index.parts).toBe(4)
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update core.users set disabled_at = now() where id = ${office.people.emil}`),
  )
  const { 'contacts.account': later } = await measured()
  expect(later?.shares['consistency.owner']).toEqual({ good: 0, of: 1 })
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update core.users set disabled_at = null where id = ${office.people.emil}`),
  )
})

test('uniqueness is known as soon as somebody has looked: a pair counts as likely as it is', async () => {
  await office.inScope('emil', async (scope) => {
    for (const name of ['星河有限公司', '星河集团', '大江', '黄河'])
      await makeAccount(scope, registry(), { name })
  })
  const before = await measured()
  expect(before['contacts.account']?.parts.uniqueness).toBeNull()
  await office.inScope('amy', startFinding)
  const isNew = (at: Date | null | undefined) =>
    Number(at) > Number(before['contacts.person']?.takenAt)
  // People are measured last.
  await until(async () => isNew((await lastMeasured())['contacts.person']?.takenAt))
  expect(
    await office.inScope('amy', async (scope) => (await latestRun(scope, 'find'))?.state),
  ).toBe('done')
  const { 'contacts.account': accounts } = await lastMeasured()
  expect(accounts?.parts.uniqueness).toBeCloseTo(1 - 0.8 / 4, 5)
})

test('each number opens its records, the worst come first, and nobody sees more than they may', async () => {
  await office.inScope('lin', async (scope) => {
    await makeAccount(scope, registry(), { name: '缺很多' })
    await makeAccount(scope, registry(), {
      name: '缺一点',
      creditCode: '91110000802100433B',
      industry: 'x',
      region: 'x',
      level: 'x',
      email: 'a@x.example',
      address: 'x',
    })
  })
  await office.inScope('sun', (scope) => makeAccount(scope, registry(), { name: '别人的' }))
  await measured()
  const worst = await page('lin', '/records?object=contacts.account')
  expect(worst.indexOf('缺很多')).toBeGreaterThan(0)
  expect(worst.indexOf('缺一点')).toBeGreaterThan(worst.indexOf('缺很多'))
  expect(worst).toContain('Phone is missing')
  expect(worst).toMatch(/accounts\/[0-9a-f-]{36}\/edit/)
  expect(worst).not.toContain('别人的')
  const behind = await page('lin', '/records?object=contacts.account&rule=completeness.creditCode')
  expect(behind).toContain('缺很多')
  expect(behind).not.toContain('缺一点')
  for (const wrong of ['?object=core.user', '?object=contacts.account&rule=x'])
    expect((await office.as('lin').get(`/rollout/data-quality/records${wrong}`)).status).toBe(404)
  expect((await office.as('sun').get('/rollout/data-quality')).status, 'a member').toBe(404)
})

test('a contact without an account, or with an archived one, is told so', async () => {
  await office.inScope('emil', async (scope) => {
    const gone = await makeAccount(scope, registry(), { name: '旧客户' })
    await makePerson(
      scope,
      registry(),
      { name: '张三', mobile: phone('138 1234 5678', '+8613812345678') },
      gone,
    )
    await makePerson(scope, registry(), { name: '李四', mobile: phone('1381234567', null) })
    await scope.db.execute(sql`update contacts.accounts set archived_at = now() where id = ${gone}`)
  })
  const { 'contacts.person': people } = await measured()
  expect(people?.shares).toMatchObject({
    'completeness.account': { good: 1, of: 2 },
    'consistency.employer': { good: 0, of: 1 },
    'validity.mobile': { good: 1, of: 2 },
  })
})

test('measuring is a job of its own, asked for by a button', async () => {
  await office.inScope('emil', (scope) => makeAccount(scope, registry(), { name: '星河' }))
  expect((await office.as('amy').post('/rollout/data-quality/measure')).status).toBe(303)
  await until(async () => (await page('amy')).includes('quality-contacts.account'))
  expect(await page('amy')).toContain('Too few records to say much.')
})

test('a field the company added and requires counts as complete or not; one it does not require says nothing', async () => {
  const needed = await giveField(office, 'text', 'Contract no.', { required: 'on' })
  await giveField(office, 'text', 'Remark')
  await office.inScope('lin', (scope) => makeAccount(scope, registry(), { name: '没有编号' }))
  const { 'contacts.account': one } = await measured()
  const key = `completeness.${needed.field}`
  expect(one?.shares[key]).toEqual({ good: 0, of: 1 })
  expect(Object.keys(one?.shares ?? {}).filter((share) => share.includes('.own_'))).toEqual([key])
  expect(await page('lin', `/records?object=contacts.account&rule=${key}`)).toContain('没有编号')
})

test('the database and the parser agree on every credit code', async () => {
  const signs = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 })
  const codes = fc.sample(signs, 60).flatMap((all) => {
    const body = all.join('')
    return [body + checkDigit(body), body + fc.sample(fc.constantFrom(...alphabet), 1)[0]]
  })
  await office.inScope('amy', async ({ db }) => {
    const rows = await db.execute<{ code: string; holds: boolean }>(sql`
      select code, ${creditCodeHolds(sql`code`)} as holds from unnest(${sql.param(codes)}::text[]) code`)
    for (const { code, holds } of rows) expect(holds, code).toBe(checkDigit(code) === code.at(-1))
  })
})
