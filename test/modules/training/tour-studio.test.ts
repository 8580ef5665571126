import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openModule } from '../../../flags/audience.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import { training } from '../../../modules/training/module.ts'
import { goalsOf, readEffect } from '../../../modules/training/tours/effect.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openForAll } from '../../setup/opened.ts'
import { hiddenOf } from '../../setup/page.ts'
import { until } from '../../setup/until.ts'
import { openTrainingOffice, readPage } from './training-office.ts'

let office: Office
beforeAll(async () => {
  office = await openTrainingOffice({ modules: [contacts, training] })
  await openForAll(office, contacts)
})
afterAll(() => office?.close())

const read = (who: PersonName, path: string) => readPage(office, who, path)
const post = (path: string, form: Record<string, string> = {}, who: PersonName = 'tara') =>
  office.as(who).post(path, form)

const place = '/training/studio/tours'
const facts = { 'title-zh': '写跟进', 'title-en': 'Noting a visit', start: '/contacts/accounts' }
const step = {
  ...{ anchor: 'new-accounts', path: '/contacts/accounts', advance: 'click' },
  ...{ 'body-zh': '点这里新建。', 'body-en': 'Add it here.' },
}
let tour = ''
const version = async () => hiddenOf(await read('tara', `${tour}/facts`), 'version')

test('tara begins a tour; what is wrong is said beside its field, and nobody but her kind sees any of it', async () => {
  const wrong = await post(place, { ...facts, 'title-zh': '', 'title-en': '', start: '/a/*' })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  expect(page).toContain('Give it a title')
  expect(page).toContain('Give the address of one page')
  tour = (await post(place, facts)).headers.get('location') ?? ''
  for (const who of ['emil', 'lin', 'sun'] as const)
    for (const path of [place, tour, `${tour}/step`, `${tour}/panel?at=/contacts/accounts`])
      expect((await office.as(who).get(path)).status, `${who} ${path}`).toBe(404)
  expect((await post(`${tour}/publish`, {}, 'emil')).status).toBe(404)
  expect(await read('emil', '/training/tours')).not.toContain('Noting a visit')
})

test('a step points at what there is; the same form sent twice adds one step', async () => {
  const form = { ...step, version: await version(), _once: crypto.randomUUID() }
  const unknown = await post(`${tour}/step`, { ...form, anchor: 'nowhere' })
  expect(unknown.status).toBe(422)
  expect(await unknown.text()).toContain('Choose something from the list')
  const blind = await post(`${tour}/step`, { ...form, anchor: '' })
  expect(await blind.text()).toContain('Choose first what is to be clicked')
  for (let time = 0; time < 2; time++) expect((await post(`${tour}/step`, form)).status).toBe(303)
  expect((await read('tara', tour)).match(/data-step="/g)).toHaveLength(1)
})

test('who was faster is told, and what was typed is still there', async () => {
  const old = await version()
  await post(`${tour}/facts`, { ...facts, goal: 'contacts:follow-up', version: old })
  const late = await post(`${tour}/step`, { ...step, 'body-en': 'Mine', version: old })
  expect(late.status).toBe(422)
  const page = await late.text()
  expect(page).toContain('Somebody changed the tour meanwhile')
  expect(page).toContain('Mine')
})

test('looked at with the eyes of an auditor the step is kept from them, with the cause', async () => {
  expect(await read('tara', `${tour}?role=auditor`)).toContain('no right to this step')
  expect(await read('tara', `${tour}?role=member`)).toContain('Every step can be seen')
})

test('a module that is open in Sales alone is seen as somebody there sees it, not as tara’s own department does', async () => {
  const openTo = (subject: { kind: 'everyone' } | { kind: 'department'; department: string }) =>
    office.inScope('amy', (scope) =>
      openModule(scope, contacts, [{ ...subject, variant: 'write' }], 'for this test'),
    )
  const stateFor = (who: PersonName) =>
    office.inScope(who, async ({ modules }) => modules.state('contacts'))
  const preview = (more = '') => read('tara', `${tour}?role=member${more}`)
  const { sales, service } = office.departments
  await openTo({ kind: 'department', department: sales })
  await until('it is closed for tara', async () => (await stateFor('tara')) === 'off')
  expect(await preview()).toContain('Every step can be seen')
  expect(await preview(`&department=${sales}`)).toContain('Every step can be seen')
  expect(await preview(`&department=${service}`)).toContain(
    'not switched on for them in this department',
  )
  await openTo({ kind: 'everyone' })
  await until('it is open for tara', async () => (await stateFor('tara')) === 'write')
})

test('where two look at a tour nobody publishes their own; hostile text stays text', async () => {
  await post('/training/settings', { follows: 'off', secondReviewer: 'on' }, 'amy')
  const hostile = '"><img src=x onerror=alert(1)> <script>alert(1)</script>'
  await post(`${tour}/step`, {
    ...{ anchor: '', path: '', advance: '', 'body-zh': hostile, 'body-en': hostile },
    version: await version(),
  })
  await post(`${tour}/publish`, { partial: 'on' })
  expect(await read('emil', '/training/tours'), 'not without a review').not.toContain('Noting')
  for (const _ of ['once', 'and pressed again']) await post(`${tour}/submit`, { partial: 'on' })
  const told = await read('amy', '/notifications')
  expect(told.split('asks you to look at a tour before it is published')).toHaveLength(2)
  expect(await read('emil', '/notifications')).not.toContain('asks you to look')
  await post(`${tour}/publish`, { partial: 'on' })
  expect(await read('emil', '/training/tours'), 'nor by herself').not.toContain('Noting')
  await post(`${tour}/publish`, { partial: 'on' }, 'amy')
  const list = await read('emil', '/training/tours')
  expect(list).toContain('Noting a visit')
  const code = /show=(own-[\w-]+)/.exec(list)?.[1]
  for (const page of [
    list,
    await read('emil', `/training/tours?show=${code}`),
    await read('tara', tour),
  ])
    expect(page).not.toMatch(/<img src=x|<script>alert/)
})

test('a tour that comes along is said in the firm’s own words, and stands in its place', async () => {
  const own = (await post(place, { of: 'tasks' })).headers.get('location') ?? ''
  expect((await post(place, { of: 'tasks' })).headers.get('location'), 'not twice').toBe(place)
  const kept = hiddenOf(await read('tara', `${own}/facts`), 'version')
  const named = { 'title-zh': '任务', 'title-en': 'Tasks as we do them', start: '/contacts/tasks' }
  await post(`${own}/facts`, { ...named, version: kept })
  expect(await read('emil', '/training/tours')).toContain('Keeping your tasks')
  await post(`${own}/submit`, { partial: 'on' })
  await post(`${own}/publish`, { partial: 'on' }, 'amy')
  const list = await read('emil', '/training/tours')
  expect(list).toContain('Tasks as we do them')
  expect(list).not.toContain('Keeping your tasks')
  await post(`${own}/archive`)
  expect(await read('emil', '/training/tours')).toContain('Keeping your tasks')
})

test('its effect is who did the deed within a week of finishing it, against those never shown it', async () => {
  const [goal] = goalsOf({ modules: [contacts] }).filter(({ key }) => key === 'contacts:follow-up')
  if (!goal) throw new Error('Following up is a deed of contacts.')
  const { emil, lin, sun } = office.people
  await office.inScope('amy', async ({ db, company }) => {
    const event = (who: string, kind: string, ago: string) =>
      db.execute(sql`
      insert into training.learning_events (company_id, id, at, kind, user_id, object)
      values (${company.id}, gen_random_uuid(), now() - ${ago}::interval, ${kind}, ${who}, 'tasks')`)
    const deed = (who: string, ago: string) =>
      db.execute(sql`
      insert into core.audit (company_id, id, at, actor_id, action, object, request_id)
      values (${company.id}, gen_random_uuid(), now() - ${ago}::interval, ${who}, 'created',
        ${goal.object}, 'test')`)
    for (const who of [emil, lin]) {
      await event(who, 'tour.started', '10 days')
      await event(who, 'tour.finished', '10 days')
    }
    await deed(emil, '8 days')
    await deed(lin, '2 days')
    await event(sun, 'tour.offered', '1 day')
  })
  const found = await office.inScope('tara', (scope) => readEffect(scope, 'tasks', goal))
  expect(found.finished, 'lin came a day too late').toEqual({ took: 2, passed: 1 })
  expect(found.others, 'amy and tara; sun was offered it').toEqual({ took: 2, passed: 0 })
  const page = await read('tara', tour)
  expect(page, 'too few to say').toContain('Too early')
})
