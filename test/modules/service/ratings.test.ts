import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailboxes } from '../../../modules/service/mailboxes/schema.ts'
import { makeRatingLink } from '../../../modules/service/ratings/asking.ts'
import { type RatingFigures, sumUp } from '../../../modules/service/ratings/figures.ts'
import { mailRating } from '../../../modules/service/ratings/mailing.ts'
import { usualStates } from '../../../modules/service/states/usual.ts'
import { changeState } from '../../../modules/service/tickets/moving.ts'
import { openTicket } from '../../../modules/service/tickets/opening.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openServiceOffice } from './service-office.ts'

let office: Office
beforeAll(async () => {
  office = await openServiceOffice({ locale: 'zh-CN' })
})
afterAll(() => office?.close())

const open = (who: PersonName, subject = '设备报错') =>
  office.inScope(who, (scope) =>
    openTicket(scope, office.app.product.registry, { subject, channel: 'mail', fromName: '周敏' }),
  )

const move = (who: PersonName, id: string, type: 'open' | 'solved' | 'closed') =>
  office.inScope(who, (scope) => {
    const to = usualStates(scope).find((one) => one.type === type)
    return changeState(scope, office.app.product.registry, id, to?.id ?? '')
  })

type Row = { score: number | null; comment: string; asked: string; ownerId: string | null }

const ratingsOf = (id: string) =>
  office.inScope('amy', ({ db }) =>
    db.execute<Row>(sql`select score, comment, owner_id as "ownerId" from service.ratings
      where ticket_id = ${id} order by asked_at`),
  )

const link = async (who: PersonName, id: string) =>
  `/portal/ratings/${await office.inScope(who, (scope) => makeRatingLink(scope, id))}`

const tasksOf = (id: string) =>
  office.inScope('amy', ({ db }) =>
    db.execute<{ title: string; ownerId: string; dueOn: string }>(sql`
      select title, owner_id as "ownerId", due_on::text as "dueOn" from contacts.tasks
      where record_id = ${id}`),
  )

test('a solved ticket asks its customer once, and one that is open again asks no more', async () => {
  const { id } = await open('sun')
  await move('sun', id, 'solved')
  await move('sun', id, 'closed')
  expect(await ratingsOf(id)).toHaveLength(1)
  await move('sun', id, 'open')
  expect(await ratingsOf(id)).toHaveLength(0)
})

test('one tap answers; sent again, or by another tap, it changes nothing, and words may follow once', async () => {
  const { id } = await open('sun', '无法登录')
  await move('sun', id, 'solved')
  const at = await link('sun', id)
  const customer = office.stranger()
  const page = await (await customer.get(at, { 'accept-language': 'zh-CN' })).text()
  expect(page).toContain('无法登录')
  expect(page).toContain('海港贸易')
  expect((await ratingsOf(id))[0]?.score).toBeNull()
  expect((await customer.post(at, { score: '5' })).status).toBe(200)
  const again = await customer.post(at, { score: '1' }, { 'accept-language': 'zh-CN' })
  expect(await again.text()).toContain('您已评价过：5 分')
  await customer.post(at, { comment: '很快，谢谢' })
  await customer.post(at, { comment: '改主意了' })
  expect((await ratingsOf(id))[0]).toMatchObject({
    ...{ score: 5, comment: '很快，谢谢', ownerId: office.people.sun },
  })
  expect(await tasksOf(id)).toHaveLength(0)
  expect(await (await office.as('sun').get(`/service/tickets/${id}`)).text()).toContain('5 of 5')
})

test('forged, replaced, outdated and foreign links are refused alike, and leave nothing behind', async () => {
  const { id } = await open('sun')
  await move('sun', id, 'solved')
  const old = await link('sun', id)
  const good = await link('sun', id)
  const flipped = good.slice(0, -1) + (good.endsWith('A') ? 'B' : 'A')
  const customer = office.stranger()
  const answers = await Promise.all(
    [old, flipped, '/portal/ratings/x', `${good}x`].map((at) => customer.post(at, { score: '1' })),
  )
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  expect((await ratingsOf(id))[0]?.score).toBeNull()
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update service.ratings set expires_at = now() - interval '1 minute'
      where ticket_id = ${id}`),
  )
  const late = await customer.post(good, { score: '1' })
  expect(late.status).toBe(404)
  const page = await late.text()
  expect(page, 'whose link it was is known').toContain('海港贸易')
  expect(page).not.toMatch(/Stepwise CRM<|Go to Today/)
  expect((await ratingsOf(id))[0]?.score).toBeNull()
})

test('of many taps at once one counts', async () => {
  const { id } = await open('sun')
  await move('sun', id, 'solved')
  const at = await link('sun', id)
  const taps = ['1', '2', '3', '4', '5'].map((score) => office.stranger().post(at, { score }))
  expect((await Promise.all(taps)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  const [rated] = await ratingsOf(id)
  expect(rated?.score).toBeGreaterThan(0)
  const lines = await office.inScope('amy', ({ db }) =>
    db.execute(sql`select from core.timeline where record_id = ${id} and kind = 'service.rated'`),
  )
  expect(lines).toHaveLength(1)
})

test('a low score is called back about by whose ticket it was, on a working day', async () => {
  const { id, number } = await open('sun')
  await move('sun', id, 'solved')
  await office.stranger().post(await link('sun', id), { score: '1', comment: '没解决' })
  const [task] = await tasksOf(id)
  expect(task).toMatchObject({ ownerId: office.people.sun })
  expect(task?.title).toContain(number)
  expect([0, 6]).not.toContain(new Date(`${task?.dueOn}T00:00:00Z`).getUTCDay())
})

test('what is measured names how many said it, and members see how they are rated themselves', async () => {
  const rows: RatingFigures[] = [
    { id: '1', name: 'a', asked: 4, answered: 2, sum: 7, good: 1, low: 0 },
    { id: '2', name: 'b', asked: 1, answered: 1, sum: 5, good: 1, low: 0 },
  ]
  expect(sumUp(rows)).toEqual({ asked: 5, answered: 3, sum: 12, good: 2, low: 0 })
  const report = '/service/reports/satisfaction'
  const sun = await (await office.as('sun').get(report)).text()
  expect(sun).toContain('孙悦')
  expect(sun).toContain('没解决')
  const emil = await (await office.as('emil').get(report)).text()
  expect(emil).not.toContain('孙悦</td>')
  expect(emil).not.toContain('没解决')
  expect((await office.as('tara').get(report)).status).toBe(404)
})

test('a firm that asks nobody by itself can still give out a link by hand', async () => {
  const rules = '/service/rating-rules'
  const form = { asks: 'never', callBackAt: '0', version: '0' }
  expect((await office.as('amy').post(rules, form)).status).toBe(303)
  expect((await office.as('amy').post(rules, form)).status).toBe(422)
  const { id } = await open('sun')
  await move('sun', id, 'solved')
  expect(await ratingsOf(id)).toHaveLength(0)
  const sun = office.as('sun')
  const made = await sun.post(`/service/tickets/${id}/ratings`)
  const shown = await (await sun.get(made.headers.get('location') ?? '')).text()
  const at = /\/portal\/ratings\/[\w-]+/.exec(shown)?.[0] ?? ''
  expect((await office.stranger().post(at, { score: '2' })).status).toBe(200)
  expect(await tasksOf(id)).toHaveLength(0)
  expect(await (await sun.get(`/service/tickets/${id}/ratings`)).text()).not.toContain('/portal/')
  expect((await office.as('emil').post(`/service/tickets/${id}/ratings`)).status).toBe(404)
})

test('an hour after a ticket is solved its customer is asked by mail, once, if there is an address and a mailbox', async () => {
  const { env } = office.app.product
  const rules = { asks: 'solved', callBackAt: '2', version: '1' }
  expect((await office.as('amy').post('/service/rating-rules', rules)).status).toBe(303)
  const { id } = await open('sun', '屏幕闪烁')
  await move('sun', id, 'solved')
  const mail = () => office.inScope('amy', (scope) => mailRating(scope, env, id))
  expect(await mail()).toBe(false)
  await office.inScope('amy', (scope) =>
    scope.db.insert(mailboxes).values({
      ...{ companyId: scope.company.id, name: '客服', address: 'help@harbour.example' },
      ...{ imapHost: 'imap.harbour.example', imapPort: 993, imapSecurity: 'tls' },
      ...{ smtpHost: 'smtp.harbour.example', smtpPort: 465, smtpSecurity: 'tls' },
      ...{ username: 'help', pausedAt: scope.now() },
    }),
  )
  expect(await mail()).toBe(false)
  const written = () =>
    office.inScope('amy', ({ db }) =>
      db.execute<{ text: string }>(
        sql`select text from service.outgoing_mails where ticket_id = ${id} and kind = 'rating'`,
      ),
    )
  expect(await written()).toHaveLength(0)
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update service.tickets set from_address = 'zhou@example.com' where id = ${id}`),
  )
  expect(await mail()).toBe(true)
  expect(await mail()).toBe(false)
  const [sent] = await written()
  const at = /\/portal\/ratings\/[\w-]+/.exec(sent?.text ?? '')?.[0] ?? ''
  expect((await office.stranger().post(at, { score: '4' })).status).toBe(200)
  expect((await ratingsOf(id))[0]?.score).toBe(4)
})
