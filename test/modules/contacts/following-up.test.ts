import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { formatDay } from '../../../core/i18n/format.ts'
import { printDate } from '../../../core/values/date.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { hiddenOf } from '../../setup/page.ts'
import { query } from '../../setup/query.ts'
import { openContactsOffice } from './contacts-office.ts'
import { makeAccount, makePerson } from './make.ts'

let office: Office
let account: string
let person: string
let lins: string
let zone: string
beforeAll(async () => {
  office = await openContactsOffice()
  zone = await office.inScope('amy', async ({ company }) => company.timeZone)
})
afterAll(() => office?.close())
beforeEach(async () => {
  const { registry } = office.app.product
  const { people, departments } = office
  ;[account, person, lins] = await office.inScope('emil', async (scope) => {
    const made = await makeAccount(scope, registry, { name: 'Harbour Tools' })
    const buyer = await makePerson(scope, registry, { name: '张三' }, made)
    const hers = await makeAccount(
      scope,
      registry,
      { name: 'Secret Tools' },
      {
        ownerId: people.lin,
        departmentId: departments.sales,
      },
    )
    return [made, buyer, hers]
  })
})

/** A day of the firm's calendar, counted from today. */
const day = (ahead: number) => formatDay(zone, new Date(Date.now() + ahead * 86_400_000))

const follow = (
  who: PersonName,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) =>
  office
    .as(who)
    .post(
      '/contacts/follow-ups',
      { object: 'contacts.account', record: account, kind: 'call', ...fields },
      headers,
    )

const page = async (path: string, who: PersonName = 'emil') =>
  (await office.as(who).get(path)).text()

const accountPage = (search = '') => page(`/contacts/accounts/${account}${search}`)

/** The ids in a page of the addresses that end like this. */
const idIn = (html: string, address: RegExp): string => address.exec(html)?.[1] ?? ''
const activityIn = (html: string) => idIn(html, /\/contacts\/activities\/([0-9a-f-]{36})\/edit/)
const taskIn = (html: string) => idIn(html, /\/contacts\/tasks\/([0-9a-f-]{36})\/edit/)

test('how, what and when next in one save: the timeline tells it, and the next step stands on top', async () => {
  expect(await accountPage()).toContain('No next step is planned.')
  const answer = await follow('emil', { kind: 'visit', text: 'They want 20 drills.', next: day(1) })
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    `/contacts/accounts/${account}`,
  ])
  const after = await accountPage()
  for (const word of ['paid a visit', 'They want 20 drills.', 'Next follow-up', 'Tomorrow'])
    expect(after).toContain(word)
  expect(after).not.toContain('No next step is planned.')
  expect(await page('/contacts/tasks')).toContain('Harbour Tools')
})

test('following up again does what was planned, and only that', async () => {
  await follow('emil', { text: 'First', next: day(0) })
  const task = {
    title: 'Send the quote',
    dueOn: day(3),
    object: 'contacts.account',
    record: account,
  }
  await office.as('emil').post('/contacts/tasks', task)
  const emil = office.as('emil')
  await emil.post('/contacts/follow-ups', {
    ...{ object: 'contacts.account', record: account, kind: 'call', text: 'Second' },
  })
  const after = await (await emil.get(`/contacts/accounts/${account}`)).text()
  expect(after, 'and says so').toContain(`planned for ${printDate(day(0), 'en')} is done by it`)
  expect(after).not.toContain('Next follow-up')
  expect(after).toContain('Send the quote')
})

test('a follow-up sent twice is one', async () => {
  const once = hiddenOf(await accountPage(), '_once')
  for (let at = 0; at < 2; at++) await follow('emil', { text: 'Only once', _once: once })
  expect((await accountPage()).split('Only once').length - 1).toBe(1)
})

test('what is wrong is said beside its field, what was typed stays, and nothing is kept', async () => {
  const answer = await follow('emil', { text: '', kind: 'smoke signal', next: day(-1) })
  expect(answer.status).toBe(422)
  const form = await answer.text()
  for (const word of [
    'cannot lie in the past',
    'follow-up-text-error',
    'follow-up-kind-error',
    day(-1),
  ])
    expect(form).toContain(word)
  const kept = await follow('emil', { text: 'keep me', next: 'someday' })
  expect(await kept.text()).toContain('keep me')
  expect(await accountPage()).not.toContain('keep me')
})

test('nobody follows up what they may not change, as if it were not there', async () => {
  for (const [who, record] of [
    ['emil', lins],
    ['sun', account],
    ['emil', person.replace(/^./, 'f')],
  ] as const) {
    const answer = await follow(who, { record, text: 'intruder' })
    expect(answer.status, who).toBe(404)
    const form = await office
      .as(who)
      .get(`/contacts/follow-ups/new?object=contacts.account&record=${record}`)
    expect(form.status, who).toBe(404)
  }
  expect((await follow('emil', { object: 'contacts.person', text: 'wrong kind' })).status).toBe(404)
  expect(
    (await follow('emil', { object: 'core.user', record: office.people.amy, text: 'x' })).status,
  ).toBe(404)
  expect((await follow('tara', { text: 'trainer' })).status).toBe(404)
})

test('a row of the list leads to the form and back to the list', async () => {
  const short = await office.as('emil').get(`/contacts/accounts/${account}/follow`)
  const form = await page(short.headers.get('location') ?? '')
  expect(form).toContain('Harbour Tools')
  const back = hiddenOf(form.split('follow-up-form')[1] ?? '', 'back')
  expect(back).toMatch(/^\/contacts\/accounts/)
  const ticked = { do: 'follow', id: account }
  const bulk = await office.as('emil').post('/contacts/accounts/bulk', ticked)
  expect(bulk.headers.get('location')).toBe(short.headers.get('location'))
  const two = await office
    .as('emil')
    .post('/contacts/accounts/bulk', { ...ticked, id: [account, lins] })
  expect(two.headers.get('location')).toBe('/contacts/accounts')
  const saved = await follow('emil', { text: 'From the list', back })
  expect(saved.headers.get('location')).toBe(back)
  const elsewhere = await follow('emil', { text: 'Again', back: '//evil.example' })
  expect(elsewhere.headers.get('location')).toBe('/')
})

test('emil changes and removes his own follow-up, lin those of her department, sun none', async () => {
  await follow('emil', { text: 'Tpyo', next: day(2) })
  const id = activityIn(await accountPage())
  const edit = `/contacts/activities/${id}`
  const form = await page(`${edit}/edit`)
  const version = hiddenOf(form, 'version')
  await office.as('emil').post(edit, { kind: 'mail', text: 'Typo', version })
  const changed = await accountPage()
  expect(changed).toContain('wrote an e-mail')
  expect(changed).toContain('next step')
  expect(changed).not.toContain('Tpyo')
  const conflict = await office.as('lin').post(edit, { kind: 'mail', text: 'Mine', version })
  expect(conflict.status).toBe(409)
  const both = await conflict.text()
  for (const side of ['Typo', 'Mine', '艾米尔']) expect(both).toContain(side)
  expect((await office.as('sun').get(`${edit}/edit`)).status).toBe(404)
  expect((await office.as('sun').post(`${edit}/remove`)).status).toBe(404)
  expect((await office.as('lin').post(`${edit}/remove`)).status).toBe(303)
  expect(await accountPage()).not.toContain('Typo')
  expect((await office.as('emil').get(`${edit}/edit`)).status).toBe(404)
  const trail = await query(
    office,
    (sql) => sql`select action, before from core.audit where record_id = ${id} order by id`,
  )
  expect(trail.map(({ action }) => action)).toEqual(['created', 'changed', 'removed'])
  expect(trail[2]?.before).toEqual({ kind: 'mail', body: 'Typo' })
})

test('of a colleague’s follow-up emil sees the words and no way to change it', async () => {
  await follow('lin', { text: 'By lin' })
  const seen = await accountPage()
  expect(seen).toContain('By lin')
  expect(activityIn(seen)).toBe('')
})

test('each part of the timeline shows its own, and pages go on', async () => {
  await follow('emil', { text: 'A follow-up' })
  await office.as('emil').post(`/contacts/accounts/${account}/notes`, { body: 'A note' })
  const shown = async (search: string) => {
    const html = (await accountPage(search)).split('id="timeline"')[1] ?? ''
    return ['A follow-up', 'A note', 'added this record'].filter((words) => html.includes(words))
  }
  expect(await shown('')).toEqual(['A follow-up', 'A note', 'added this record'])
  expect(await shown('?show=activities')).toEqual(['A follow-up'])
  expect(await shown('?show=notes')).toEqual(['A note'])
  expect(await shown('?show=changes')).toEqual(['added this record'])
  expect(await shown('?show=files')).toEqual([])
  expect(await shown('?show=constructor')).toHaveLength(3)
  for (let at = 0; at < 31; at++) await follow('emil', { text: `number ${at}.` })
  const first = await accountPage('?show=activities')
  const older = /href="([^"]*before=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await page(older)
  for (const html of [first, second]) expect(html).toContain('Follow-ups')
  const seen = [...`${first}${second}`.matchAll(/number (\d+)\./g)].map(([, at]) => Number(at))
  expect(seen).toEqual(Array.from({ length: 31 }, (_, at) => 30 - at))
})

test('hostile words are words', async () => {
  const evil = '<img src=x onerror=alert(1)> {{7*7}} hx-get="/logout" 😀 \u202e'
  await follow('emil', { text: evil })
  const html = await accountPage()
  expect(html).not.toContain('<img src=x')
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
})

test('tasks: late first, then today, then later; done ones leave; lin sees her department’s', async () => {
  const emil = office.as('emil')
  for (const [title, ahead] of [
    ['Next week', 7],
    ['Long ago', -3],
    ['Right now', 0],
  ] as const)
    await emil.post('/contacts/tasks', { title, dueOn: day(ahead) })
  const list = await page('/contacts/tasks')
  const order = ['Overdue', 'Long ago', 'Today', 'Right now', 'Later', 'Next week']
  const places = order.map((words) => list.indexOf(words, list.indexOf('page-body')))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places).not.toContain(-1)
  expect(list).toContain('3 days late')
  const home = await page('/')
  for (const words of ['task-card', 'Long ago', '1 overdue']) expect(home).toContain(words)
  expect(await page('/contacts/tasks?view=team', 'lin')).toContain('Long ago')
  expect(await page('/contacts/tasks', 'lin')).not.toContain('Long ago')
  expect(await page('/contacts/tasks?view=team', 'sun')).not.toContain('Long ago')
  const id = taskIn(list)
  expect((await office.as('sun').post(`/contacts/tasks/${id}/done`)).status).toBe(404)
  await emil.post(`/contacts/tasks/${id}/done`, { back: '/contacts/tasks' })
  expect(await page('/contacts/tasks')).not.toContain('Long ago')
  expect(await page('/contacts/tasks?view=done')).toContain('Long ago')
  await emil.post(`/contacts/tasks/${id}/reopen`)
  expect(await page('/contacts/tasks')).toContain('Long ago')
  await emil.post(`/contacts/tasks/${id}/remove`)
  expect(await page('/contacts/tasks')).not.toContain('Long ago')
})

test('a task goes to who may see the record; they are told, and others are refused with a sentence', async () => {
  const give = (owner: string) =>
    office.as('emil').post('/contacts/tasks', {
      ...{ object: 'contacts.account', record: account, title: 'Call them', dueOn: day(1), owner },
    })
  const refused = await give(office.people.sun)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('This colleague may not see the record.')
  expect((await give('nobody at all')).status).toBe(422)
  expect((await give(office.people.lin)).status).toBe(303)
  const told = await page('/notifications', 'lin')
  for (const words of ['艾米尔', 'gave you a task', 'Call them', 'Harbour Tools'])
    expect(told).toContain(words)
  expect(await page('/notifications', 'sun')).not.toContain('Call them')
  expect(await page('/contacts/tasks', 'lin')).toContain('Call them')
})

test('what a task is about stays hidden from who may not see it any more', async () => {
  await office.as('emil').post('/contacts/tasks', {
    ...{ object: 'contacts.account', record: account, title: 'Ask', dueOn: day(1) },
  })
  await query(
    office,
    (sql) => sql`update contacts.accounts set owner_id = ${office.people.sun},
      department_id = ${office.departments.service}, name = 'Moved Away' where id = ${account}`,
  )
  const list = await page('/contacts/tasks')
  expect(list).toContain('a record you may not see')
  expect(list).not.toContain('Moved Away')
})
