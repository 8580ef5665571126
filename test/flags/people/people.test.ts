import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAnnouncements } from '../../../flags/announcements/announcements.ts'
import { announcementText } from '../../../flags/announcements/messages.ts'
import { readVoices } from '../../../flags/feedback/feedback.ts'
import { feedbackText } from '../../../flags/feedback/messages.ts'
import { feedbackMetrics } from '../../../flags/feedback/metrics.ts'
import { setCell } from '../../../flags/matrix/setting.ts'
import { gapsOf, teamRoles } from '../../../flags/team/roles.ts'
import { readCharter } from '../../../flags/team/team.ts'
import { type Office, openOffice } from '../../setup/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())

const page = async (path: string, name: 'amy' | 'emil' | 'lin' = 'amy') =>
  (await office.as(name).get(path)).text()

test('a team without anybody has every gap; whoever joins closes one', async () => {
  expect(gapsOf([]).length).toBe(teamRoles.length)
  expect(gapsOf(teamRoles.map(({ key }) => ({ role: key })))).toEqual([])
  expect(await page('/rollout/team')).toContain('Nobody yet: Sponsor')
  const form = { role: 'sales', userId: office.people.emil, hoursPerWeek: '4', note: '' }
  await office.as('amy').post('/rollout/team/members', form)
  const html = await page('/rollout/team')
  expect(html).toMatch(/Salesperson<\/span><span class="hint"><a [^>]*>艾米尔/)
  expect(/team-gaps">[^<]*/.exec(html)?.[0]).not.toContain('Salesperson')
})

test('a charter is signed in the version that holds; a new one must be signed anew, and none is changed', async () => {
  const amy = office.as('amy')
  expect((await amy.post('/rollout/team/charter', { body: ' ' })).status).toBe(422)
  await amy.post('/rollout/team/charter', { body: 'Customers come first.' })
  const first = await office.inScope('amy', readCharter)
  for (const _ of [1, 2]) await amy.post(`/rollout/team/charter/${first?.id}/sign`)
  expect((await office.inScope('amy', readCharter))?.signatures.length).toBe(1)
  await amy.post('/rollout/team/charter', { body: 'Customers come first, always.' })
  expect((await office.inScope('amy', readCharter))?.signatures).toEqual([])
  await amy.post(`/rollout/team/charter/${first?.id}/sign`)
  expect((await office.inScope('amy', readCharter))?.signatures, 'an old one').toEqual([])
  expect((await office.as('emil').post('/rollout/team/charter', { body: 'x' })).status).toBe(404)
  await expect(
    office.inScope('amy', ({ db }) => db.execute(sql`update flags.charters set body = ''`)),
  ).rejects.toThrow()
})

test('an announcement reaches those it is meant for, who give a receipt; a lead signs off for the department', async () => {
  const form = {
    ...{ kind: 'rule', title: 'Visits are noted the same day', body: 'From Monday on.' },
    ...{ departmentId: office.departments.sales, signOff: 'yes' },
  }
  await office.as('amy').post('/rollout/announcements', form)
  const [one] = await office.inScope('amy', (scope) => readAnnouncements(scope))
  expect(one).toMatchObject({ people: 2, read: 0 })
  const here = `/rollout/announcements/${one?.id}`
  expect(await page('/', 'emil')).toContain('Visits are noted')
  expect((await office.as('sun').get(here)).status, 'not meant for sun').toBe(404)
  expect((await office.as('sun').post(`${here}/read`)).status).toBe(404)
  for (const _ of [1, 2]) await office.as('emil').post(`${here}/read`)
  expect((await office.as('emil').post(`${here}/sign-off`)).status, 'no lead').toBe(404)
  for (const _ of [1, 2]) expect((await office.as('lin').post(`${here}/sign-off`)).status).toBe(303)
  expect(await page(here)).toContain('1 of 2 have read it')
  expect(await page(here)).toContain('林岚')
  expect(await page('/', 'emil')).not.toContain('Visits are noted')
  const valley = await office.another()
  expect((await valley.as('amy').get(here)).status).toBe(404)
})

test('what is announced of training is words: nothing hostile in it does anything, wherever it stands', async () => {
  const hostile =
    '<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)> ![z](https://evil.example/t.png)'
  const title = `Courses ${hostile}`.slice(0, 100)
  const form = { kind: 'rule', title, body: hostile, departmentId: '', signOff: 'no' }
  const made = await office.as('amy').post('/rollout/announcements', form)
  const all = await office.inScope('amy', (scope) => readAnnouncements(scope))
  const one = all.find(({ title }) => title.startsWith('Courses <script>'))
  expect(one, 'kept as it was written').toBeDefined()
  const pages = await Promise.all([
    ...[page('/', 'emil'), page('/rollout/announcements'), page('/rollout/announcements', 'emil')],
    ...[page(`/rollout/announcements/${one?.id}`), page(made.headers.get('location') ?? '/')],
  ])
  for (const html of pages) {
    expect(html).toContain('&lt;script&gt;alert')
    expect(html).not.toMatch(/<script>alert|href="javascript:|<img src=x|src="https:\/\/evil/)
  }
  await office.as('emil').post(`/rollout/announcements/${one?.id}/read`)
})

test('what blocks somebody is told to those who run it, answered once, and counts in the gate', async () => {
  const emil = office.as('emil')
  const form = { page: '/contacts/accounts', kind: 'blocks', text: 'I cannot find my customers' }
  expect((await emil.post('/rollout/feedback', { ...form, text: '' })).status).toBe(422)
  const sent = await emil.post('/rollout/feedback', form)
  expect(sent.headers.get('location')).toBe('/contacts/accounts')
  const foreign = await emil.post('/rollout/feedback', { ...form, page: '//evil.example' })
  expect(foreign.headers.get('location')).toBe('/')
  const [voice] = await office.inScope('amy', (scope) => readVoices(scope))
  expect(await page('/rollout/feedback')).toContain('I cannot find my customers')
  expect((await emil.get('/rollout/feedback')).status).toBe(404)
  expect((await emil.post(`/rollout/feedback/${voice?.id}`, { answer: 'x' })).status).toBe(404)
  for (const answer of ['Search by pinyin.', 'Again.'])
    await office.as('amy').post(`/rollout/feedback/${voice?.id}`, { answer })
  const own = await page('/rollout/feedback/mine', 'emil')
  expect(own).toContain('Search by pinyin.')
  expect(own).not.toContain('Again.')
})

test('the way to say it stands on the pages of a module that is tried, for those who try it', async () => {
  const read = feedbackMetrics[0]?.read
  const load = () => office.inScope('amy', async (scope) => read?.(scope, {}, office.app.product))
  expect((await load())?.state, 'nobody has a module').toBe('insufficient')
  const contacts = { id: 'contacts' }
  const { sales } = office.departments
  const turn = (state: 'pilot' | 'on') =>
    office.inScope('amy', (scope) => setCell(scope, contacts, sales, { state }, 'to be tried'))
  await turn('pilot')
  expect(await page('/contacts/accounts', 'emil')).toContain('This blocks me')
  expect(await page('/', 'emil'), 'today is no page of it').not.toContain('This blocks me')
  // Emil and lin work there, and emil was blocked twice in these four weeks.
  const parts = { blocks: 2, questions: 0 }
  expect(await load()).toEqual({ state: 'ok', value: 0.25, n: 2, parts })
  await turn('on')
  expect(await page('/contacts/accounts', 'emil')).not.toContain('This blocks me')
})

test('a notification is one sentence with the name of whose doing it was', async () => {
  for (const locale of ['en', 'zh-CN'] as const) {
    const said = [announcementText(locale).told, feedbackText(locale).toldAnswer]
    for (const told of said) expect(told, locale).toMatch(/^(published|answered|发布了|答复了)/)
  }
  await office.as('amy').post('/rollout/announcements', {
    ...{ kind: 'idea', title: 'Why we do it', body: 'For the customers.' },
    ...{ departmentId: '', signOff: 'no' },
  })
  const html = await page('/notifications', 'emil')
  expect(html.replace(/<[^>]+>/g, ' ')).toMatch(/陈爱米\s+published an announcement/)
})
