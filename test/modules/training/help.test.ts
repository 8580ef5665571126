import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openModule } from '../../../flags/audience.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import { sales } from '../../../modules/sales/module.ts'
import { isAt, placeFrom } from '../../../modules/training/help/place.ts'
import { shippedTopics } from '../../../modules/training/help/topics.ts'
import { training } from '../../../modules/training/module.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openTrainingOffice, readPage } from './training-office.ts'

let office: Office
beforeAll(async () => {
  office = await openTrainingOffice({ modules: [contacts, sales, training] })
  await office.inScope('amy', (scope) =>
    openModule(scope, contacts, [{ kind: 'everyone', variant: 'write' }], 'for this test'),
  )
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update core.users set champion_since = now() where id = ${office.people.lin}`),
  )
})
afterAll(() => office?.close())

const read = (who: PersonName, path: string) => readPage(office, who, path)
const post = (who: PersonName, path: string, form: Record<string, string> = {}) =>
  office.as(who).post(path, form)
const topic = (form: Record<string, string>) => ({
  ...{ place: '/contacts/accounts', field: '', reviewDueOn: '2031-01-15' },
  ...{ 'title-zh': '', 'title-en': '', 'body-zh': '', 'body-en': '', _once: crypto.randomUUID() },
  ...form,
})

test('a place is a page, any record of a kind, or all below it, and nothing beside', () => {
  expect(isAt('/contacts/accounts', '/contacts/accounts')).toBe(true)
  expect(isAt('/contacts/accounts', '/contacts/accounts/1')).toBe(false)
  expect(isAt('/contacts/accounts/*', '/contacts/accounts/1')).toBe(true)
  expect(isAt('/contacts/accounts/*', '/contacts/accounts/1/edit')).toBe(false)
  expect(isAt('/sales/**', '/sales/deals/1/edit')).toBe(true)
  expect(isAt('/sales/**', '/salesmen')).toBe(false)
  expect(isAt('/', '/')).toBe(true)
  expect(isAt('/', '/contacts')).toBe(false)
})

test('the address of any record of ours, as a browser shows it, is understood as all of its kind', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.constantFrom('', '?tab=files', '#notes'), (id, rest) => {
      const place = placeFrom(`https://crm.example/contacts/accounts/${id}${rest}`)
      expect(place).toBe('/contacts/accounts/*')
      expect(isAt(place ?? '', `/contacts/accounts/${id}`)).toBe(true)
    }),
  )
  for (const wrong of ['contacts', '/con tacts', '//evil', '/a<b>'])
    expect(placeFrom(wrong), wrong).toBeUndefined()
})

test('each text that comes along is in both languages, and is about a place', async () => {
  const topics = await shippedTopics()
  expect(topics.length).toBeGreaterThan(10)
  for (const { code, place, titles, bodies } of topics)
    for (const text of [titles.en, titles['zh-CN'], bodies.en, bodies['zh-CN']]) {
      expect(text, String(code)).toBeTruthy()
      expect(placeFrom(place), String(code)).toBe(place)
    }
  expect(new Set(topics.map(({ code }) => code)).size).toBe(topics.length)
})

test('emil asks for help on his customers and reads about that page, its tour and who to ask', async () => {
  const page = await read('emil', '/training/help?at=/contacts/accounts')
  expect(page).toContain('Finding a customer quickly')
  expect(page).not.toContain('Reading the matrix')
  expect(page).toContain('林岚')
  expect(await read('emil', '/contacts/accounts')).toContain(
    'href="/training/help?at=%2Fcontacts%2Faccounts"',
  )
  const search = await read('emil', '/training/help?at=/&q=licence')
  expect(search).toContain('The unified credit code')
})

test('lin, who is the champion herself, is not told that there is none: tara answers her', async () => {
  const page = await read('lin', '/training/help?at=/contacts/accounts')
  expect(page).toContain('You are the champion of your department yourself.')
  expect(page).toContain('唐塔拉')
  expect(page).not.toContain('has no champion')
  expect(await read('sun', '/training/help?at=/')).toContain('Your department has no champion')
})

test.each([
  ...['overview', 'plan', 'plan/stages/S1', 'readiness', 'evidence', 'evidence/people.coverage'],
  ...['gates', 'gates/G0', 'adoption', 'cost', 'cost/actuals', 'risks', 'contracts', 'people'],
  ...['contracts/incidents', 'people/pulse'],
])('something is written about /rollout/%s, and no heading stands above nothing', async (room) => {
  const page = await read('amy', `/training/help?at=/rollout/${room}`)
  expect(page).toContain('data-testid="topic"')
  expect(page).not.toContain('Nothing is written about this page yet.')
  expect(page).not.toContain('<h3>Tours here</h3>')
})

test('in the panel answers come as a piece of it; without scripts one is sent on', async () => {
  const inPanel = { 'hx-request': 'true', 'hx-request-type': 'partial' }
  const ask = { question: 'Where?', at: '/account', _once: crypto.randomUUID() }
  const empty = await office
    .as('sun')
    .post('/training/help-requests', { ...ask, question: '  ' }, inPanel)
  expect(empty.status).toBe(422)
  const sent = await office.as('sun').post('/training/help-requests', ask, inPanel)
  expect(sent.headers.has('hx-redirect')).toBe(false)
  expect(await sent.text()).toMatch(/id="help".*Your question is on its way/s)
  const useful = await office
    .as('sun')
    .post('/training/help/opinions', { topic: 'today', useful: 'yes', at: '/' }, inPanel)
  expect(await useful.text()).toMatch(/id="help".*Thank you/s)
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`delete from training.learning_events where kind = 'help.topic_useful'`),
  )
})

test('a field that is being filled is explained before all else', async () => {
  const at = '/training/help?at=/contacts/accounts/new'
  const first = (page: string) => /data-testid="topic"><summary>([^<]*)/.exec(page)?.[1]
  expect(first(await read('emil', at))).toBe('Mind the warning about duplicates')
  expect(first(await read('emil', `${at}&field=creditCode`))).toBe('Field: The unified credit code')
})

test('help about a module that is off for emil is none, neither on its page nor by search', async () => {
  for (const at of ['at=/sales/deals', 'at=/&q=deals'])
    expect(await read('emil', `/training/help?${at}`)).not.toContain('Moving deals over the board')
})

test('emil asks lin, who is told, answers once, and emil is told; sun never learns of it', async () => {
  const form = { question: 'Where are <b>my</b> old notes?', at: '/contacts/accounts' }
  const empty = await post('emil', '/training/help-requests', { ...form, question: ' ' })
  expect(empty.status).toBe(422)
  const key = crypto.randomUUID()
  for (const _ of [1, 2]) await post('emil', '/training/help-requests', { ...form, _once: key })
  const href = /\/training\/help-requests\/[\w-]{36}/
  const list = await read('lin', '/training/help-requests')
  expect(list.match(/my&lt;\/b&gt; old notes/g)?.length, 'asked twice, there once').toBeGreaterThan(
    0,
  )
  const [asked] = await office.inScope('amy', ({ db }) =>
    db.execute<{ count: number }>(
      sql`select count(*)::int from training.help_requests where asked_by = ${office.people.emil}`,
    ),
  )
  expect(asked?.count).toBe(1)
  const path = href.exec(list)?.[0] ?? ''
  expect(await read('lin', '/notifications')).toContain('asks you for help')
  expect((await office.as('sun').get(path)).status).toBe(404)
  expect(await read('sun', '/training/help-requests')).not.toContain('old notes')
  expect((await post('emil', `${path}/answer`, { answer: 'me' })).status).toBe(404)
  expect((await post('lin', `${path}/answer`, { answer: '' })).status).toBe(422)
  await post('lin', `${path}/answer`, { answer: 'On the timeline.' })
  await post('tara', `${path}/answer`, { answer: 'Nowhere.' })
  const answered = await read('emil', path)
  expect(answered).toContain('On the timeline.')
  expect(answered).not.toContain('Nowhere.')
  expect(await read('emil', '/notifications')).toContain('answered your question')
})

test('tara writes help in the words of the firm: it replaces what came along until she takes it away', async () => {
  const place = '/training/help-topics'
  expect((await office.as('emil').get(place)).status).toBe(404)
  const bad = await post('tara', place, topic({ place: 'accounts', 'title-en': 'Ours' }))
  expect(bad.status).toBe(422)
  const said = await bad.text()
  expect(said).toContain('from its first slash')
  expect(said).toContain('in the language of the title')
  expect(said).toContain('value="Ours"')
  const ours = topic({ of: 'accounts', 'title-en': 'Our customers', 'body-en': 'Ask **Lin**.' })
  await post('tara', place, ours)
  await post('tara', place, { ...ours, _once: crypto.randomUUID(), 'title-en': 'Second' })
  const help = '/training/help?at=/contacts/accounts'
  const shown = await read('emil', help)
  expect(shown).toContain('Our customers')
  expect(shown).toContain('<strong>Lin</strong>')
  expect(shown).not.toContain('Finding a customer quickly')
  expect(shown).not.toContain('Second')
  const path = /\/training\/help-topics\/[\w-]{36}/.exec(await read('tara', place))?.[0] ?? ''
  const changed = topic({ 'title-en': 'Ours now', 'body-en': 'Look.', version: '1' })
  expect((await post('tara', path, changed)).status).toBe(303)
  const stale = await post('tara', path, { ...changed, 'title-en': 'Too late' })
  expect(stale.status).toBe(422)
  expect(await stale.text()).toContain('changed this text meanwhile')
  expect(await read('emil', help)).toContain('Ours now')
  await post('tara', `${path}/archive`)
  expect(await read('emil', help)).toContain('Finding a customer quickly')
})

test('help with hostile Markdown is inert, on its page, by search and where it is written', async () => {
  const hostile = [
    '# Hi <script>alert(1)</script> [x](javascript:alert(1)) [y](data:text/html,z)',
    '<img src=x onerror=alert(1)> ![z](https://evil.example/t.png) [ok](https://good.example)',
  ].join('\n\n')
  const place = { place: '/contacts/people', field: 'phone" onfocus="alert(1)' }
  const wrong = await post('tara', '/training/help-topics', topic({ ...place, 'title-en': 'X' }))
  expect(wrong.status, 'a field has a name and nothing else').toBe(422)
  const text = { 'title-en': '<b onclick=alert(1)>Bold</b>', 'body-en': hostile }
  await post('tara', '/training/help-topics', topic({ ...text, place: '/contacts/people' }))
  const list = await read('tara', '/training/help-topics')
  const form = /\/training\/help-topics\/[\w-]{36}/.exec(list)?.[0] ?? ''
  const shown = await read('emil', '/training/help?at=/contacts/people')
  expect(shown).toContain('&lt;b onclick=alert(1)&gt;Bold')
  expect(shown).toContain('href="https://good.example"')
  for (const page of [
    ...[await wrong.text(), list, shown, await read('tara', form)],
    await read('emil', '/training/help?at=/&q=Bold'),
    await read('emil', '/training/help?at=/&q=%3Cscript%3Ealert'),
  ])
    expect(page).not.toMatch(
      /<script>alert|href="(javascript:|data:text)|<img src=x|src="https:\/\/evil|<b onclick|" onfocus/,
    )
})

test('where two look at help, all read what was there until somebody else has looked', async () => {
  await post('amy', '/training/settings', { follows: 'off', secondReviewer: 'on' })
  const first = {
    'title-zh': '账期',
    'title-en': 'Terms',
    'body-zh': '三十天。',
    'body-en': '30 days.',
  }
  await post('tara', '/training/help-topics', topic(first))
  const list = await read('tara', '/training/help-topics')
  expect(list).toContain('Waits for review')
  const at = '/training/help?at=/contacts/accounts'
  expect(await read('emil', at), 'not seen yet').not.toContain('Terms')
  const [row] = await office.inScope('amy', ({ db }) =>
    db.execute<{ id: string; version: number }>(
      sql`select id, version from training.help_topics where name = 'Terms' or name = '账期'`,
    ),
  )
  const href = `/training/help-topics/${row?.id}`
  const told = await read('amy', '/notifications')
  expect(told).toContain('asks you to look at a help text before it is published')
  expect(await read('tara', '/notifications'), 'she knows').not.toContain('asks you to look')
  expect(await read('tara', href)).toContain('It waits for somebody else')
  await post('tara', `${href}/publish`, { version: '1' })
  expect(await read('emil', at), 'nobody lets their own be seen').not.toContain('Terms')
  expect((await post('emil', `${href}/publish`, { version: '1' })).status).toBe(404)
  await post('amy', `${href}/publish`, { version: '1' })
  expect(await read('emil', at)).toContain('30 days.')
  const again = { ...topic({ ...first, 'body-en': '60 days.' }), version: '2' }
  expect((await post('tara', href, again)).status).toBe(303)
  expect(await read('emil', at)).toContain('30 days.')
  const review = await read('amy', href)
  expect(review).toContain('60 days.')
  expect(review).toContain('What everybody sees until then')
  expect(review, 'the Chinese text is older now').toContain('name="body-right"')
  await post('amy', `${href}/publish`, { version: '2' })
  expect(await read('emil', at), 'it changed since she looked').toContain('30 days.')
  await post('amy', `${href}/publish`, { version: '3' })
  expect(await read('emil', at)).toContain('60 days.')
  await post('amy', '/training/settings', { follows: 'off' })
})

test('what emil found useful is noted, and what is no help is not', async () => {
  const form = { topic: 'accounts', useful: 'yes', at: '//evil.example' }
  const answer = await post('emil', '/training/help/opinions', form)
  expect(answer.headers.get('location')).toBe('/')
  expect((await post('emil', '/training/help/opinions', { topic: 'none' })).status).toBe(404)
  const noted = await office.inScope('amy', ({ db }) =>
    db.execute(sql`select object, data from training.learning_events
      where kind = 'help.topic_useful'`),
  )
  expect(noted).toMatchObject([{ object: 'accounts', data: { useful: true } }])
})
