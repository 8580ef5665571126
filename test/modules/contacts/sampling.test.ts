import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { measure } from '../../../core/quality/measuring.ts'
import { readQuality } from '../../../core/quality/reading.ts'
import { quality } from '../../../modules/contacts/quality.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { hiddenOf } from '../../setup/page.ts'
import { openContactsOffice } from './contacts-office.ts'
import { makeAccount, makePerson } from './make.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
})
afterAll(() => office?.close())
beforeEach(() =>
  office.inScope('amy', async ({ db }) => {
    for (const table of [sql`core.quality_samples`, sql`contacts.people`, sql`contacts.accounts`])
      await db.execute(sql`delete from ${table}`)
  }),
)

const place = '/rollout/data-quality/sample'
const object = 'contacts.person'

const people = (count: number, who: PersonName = 'lin') =>
  office.inScope(who, async (scope) => {
    for (let n = 1; n <= count; n++)
      await makePerson(scope, office.app.product.registry, {
        name: `${who} ${n}`,
        title: 'Buyer',
        email: `${who}${n}@x.example`,
      })
  })

const draw = (count: number, who: PersonName = 'lin') =>
  office.as(who).post(place, { object, count: String(count) })

const samples = (where = sql`true`) =>
  office.inScope('amy', async ({ db }) => [
    ...(await db.execute<{ id: string; record: string; verdicts: object }>(sql`
      select id, record_id as record, verdicts from core.quality_samples where ${where} order by id`)),
  ])

const accuracy = () =>
  office.inScope('amy', async (scope) => {
    for (const one of quality) await measure(scope, one)
    const all = await readQuality(scope, office.app.product.registry, async () => true)
    return all.find((one) => one.quality.object === object)
  })

/** Checks drawn records by the database, so many of them right in the one field that was asked. */
const check = (right: number, of: number, days = 1) =>
  office.inScope('amy', ({ db, company }) =>
    db.execute(sql`
      insert into core.quality_samples (company_id, id, object, record_id, drawn_at, checked_at, verdicts)
      select ${company.id}, gen_random_uuid(), ${object}, gen_random_uuid(), now(),
        now() - make_interval(days => ${days}),
        json_build_object('name', case when n <= ${right} then 'right' else 'wrong' end)
      from generate_series(1, ${of}::int) n`),
  )

test('lin draws some of the records she sees by lot, none twice, none archived', async () => {
  await people(6)
  await people(3, 'sun')
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update contacts.people set archived_at = now() where name = 'lin 6'`),
  )
  expect((await draw(4)).status).toBe(303)
  expect(await samples()).toHaveLength(4)
  await draw(100)
  const all = await samples()
  expect(new Set(all.map(({ record }) => record)).size).toBe(5)
  const html = await (await office.as('lin').get(`${place}?object=${object}`)).text()
  expect(html.split('data-testid="row"').length - 1).toBe(5)
  expect(html).not.toContain('sun 1')
  expect(html).not.toContain('lin 6')
  await draw(5)
  expect(await samples(), 'everything was drawn already').toHaveLength(5)
})

test('a draw that is sent twice is one', async () => {
  await people(6)
  const html = await (await office.as('lin').get(`${place}?object=${object}`)).text()
  const _once = hiddenOf(html, '_once')
  for (const _ of [1, 2])
    expect((await office.as('lin').post(place, { object, count: '2', _once })).status).toBe(303)
  expect(await samples()).toHaveLength(2)
})

test('a record is marked field by field; half of it right counts half; a second check replaces the first', async () => {
  await people(1)
  await draw(1)
  const [sample] = await samples()
  const form = await (await office.as('lin').get(`${place}/${sample?.id}`)).text()
  for (const words of ['Name: lin 1', 'Job title: Buyer', 'E-mail: lin1@x.example', 'Owner: 林岚'])
    expect(form).toContain(words)
  expect(form, 'what is empty cannot be checked').not.toContain('Mobile:')
  expect((await office.as('lin').post(`${place}/${sample?.id}`, {})).status).toBe(422)
  const said = {
    field_name: 'right',
    field_email: 'wrong',
    field_mobile: 'right',
    field_x: 'right',
  }
  expect((await office.as('lin').post(`${place}/${sample?.id}`, said)).status).toBe(303)
  expect((await samples())[0]?.verdicts).toEqual({ name: 'right', email: 'wrong' })
  expect((await accuracy())?.shares.accuracy).toEqual({ good: 0.5, of: 1 })
  await office.as('lin').post(`${place}/${sample?.id}`, { field_name: 'right' })
  expect((await accuracy())?.shares.accuracy).toEqual({ good: 1, of: 1 })
})

test('46 of 50 right are .81; of fewer than thirty, or of older checks, nothing is said', async () => {
  await people(1)
  await check(29, 29)
  expect((await accuracy())?.parts.accuracy).toBeNull()
  const page = async () => (await office.as('amy').get('/rollout/data-quality')).text()
  expect(await page()).toContain('29 of at least 30 checked')
  await check(30, 30, 91)
  expect((await accuracy())?.parts.accuracy, 'what was checked long ago').toBeNull()
  await check(17, 21)
  const measured = await accuracy()
  expect(measured?.shares.accuracy).toEqual({ good: 46, of: 50 })
  expect(measured?.parts.accuracy).toBeCloseTo(0.81, 2)
  expect(await page()).not.toContain('at least 30 checked')
})

test('nobody checks what they may not see, or without the right, or in the next firm', async () => {
  await people(1)
  await office.inScope('amy', (scope) =>
    makeAccount(scope, office.app.product.registry, { name: 'Hidden', phone: null }),
  )
  await draw(1, 'amy')
  const [sample] = await samples()
  const path = `${place}/${sample?.id}`
  const next = await office.another()
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`
      update contacts.people set owner_id = ${office.people.sun}, department_id = ${office.departments.service}`),
  )
  for (const visitor of [office.as('lin'), office.as('emil'), next.as('amy')]) {
    expect((await visitor.get(path)).status).toBe(404)
    expect((await visitor.post(path, { field_name: 'wrong' })).status).toBe(404)
  }
  expect((await office.as('emil').post(place, { object, count: '1' })).status).toBe(404)
  expect((await office.as('amy').post(place, { object: 'core.user', count: '1' })).status).toBe(404)
  expect((await samples())[0]?.verdicts).toEqual({})
  expect((await office.as('amy').get(path)).status).toBe(200)
})

test('what is measured twice at one moment is measured twice, one after the other', async () => {
  await office.inScope('lin', (scope) =>
    makePerson(scope, office.app.product.registry, { name: 'without anything' }),
  )
  await expect(Promise.all([accuracy(), accuracy(), accuracy()])).resolves.toHaveLength(3)
  const worst = await office.inScope('amy', ({ db }) =>
    db.execute(sql`select record_id from core.quality_worst where object = ${object}`),
  )
  expect(worst).toHaveLength(1)
})
