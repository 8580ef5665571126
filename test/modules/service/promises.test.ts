import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Scope } from '../../../core/scope.ts'
import { momentAt } from '../../../core/values/moment.ts'
import { adoption } from '../../../modules/service/adoption.ts'
import { reckonJob } from '../../../modules/service/clocks/anew.ts'
import { keepClocks } from '../../../modules/service/clocks/keeping.ts'
import { readClocks } from '../../../modules/service/clocks/reading.ts'
import { tellDue } from '../../../modules/service/clocks/telling.ts'
import { mergeTickets } from '../../../modules/service/linking/merging.ts'
import { addUsualPolicies, changePolicy } from '../../../modules/service/policies/policies.ts'
import { readPolicies } from '../../../modules/service/policies/reading.ts'
import { firstOf, readStates } from '../../../modules/service/states/reading.ts'
import { addMessage } from '../../../modules/service/tickets/conversing.ts'
import { changeState } from '../../../modules/service/tickets/moving.ts'
import { openTicket } from '../../../modules/service/tickets/opening.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openServiceOffice } from './service-office.ts'

let office: Office
beforeAll(async () => {
  office = await openServiceOffice({ locale: 'zh-CN' })
  await at('03-02 08:00', 'amy', addUsualPolicies)
})
afterAll(() => office?.close())

/** Does something as somebody, at a time of 2026 on the wall of the firm, where no holiday falls. */
const at = <T>(wall: string, who: PersonName, work: (scope: Scope) => Promise<T>): Promise<T> =>
  office.inScope(who, (scope) => {
    const now = momentAt(`2026-${wall}:00`, scope.company.timeZone)
    return work({ ...scope, now: () => now })
  })

const open = (wall: string, priority: 'urgent' | 'normal' = 'urgent', who: PersonName = 'sun') =>
  at(wall, who, async (scope) => {
    const opening = { subject: '开机后黑屏', channel: 'phone', text: '没反应。' } as const
    const { registry } = office.app.product
    return (await openTicket(scope, registry, { ...opening, values: { priority } })).id
  })

const say = (wall: string, id: string, kind: 'customer' | 'answer') =>
  at(wall, 'sun', (scope) =>
    addMessage(scope, office.app.product.registry, id, { kind, text: '您好', channel: 'mail' }),
  )

const clocksOf = (wall: string, id: string) =>
  at(wall, 'sun', async (scope) => {
    const said = await readClocks(scope, id)
    return Object.fromEntries(
      said.map(({ kind, dueAt, stoppedAt, pausedAt, left }) => [
        kind,
        stoppedAt
          ? dueAt && stoppedAt > dueAt
            ? 'broken'
            : 'kept'
          : pausedAt
            ? 'paused'
            : left / 60,
      ]),
    )
  })

const toldOf = (id: string) =>
  office.inScope('amy', async ({ db, company }) => {
    const rows = await db.execute<{ name: string; kind: string }>(sql`
      select u.name, n.kind from core.notifications n
      join core.users u on u.company_id = n.company_id and u.id = n.user_id
      where n.company_id = ${company.id} and n.record_id = ${id} order by n.at, u.name`)
    return rows.map(({ name, kind }) => `${name} ${kind.replace('service.', '')}`)
  })

test('a ticket that is opened gets its clocks, an answer stops one, and waiting for the customer the other', async () => {
  const id = await open('03-05 10:00')
  expect(await clocksOf('03-05 10:30', id)).toEqual({ first: 30, solve: 510 })
  await say('03-05 10:45', id, 'answer')
  expect(await clocksOf('03-05 17:00', id)).toEqual({ first: 'kept', solve: 'paused' })
  await say('03-06 09:30', id, 'customer')
  expect(await clocksOf('03-06 10:00', id)).toEqual({ first: 'kept', next: 90, solve: 465 })
  await say('03-06 12:00', id, 'answer')
  expect(await clocksOf('03-06 12:00', id)).toMatchObject({ next: 'broken' })
  const page = await (await office.as('sun').get(`/service/tickets/${id}`)).text()
  for (const words of ['Service level', 'First response', 'after 45 min', 'Paused'])
    expect(page).toContain(words)
  // The mark says it; the words behind it do not say it once more.
  for (const mark of ['In time', 'Too late'])
    expect(page).toMatch(new RegExp(`>${mark}</span> after `))
})

test('its owner is warned and then told, each once, and the history says it', async () => {
  const id = await open('03-09 10:00')
  const calm = await open('03-09 10:00', 'normal')
  await at('03-09 10:30', 'amy', tellDue)
  expect(await toldOf(id)).toEqual([])
  for (const wall of ['03-09 10:50', '03-09 10:55']) await at(wall, 'amy', tellDue)
  expect(await toldOf(id)).toEqual(['孙悦 due-soon'])
  for (const wall of ['03-09 11:05', '03-09 11:10']) await at(wall, 'amy', tellDue)
  expect(await toldOf(id)).toEqual(['孙悦 due-soon', '孙悦 overdue'])
  expect(await toldOf(calm)).toEqual([])
  const page = await (await office.as('sun').get(`/service/tickets/${id}`)).text()
  expect(page).toContain('the first response was not given in time')
  const late = await (await office.as('sun').get('/service/tickets?due=late')).text()
  expect(late).toContain(`value="${id}"`)
  expect((await office.as('emil').get(`/service/tickets/${id}`)).status).toBe(404)
})

test('who leads the owner’s department hears of a broken promise, unless the policy leaves them out', async () => {
  const id = await open('03-09 10:00', 'urgent', 'emil')
  await at('03-09 10:50', 'amy', tellDue)
  expect(await toldOf(id)).toEqual(['艾米尔 due-soon'])
  await at('03-09 11:05', 'amy', tellDue)
  expect((await toldOf(id)).toSorted()).toEqual([
    '林岚 overdue',
    '艾米尔 due-soon',
    '艾米尔 overdue',
  ])
  const page = await (await office.as('lin').get('/notifications')).text()
  expect(page).toContain('开机后黑屏')
})

test('an answer in time is warned of no more, and nobody is told of a pause', async () => {
  const id = await open('03-10 10:00')
  await say('03-10 10:40', id, 'answer')
  await at('03-12 18:00', 'amy', tellDue)
  expect(await toldOf(id)).toEqual([])
})

test('what is promised from now on holds for open tickets, and what was kept stays', async () => {
  const id = await open('03-11 10:00')
  await say('03-11 10:45', id, 'answer')
  await say('03-11 11:00', id, 'customer')
  const stricter = (first: number, next: number) =>
    at('03-11 11:00', 'amy', async (scope) => {
      const [urgent] = await readPolicies(scope)
      if (!urgent) throw new Error('There is a policy for what is urgent.')
      const { id: _, since: __, version, ...input } = urgent
      const change = { ...input, firstMinutes: first, nextMinutes: next }
      expect(await changePolicy(scope, urgent, version, change)).toBe('changed')
      await reckonJob.run(scope, {}, office.app.product.registry)
    })
  await stricter(10, 30)
  expect(await clocksOf('03-11 11:00', id)).toEqual({ first: 'kept', next: 30, solve: 495 })
  await stricter(60, 120)
})

test('a solved ticket stops its clocks, and one that a file brought in has none', async () => {
  const id = await open('03-12 10:00', 'normal')
  await at('03-12 11:00', 'sun', async (scope) =>
    changeState(
      scope,
      office.app.product.registry,
      id,
      firstOf(await readStates(scope), 'solved').id,
    ),
  )
  expect(await clocksOf('03-12 12:00', id)).toEqual({ first: 'kept', solve: 'kept' })
  const old = await open('02-20 10:00')
  await at('03-12 11:00', 'amy', (scope) => keepClocks(scope, [old]))
  expect(await clocksOf('03-12 12:00', old)).toEqual({})
})

test('an answer that a merged ticket brings along keeps the promise there, and counts once', async () => {
  const from = await open('03-20 10:00')
  const into = await open('03-20 10:10')
  await say('03-20 10:30', from, 'answer')
  await at('03-20 10:40', 'sun', (scope) =>
    mergeTickets(
      ...([scope, office.app.product.registry] as const),
      ...([
        { id: from, number: 'A' },
        { id: into, number: 'B' },
      ] as const),
    ),
  )
  expect(await clocksOf('03-20 10:40', into)).toMatchObject({ first: 'kept', solve: 500 })
  expect(await clocksOf('03-20 10:40', from)).toEqual({})
  await at('03-20 11:00', 'sun', (scope) => keepClocks(scope, [from]))
  expect(await clocksOf('03-20 11:00', from), 'it stays that way').toEqual({})
})

test('of answers those count as given in time that keep their promise, and without one those of a day', async () => {
  const inTime = (from: string, to: string) =>
    at('03-18 18:00', 'amy', async (scope) => {
      const [begin, end] = [from, to].map((day) =>
        momentAt(`2026-${day} 00:00:00`, scope.company.timeZone),
      ) as [Date, Date]
      return [
        ...(await scope.db.execute(adoption.prompt?.(scope, { from: begin, to: end }) ?? sql``)),
      ]
    })
  const answered = async (opened: string, answer: string, priority?: 'normal') => {
    const id = await open(opened, priority)
    await say(answer, id, 'answer')
    return id
  }
  await answered('03-13 17:30', '03-16 10:00', 'normal')
  await answered('03-16 10:00', '03-16 12:00')
  const id = await answered('03-16 13:00', '03-16 13:30')
  await say('03-16 14:00', id, 'customer')
  await say('03-16 17:00', id, 'answer')
  const sun = office.people.sun
  expect(await inTime('03-13', '03-18'), 'over a weekend kept, within the day broken').toEqual([
    { person: sun, good: 2, of: 4 },
  ])
  await answered('02-20 10:00', '02-21 09:00')
  await answered('02-20 10:00', '02-21 11:00')
  expect(await inTime('02-20', '02-23'), 'nothing was promised').toEqual([
    { person: sun, good: 1, of: 2 },
  ])
  expect(await inTime('03-18', '03-19'), 'no answers, no share').toEqual([])
})

test('amy sets up what is promised and when it counts; sun may not, and nothing typed is lost', async () => {
  const amy = office.as('amy')
  const once = () => crypto.randomUUID()
  const wrong = await amy.post('/service/policies', {
    name: '大客户',
    first: '半小时',
    _once: once(),
  })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('半小时')
  const hasty = { name: '大客户', first: '4', solve: '1', _once: once() }
  const refused = await amy.post('/service/policies', hasty)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('解决时间不能短于首次响应时间')
  const policy = { name: '大客户', first: '0.5', levels: 'A、VIP', position: '0', _once: once() }
  for (const _ of [1, 2]) expect((await amy.post('/service/policies', policy)).status).toBe(303)
  const list = await (await amy.get('/service/policies')).text()
  expect(list.split('大客户').length).toBeLessThan(5)
  for (const words of ['30 分钟', 'A和VIP']) expect(list).toContain(words)
  const bad = await amy.post('/service/business-hours', { mon: '9点', _once: once() })
  expect(bad.status).toBe(422)
  expect(await bad.text()).toContain('9点')
  const hours = { mon: '９：００至１２：００', department: office.departments.service }
  expect((await amy.post('/service/business-hours', { ...hours, _once: once() })).status).toBe(303)
  expect((await amy.post('/service/business-hours', { ...hours, _once: once() })).status).toBe(422)
  expect(await (await amy.get('/service/business-hours')).text()).toContain('09:00-12:00')
  for (const place of ['/service/policies', '/service/business-hours'])
    expect((await office.as('sun').get(place)).status).toBe(404)
})
