import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstOf, readStates } from '../../../modules/service/states/reading.ts'
import type { StateType } from '../../../modules/service/states/state-types.ts'
import { addMessage } from '../../../modules/service/tickets/conversing.ts'
import { changeState } from '../../../modules/service/tickets/moving.ts'
import { type Opening, openTicket } from '../../../modules/service/tickets/opening.ts'
import { readTicket } from '../../../modules/service/tickets/ticket-record.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openServiceOffice } from './service-office.ts'

let office: Office
beforeAll(async () => {
  office = await openServiceOffice({ locale: 'zh-CN' })
})
afterAll(() => office?.close())

const place = '/service/tickets'

const open = (opening: Partial<Opening> = {}, who: PersonName = 'sun') =>
  office.inScope(who, (scope) =>
    openTicket(scope, office.app.product.registry, {
      ...{ subject: '开机后黑屏', channel: 'phone', text: '按了电源没反应。' },
      ...opening,
    }),
  )

const stored = (id: string) => office.inScope('amy', (scope) => readTicket(scope, id))

const say = (
  id: string,
  kind: 'customer' | 'answer' | 'note',
  text: string,
  who: PersonName = 'sun',
) =>
  office.inScope(who, (scope) =>
    addMessage(scope, office.app.product.registry, id, { kind, text, channel: 'mail' }),
  )

const move = (id: string, type: StateType, who: PersonName = 'sun') =>
  office.inScope(who, async (scope) =>
    changeState(scope, office.app.product.registry, id, firstOf(await readStates(scope), type).id),
  )

const events = (id: string) =>
  office.inScope('amy', async ({ db, company }) => {
    const rows = await db.execute<{ name: string }>(sql`
      select name from core.events where company_id = ${company.id} and payload ->> 'id' = ${id}
      order by id`)
    return rows.map(({ name }) => name.replace('service.ticket.', ''))
  })

test('sun notes a call, finds it by number and pinyin, and emil of another department never hears of it', async () => {
  const sun = office.as('sun')
  const answer = await sun.post(place, {
    ...{ name: '打印机卡纸', text: '每打十页卡一次。', type: 'incident', priority: 'high' },
    ...{ channel: 'phone', fromName: '王女士，138 1234 5678', _once: crypto.randomUUID() },
  })
  expect(answer.status).toBe(303)
  const at = answer.headers.get('location') ?? ''
  const ticket = await stored(at.split('/').at(-1) ?? '')
  expect(ticket).toMatchObject({ stateType: 'new', values: { priority: 'high', type: 'incident' } })
  expect(await (await sun.get(at)).text()).toContain(ticket.values.number)
  for (const q of [ticket.values.number, 'dayinji', '卡纸', '王女士'])
    expect(await (await sun.get(`${place}?q=${encodeURIComponent(q)}`)).text()).toContain(
      '打印机卡纸',
    )
  expect(await (await sun.get(`${place}?progress=undone`)).text()).toContain('打印机卡纸')
  expect(await (await sun.get(`${place}?progress=solved`)).text()).not.toContain('打印机卡纸')
  const emil = office.as('emil')
  expect((await emil.get(at)).status).toBe(404)
  expect(await (await emil.get(place)).text()).not.toContain('打印机卡纸')
  expect((await office.as('tara').get(place)).status).toBe(404)
})

test('what is wrong is said beside its field, and what was typed stays', async () => {
  const page = await office
    .as('sun')
    .post(place, { name: '', text: '没有主题', person: '查无此人' })
  expect(page.status).toBe(422)
  const text = await page.text()
  expect(text).toContain('没有主题')
  expect(text).toContain('value="查无此人"')
})

test('numbers follow one another, of ten who open a ticket at once as well', async () => {
  const made = await Promise.all(Array.from({ length: 10 }, () => open()))
  const numbers = made.map(({ number }) => Number(number.split('-')[1])).sort((a, b) => a - b)
  expect(new Set(numbers).size).toBe(10)
  expect((numbers.at(-1) ?? 0) - (numbers[0] ?? 0)).toBe(9)
})

test('the first answer is the first response and waits for the customer, whose words wait for us', async () => {
  const { id } = await open()
  expect(await stored(id)).toMatchObject({ stateType: 'new', firstResponseAt: null })
  await say(id, 'note', '先查一下保修')
  expect(await stored(id)).toMatchObject({ stateType: 'new', firstResponseAt: null })
  await say(id, 'answer', '请按住电源键十秒。')
  const first = await stored(id)
  expect(first.stateType).toBe('waiting_customer')
  expect(first.firstResponseAt).not.toBeNull()
  await say(id, 'customer', '还是不行。')
  expect((await stored(id)).stateType).toBe('waiting_us')
  await say(id, 'answer', '那请寄回。')
  const second = await stored(id)
  expect(second.firstResponseAt).toEqual(first.firstResponseAt)
  expect(second.lastAnswerAt).not.toEqual(first.lastAnswerAt)
  expect(await events(id)).toEqual([
    ...['created', 'opened', 'note-added', 'answered', 'state-changed'],
    ...['customer-wrote', 'state-changed', 'answered', 'state-changed'],
  ])
})

test('a customer who writes again opens a solved ticket, and that is counted; a note does not', async () => {
  const { id } = await open()
  await move(id, 'solved')
  const solved = await stored(id)
  expect(solved.solvedAt).not.toBeNull()
  await say(id, 'note', '客户电话里说好了')
  expect(await stored(id)).toMatchObject({ stateType: 'solved', reopened: 0 })
  await say(id, 'customer', '又黑屏了')
  expect(await stored(id)).toMatchObject({ stateType: 'open', reopened: 1, solvedAt: null })
})

test('of two who solve a ticket at once one does, and nothing is written twice', async () => {
  const { id } = await open()
  const done = await Promise.all([move(id, 'solved', 'sun'), move(id, 'solved', 'amy')])
  expect(done.sort()).toEqual(['changed', 'unchanged'])
  expect((await events(id)).filter((name) => name === 'state-changed')).toHaveLength(1)
  expect(await move(id, 'solved')).toBe('unchanged')
})
