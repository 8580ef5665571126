import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOperator } from '../../../core/access/operator.ts'
import { mostDates, type Recurs } from '../../../modules/contacts/dates/kinds.ts'
import { dayIn, nextReminder, nextTime } from '../../../modules/contacts/dates/occurrence.ts'
import { remindOfDates } from '../../../modules/contacts/dates/reminding.ts'
import { mergeRecords } from '../../../modules/contacts/merging/merging.ts'
import { undoMerge } from '../../../modules/contacts/merging/undoing.ts'
import { readPerson } from '../../../modules/contacts/people/person-record.ts'
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

const registry = () => office.app.product.registry
const people = (id: string) => `/contacts/people/${id}`
const read = async (path: string, who: PersonName = 'emil') =>
  (await office.as(who).get(path)).text()

const person = (name: string, who: PersonName = 'emil') =>
  office.inScope(who, (scope) => makePerson(scope, registry(), { name }))

type Form = Record<string, string>
const note = (path: string, form: Form, who: PersonName = 'emil') =>
  office.as(who).post(`${path}/dates`, { kind: 'birthday', recurs: 'yearly', remind: '3', ...form })

/** Lets the product remind as it would at a moment of UTC; the company's day is eight hours ahead. */
const remindAt = (moment: string) =>
  asOperator(office.app.product, office.company, 'test', (scope) =>
    remindOfDates({
      ...scope,
      company: { ...scope.company, timeZone: 'Asia/Shanghai' },
      now: () => new Date(moment),
    }),
  )

const told = async (who: PersonName) =>
  [...(await read('/notifications', who)).matchAll(/([A-Z][\w ]+ on \d+ \w+ \d{4}):/g)].map(
    ([, said]) => said,
  )

/** Where a record's only date is changed. */
const dateOf = async (path: string) =>
  /href="(\/contacts\/dates\/[^"]+)\/edit"/.exec(await read(path))?.[1] ?? ''

const setBack = (id: string, day: string) =>
  office.inScope('amy', ({ db }) =>
    db.execute(sql`update contacts.dates set remind_on = ${day} where record_id = ${id}`),
  )

test('a birthday stands on the page and in the timeline, and is changed and taken away again', async () => {
  const id = await person('王芳')
  const path = people(id)
  expect((await note(path, { at: '5 March' })).status).toBe(303)
  const shown = await read(path)
  expect(shown).toMatch(/Birthday<.*5 March · in \d+ days · reminder 3 days before/s)
  expect(shown).toContain('noted a date: Birthday · 5 March')
  const date = await dateOf(path)
  const form = await read(`${date}/edit`)
  expect(form).toContain('value="5 March"')
  const version = hiddenOf(form, 'version')
  const changed = { kind: 'birthday', at: '1990-03-05', recurs: 'yearly', remind: '' }
  expect((await office.as('emil').post(date, { ...changed, version })).status).toBe(303)
  expect(await read(path)).toContain('changed a date: Birthday · 5 Mar 1990')
  const late = await office.as('emil').post(date, { ...changed, at: '6 March', version })
  expect(late.status, 'somebody saved it meanwhile').toBe(409)
  expect((await office.as('emil').post(`${date}/remove`)).status).toBe(303)
  expect(await read(path)).toContain('No birthday or anniversary is noted.')
  expect((await office.as('emil').get(`${date}/edit`)).status).toBe(404)
  const trail = await office.inScope('amy', ({ db }) =>
    db.execute<{ action: string; after: object }>(sql`
      select action, after from core.audit where object = 'contacts.date'
        and after ->> 'record' = ${id} order by id`),
  )
  expect(trail.map(({ action }) => action)).toEqual(['created', 'changed', 'removed'])
  expect(trail[0]?.after).toMatchObject({ kind: 'birthday', day: '--03-05', remindBefore: 3 })
})

test('what makes no date is refused beside its field, and what was typed stays', async () => {
  const path = people(await person('李雷'))
  const wrong: [Form, string][] = [
    [{ at: '30 February' }, 'at-error'],
    [{ at: '5/3' }, 'at-error'],
    [{ at: '5 March', recurs: 'once' }, 'A day that comes once needs its year.'],
    [{ at: '5 March', kind: 'other' }, 'name-error'],
    [{ at: '5 March', remind: '400' }, 'Choose one of the reminders offered.'],
  ]
  for (const [form, sentence] of wrong) {
    const answer = await note(path, form)
    expect(answer.status, sentence).toBe(422)
    const html = await answer.text()
    expect(html).toContain(sentence)
    expect(html).toContain(`value="${form.at}"`)
  }
  expect(await read(path)).toContain('No birthday or anniversary is noted.')
})

test('the owner is told so many days before, once a year, and nobody else', async () => {
  const id = await person('赵敏')
  await note(people(id), { at: '2 June', remind: '7' })
  await setBack(id, '2027-05-26')
  await remindAt('2027-05-25T23:30:00Z')
  expect(await told('emil'), 'in the night').toEqual([])
  await remindAt('2027-05-26T00:12:00Z')
  await remindAt('2027-05-26T01:12:00Z')
  expect(await told('emil')).toEqual(['Birthday on 2 Jun 2027'])
  expect(await read('/notifications')).toContain('赵敏')
  expect(await told('lin')).toEqual([])
  await remindAt('2028-05-26T00:12:00Z')
  expect(await told('emil')).toEqual(['Birthday on 2 Jun 2028', 'Birthday on 2 Jun 2027'])
})

test('of what is long over nobody is told, nor of an archived record, nor about nobody’s', async () => {
  const [old, archived, nobodys] = [await person('甲'), await person('乙'), await person('丙')]
  for (const id of [old, archived, nobodys]) await note(people(id), { at: '1 August', remind: '0' })
  await setBack(old, '2029-07-01')
  await setBack(archived, '2029-08-01')
  await setBack(nobodys, '2029-08-01')
  await office.as('emil').post(`${people(archived)}/archive`)
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update contacts.people set owner_id = null where id = ${nobodys}`),
  )
  const before = await told('emil')
  await remindAt('2029-08-01T03:00:00Z')
  expect(await told('emil')).toEqual(before)
})

test('who was born on 29 February is remembered on the 28th in other years, and the page says so', async () => {
  const id = await person('闰日')
  await note(people(id), { at: '29 Feb', remind: '1' })
  expect(await read(people(id))).toContain('it is remembered on the 28th')
  await setBack(id, '2030-02-27')
  await remindAt('2030-02-27T03:00:00Z')
  expect((await told('emil'))[0]).toBe('Birthday on 28 Feb 2030')
  expect(dayIn(2032, { year: null, month: 2, day: 29 })).toBe('2032-02-29')
})

test('a day comes next on or after any day, in its month, and its reminder so many days before', () => {
  const days = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10))
  fc.assert(
    fc.property(
      days,
      days,
      fc.nat(30),
      fc.constantFrom<Recurs>('yearly', 'once'),
      (on, from, before, recurs) => {
        const [year = 0, month = 0, day = 0] = on.split('-').map(Number)
        const at = { year, month, day }
        const next = nextTime(at, recurs, from)
        if (recurs === 'once') expect(next).toBe(on >= from ? on : null)
        if (next === null) return
        expect(next >= from && next >= on).toBe(true)
        expect(Number(next.slice(5, 7))).toBe(month)
        const reminder = nextReminder(at, recurs, before, from) ?? ''
        expect((Date.parse(next) - Date.parse(reminder)) / 86_400_000).toBe(before)
      },
    ),
  )
})

test('a record has so many dates and no more, and one form sent twice adds one', async () => {
  const id = await office.inScope('emil', (scope) =>
    makeAccount(scope, registry(), { name: '日子很多的客户' }),
  )
  const path = `/contacts/accounts/${id}`
  const once = hiddenOf(await read(`${path}/dates/new`), '_once')
  for (const _ of [1, 2]) await note(path, { at: '1 May', kind: 'founding', _once: once })
  expect((await read(path)).split('Founding day').length - 1).toBe(2)
  for (let n = 1; n < mostDates; n++) await note(path, { at: `${n} May`, kind: 'founding' })
  const full = await note(path, { at: '30 May' })
  expect(full.status).toBe(422)
  expect(await full.text()).toContain('at most 20 dates')
})

test('whoever may not change the record finds no date of it, in this firm or the next', async () => {
  const id = await person('孙悦的人', 'sun')
  await note(people(id), { at: '9 September' }, 'sun')
  const [row] = await office.inScope('amy', ({ db }) =>
    db.execute<{ id: string }>(sql`select id from contacts.dates where record_id = ${id}`),
  )
  const next = await office.another()
  for (const visitor of [office.as('emil'), next.as('amy'), office.as('tara')]) {
    const date = `/contacts/dates/${row?.id}`
    for (const path of [`${date}/edit`, `${people(id)}/dates/new`])
      expect((await visitor.get(path)).status).toBe(404)
    for (const path of [date, `${date}/remove`, `${people(id)}/dates`])
      expect((await visitor.post(path, { at: '1 May', version: '1' })).status).toBe(404)
  }
  expect(await read(people(id), 'sun')).toContain('9 September')
})

test('when two contacts become one their dates go along, and come back with the other', async () => {
  const [stays, goes] = [await person('合并甲'), await person('合并乙')]
  await note(people(goes), { at: '7 July' })
  const merge = await office.inScope('emil', async (scope) => {
    const sides = [await readPerson(scope, stays), await readPerson(scope, goes)] as const
    return mergeRecords(scope, registry(), 'people', sides[0], sides[1], {})
  })
  expect(await read(people(stays))).toContain('7 July')
  await office.inScope('emil', (scope) => undoMerge(scope, registry(), 'people', merge))
  expect(await read(people(goes))).toContain('7 July')
  expect(await read(people(stays))).toContain('No birthday or anniversary is noted.')
})
