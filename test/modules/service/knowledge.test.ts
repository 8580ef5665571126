import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTogether } from '../../../core/db/together.ts'
import type { Scope } from '../../../core/scope.ts'
import { askForReview } from '../../../modules/service/articles/reviewing.ts'
import { suggestedFor } from '../../../modules/service/articles/suggesting.ts'
import { portalHref, readPortal } from '../../../modules/service/portal/portals.ts'
import { addMessage } from '../../../modules/service/tickets/conversing.ts'
import { openTicket } from '../../../modules/service/tickets/opening.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { programOf } from '../../setup/program.ts'
import { openServiceOffice } from './service-office.ts'

let office: Office
beforeAll(async () => {
  office = await openServiceOffice({ locale: 'zh-CN' })
})
afterAll(() => office?.close())

const place = '/service/articles'

type Typed = Record<string, string>

/** Writes an article by its form. @returns its address */
async function write(who: PersonName, typed: Typed): Promise<string> {
  const form = { language: 'zh-CN', audience: 'internal', _once: crypto.randomUUID(), ...typed }
  const answer = await office.as(who).post(place, form)
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

const suggested = async (scope: Scope, question: string) =>
  (await readTogether(scope.db, { found: suggestedFor(scope, question) })).found
const idOf = (at: string) => at.split('/').at(-1) ?? ''

async function versionOf(at: string): Promise<string> {
  const [row] = await office.inScope('amy', ({ db }) =>
    db.execute<{ version: number }>(
      sql`select version from service.articles where id = ${idOf(at)}`,
    ),
  )
  return String(row?.version)
}

const publish = async (who: PersonName, at: string, note = '') =>
  office.as(who).post(`${at}/publish`, { version: await versionOf(at), note })

/** Opens the public pages. @returns where customers find the articles */
async function openPortal(): Promise<string> {
  const version = (await office.inScope('amy', readPortal))?.version ?? 0
  const form = { word: 'harbour', title: '', open: 'on', version: String(version) }
  expect((await office.as('amy').post('/service/portal', form)).status).toBe(303)
  const portal = await office.inScope('amy', readPortal)
  return portalHref(portal?.key ?? '')
}

const text = async (answer: Promise<Response>) => (await answer).text()

test('sun writes down what she found out; emil finds it by words of its text, and may not change it', async () => {
  const at = await write('sun', {
    name: '打印机显示 E07 怎么办',
    text: '先**断电**三分钟，再清洁进料口的传感器。',
    category: '故障排除',
  })
  const emil = office.as('emil')
  expect(await text(emil.get(`${place}?q=传感器`))).toContain('打印机显示 E07')
  expect(await text(emil.get('/search?q=传感器'))).toContain('打印机显示 E07')
  expect(await text(emil.get(at))).toContain('<strong>断电</strong>')
  const own = await text(office.as('sun').get(at))
  expect(own, 'there is nothing it would be instead of').toContain(
    '<summary>Write a note</summary>',
  )
  expect(own).not.toContain('Write a note instead')
  expect((await emil.get(`${at}/edit`)).status).toBe(404)
  expect((await emil.post(`${at}/publish`, { version: '1' })).status).toBe(404)
  expect((await office.as('tara').get(place)).status).toBe(404)
})

test('what is wrong is said beside its field, and what was typed stays', async () => {
  const answer = await office
    .as('sun')
    .post(place, { name: '', text: '草稿内容', reviewOn: '明年' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('草稿内容')
  expect(page).toContain('value="明年"')
})

test('readers keep the version that is out until lin publishes the next one', async () => {
  const typed = { name: '如何开具发票', text: '第一版', audience: 'public' }
  const at = await write('lin', typed)
  const open = await openPortal()
  const stranger = office.stranger()
  expect(await text(stranger.get(open))).not.toContain('如何开具发票')
  expect((await stranger.get(`${open}/${idOf(at)}`)).status).toBe(404)
  expect((await publish('lin', at)).status).toBe(303)
  const edited = { ...typed, text: '第二版', language: 'zh-CN', version: await versionOf(at) }
  await office.as('lin').post(at, edited)
  expect(await text(office.as('lin').get(at))).toContain('第二版')
  expect(await text(stranger.get(`${open}/${idOf(at)}`))).toContain('第一版')
  expect((await publish('lin', at, '改了流程')).status).toBe(303)
  expect(await text(stranger.get(`${open}/${idOf(at)}`))).toContain('第二版')
  const page = await text(office.as('sun').get(at))
  expect(page).toContain('改了流程')
  const old = page.match(/\/service\/article-versions\/[\w-]+/g)?.at(-1) ?? ''
  expect(await text(office.as('sun').get(old))).toContain('第一版')
})

test('an article read before somebody else saved it is not published, and one without a text is not either', async () => {
  const at = await write('lin', { name: '空文章' })
  const before = await versionOf(at)
  expect((await publish('lin', at)).status).toBe(422)
  await office.as('lin').post(at, { name: '空文章', text: '有了', version: before })
  const late = await office.as('lin').post(`${at}/publish`, { version: before, note: '' })
  expect(late.status).toBe(422)
})

test('an article that holds no longer stays a draft, and lin is told which day to change', async () => {
  const typed = { name: '春节发货安排', text: '初七恢复发货。', expiresOn: '2020-01-01' }
  const at = await write('lin', typed)
  const refused = await publish('lin', at)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toMatch(/“Holds until” has passed|“有效期至”是已经过去的日期/)
  expect(await text(office.as('lin').get(at))).toMatch(/Draft|草稿/)
  const later = { ...typed, expiresOn: '2099-01-01', version: await versionOf(at) }
  await office.as('lin').post(at, later)
  expect((await publish('lin', at)).status).toBe(303)
})

test('a stranger who goes astray stays with the company, and is never led to pages of its people', async () => {
  const open = await openPortal()
  const stranger = office.stranger()
  const key = open.split('/')[2]
  const there = [`${open}/xyz`, `${open}/${crypto.randomUUID()}`, `/portal/${key}/nothing`]
  for (const at of there) {
    const answer = await stranger.get(at)
    expect(answer.status, at).toBe(404)
    const page = await answer.text()
    expect(page, at).toContain('海港贸易')
    expect(page, at).toContain(`href="${open}"`)
    expect(page, at).not.toMatch(/Stepwise CRM<|Go to Today|href="\/(login)?"/)
  }
  for (const at of [
    '/portal/help-0000000000/articles',
    '/portal/forms/none',
    '/portal/ratings/x',
  ]) {
    const answer = await stranger.get(at)
    expect(answer.status, at).toBe(404)
    expect(await answer.text(), at).not.toMatch(/海港贸易|Go to Today|href="\/(login)?"/)
  }
  const sun = await text(office.as('sun').get(`${open}/xyz`))
  expect(sun, 'her too').not.toContain('Go to Today')
})

test('the public page shows what is for customers and holds, in the language of whoever reads', async () => {
  const open = await openPortal()
  const hidden = await write('lin', { name: '内部定价规则', text: '秘密' })
  const shown = await write('lin', {
    ...{ name: '如何更换碳粉', text: '打开前盖。', audience: 'public', category: '使用入门' },
    ...{ otherName: 'How to change the toner', otherText: 'Open the **front** cover.' },
  })
  const over = await write('lin', { name: '旧款说明', text: '旧', audience: 'public' })
  expect((await publish('lin', over)).status).toBe(303)
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`
      update service.articles set expires_on = '2020-01-01' where id = ${idOf(over)}`),
  )
  for (const at of [hidden, shown]) expect((await publish('lin', at)).status).toBe(303)
  const stranger = office.stranger()
  const chinese = await text(stranger.get(open, { 'accept-language': 'zh-CN' }))
  expect(chinese).toContain('如何更换碳粉')
  expect(chinese).toContain('海港贸易')
  expect(chinese).not.toContain('内部定价规则')
  expect(chinese).not.toContain('旧款说明')
  const english = office.stranger()
  expect(await text(english.get(open, { 'accept-language': 'en' }))).toContain('change the toner')
  const page = await english.get(`${open}/${idOf(shown)}`, { 'accept-language': 'en' })
  expect(page.headers.get('cache-control')).toBe('public, max-age=300')
  expect(await page.text()).toContain('<strong>front</strong>')
  for (const at of [hidden, over])
    expect((await stranger.get(`${open}/${idOf(at)}`)).status).toBe(404)
  expect(await text(english.get(`${open}?q=碳粉`))).toContain('change the toner')
  expect(await text(stranger.get(`${open}?q=定价`))).not.toContain('内部定价规则')
})

test('a category is called by its name in the reader’s language, for all that are filed there', async () => {
  const open = await openPortal()
  const filed = { text: '见内文。', audience: 'public', category: '保养' }
  const first = await write('lin', { ...filed, name: '擦镜头', otherCategory: 'Care' })
  const second = await write('lin', { ...filed, name: '换滤网' })
  const english = await write('lin', { ...filed, name: 'Oiling', language: 'en', category: 'Care' })
  for (const at of [first, second, english]) expect((await publish('lin', at)).status).toBe(303)
  const [en, zh] = await Promise.all(
    ['en', 'zh-CN'].map((locale) =>
      text(office.stranger().get(open, { 'accept-language': locale })),
    ),
  )
  expect(en?.split('<h2>Care</h2>')).toHaveLength(2)
  expect(en).not.toContain('<h2>保养</h2>')
  expect(zh).toContain('<h2>保养</h2>')
  expect(await text(office.as('lin').get(place))).toContain('Care')
})

test('what is withdrawn or archived is gone for customers at once', async () => {
  const open = await openPortal()
  const at = await write('lin', { name: '临时通知', text: '今日停机', audience: 'public' })
  await publish('lin', at)
  const stranger = office.stranger()
  expect(await text(stranger.get(open))).toContain('临时通知')
  await office.as('lin').post(`${at}/withdraw`)
  expect(await text(stranger.get(open))).not.toContain('临时通知')
  await publish('lin', at)
  expect(await text(stranger.get(open))).toContain('临时通知')
  await office.as('lin').post(`${at}/archive`)
  expect(await text(stranger.get(open))).not.toContain('临时通知')
  expect((await stranger.get(`${open}/${idOf(at)}`)).status).toBe(404)
})

test('closed pages, made-up addresses and those of a firm without the module answer alike', async () => {
  const open = await openPortal()
  const version = (await office.inScope('amy', readPortal))?.version ?? 0
  await office.as('amy').post('/service/portal', { word: 'harbour', version: String(version) })
  const stranger = office.stranger()
  expect((await stranger.get(open)).status).toBe(404)
  expect((await stranger.get(portalHref('harbour-0000000000'))).status).toBe(404)
  expect((await office.as('sun').get('/service/portal')).status).toBe(404)
})

test('a customer says what is missing; the owner reads it, with how many said so', async () => {
  const open = await openPortal()
  const at = await write('lin', { name: '如何退货', text: '填写退货单。', audience: 'public' })
  await publish('lin', at)
  const said = `${open}/${idOf(at)}/opinions`
  expect((await office.stranger().post(said, { helped: 'maybe' })).status).toBe(422)
  const answer = await office.stranger().post(said, { helped: 'no', comment: '退货单在哪里？' })
  expect(answer.status).toBe(303)
  await office.as('sun').post(`${at}/opinions`, { helped: 'no', comment: '' })
  await office.as('sun').post(`${at}/opinions`, { helped: 'yes', comment: '' })
  const page = await text(office.as('lin').get(at, { 'accept-language': 'zh-CN' }))
  expect(page).toContain('退货单在哪里？')
  expect(page).toMatch(/data-testid="helped">\s*(2 人评价，1 人|1 of 2)/)
})

test('whoever leafs through everything at once is asked to wait', async () => {
  const open = await openPortal()
  const stranger = office.stranger()
  let last = 200
  for (let looked = 0; looked < 70 && last !== 429; looked++)
    last = (await stranger.get(open)).status
  expect(last).toBe(429)
})

test('owners are asked to look at an article again, once for each day they chose', async () => {
  const at = await write('sun', { name: '保修政策', text: '两年', reviewOn: '2026-01-10' })
  const told = () =>
    office.inScope('amy', ({ db }) =>
      db.execute(sql`select from core.notifications where kind = 'service.article-due'
        and record_id = ${idOf(at)}`),
    )
  await office.inScope('amy', askForReview)
  expect(await told()).toHaveLength(0)
  await publish('lin', at)
  await office.inScope('amy', askForReview)
  await office.inScope('amy', askForReview)
  expect(await told()).toHaveLength(1)
  expect(await text(office.as('sun').get(`${place}?state=due`))).toContain('保修政策')
})

test('a question is answered from articles whose titles share most with it, and never from a draft', async () => {
  const best = await write('lin', { name: '扫码枪连不上蓝牙怎么办', text: '重新配对。' })
  const other = await write('lin', { name: '扫码枪如何充电', text: '用原装底座。' })
  await write('lin', { name: '扫码枪连不上蓝牙（草稿）', text: '未核实。' })
  for (const at of [best, other]) await publish('lin', at)
  const found = await office.inScope('sun', (scope) =>
    suggested(scope, '你好，我的扫码枪今天突然连不上蓝牙了'),
  )
  expect(found.map(({ id }) => id)).toEqual([idOf(best), idOf(other)])
  expect(await office.inScope('sun', (scope) => suggested(scope, ''))).toEqual([])
})

test('an article is made of a solved ticket, names it to who may see it, and is suggested beside the next one', async () => {
  const { registry } = office.app.product
  const ticket = await office.inScope('sun', (scope) =>
    openTicket(scope, registry, { subject: '电子秤读数漂移', text: '一直跳', channel: 'phone' }),
  )
  const answer = { kind: 'answer', text: '放平并**重新校准**。', channel: 'phone' } as const
  await office.inScope('sun', (scope) => addMessage(scope, registry, ticket.id, answer))
  const sun = office.as('sun')
  const form = await text(sun.get(`${place}/new?ticket=${ticket.id}`))
  expect(form).toContain('value="电子秤读数漂移"')
  expect(form).toContain('放平并**重新校准**。')
  expect(await text(office.as('emil').get(`${place}/new?ticket=${ticket.id}`))).not.toContain(
    '校准',
  )
  const typed = { name: '电子秤读数漂移怎么办', text: '重新校准。', ticket: ticket.id }
  const at = await write('sun', typed)
  await publish('lin', at)
  const link = `href="/service/tickets/${ticket.id}"`
  expect(await text(sun.get(at))).toContain(link)
  expect(await text(office.as('emil').get(at))).not.toContain(link)
  const next = await office.inScope('sun', (scope) =>
    openTicket(scope, registry, { subject: '我的电子秤读数不稳', channel: 'phone' }),
  )
  expect(await text(sun.get(`/service/tickets/${next.id}`))).toContain('电子秤读数漂移怎么办')
})

test('programs read and write articles as their people do', async () => {
  const sun = await programOf(office.app, office, 'sun')
  const made = await sun.post('/articles', { name: 'Reset the device', text: 'Hold the key.' })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ language: 'zh-CN', audience: 'internal' })
  const list = await sun.get('/articles?state=draft&q=Reset')
  expect(list.body).toMatchObject({ total: 1 })
  const emil = await programOf(office.app, office, 'emil')
  expect((await emil.patch(`/articles/${made.body.id}`, { name: 'Mine' }, 1)).status).toBe(404)
})

test('another firm on the install never meets these articles', async () => {
  const valley = await office.another()
  const at = await write('lin', { name: '海港内部', text: '不外传' })
  const answer = await valley.as('amy').get(at)
  expect(answer.status).toBe(404)
  expect(await answer.text()).not.toContain('海港内部')
})
