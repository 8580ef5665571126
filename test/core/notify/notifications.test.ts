import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asOperator } from '../../../core/access/operator.ts'
import { newId } from '../../../core/db/id.ts'
import { forgetOldNotifications } from '../../../core/notify/forgetting.ts'
import { notify } from '../../../core/notify/notify.ts'
import { openStage, type Stage } from '../../contract/stage.ts'
import type { PersonName } from '../../setup/cast.ts'
import { plan } from '../../setup/plan.ts'

let stage: Stage
let parcel: { id: string; name: string }
beforeAll(async () => {
  stage = await openStage()
  const [row] = await stage.eyes<{ id: string; name: string }[]>`
    select id, name from parcels.parcels where company_id = ${stage.company} order by id limit 1`
  if (row) parcel = row
})
afterAll(() => stage.close())
beforeEach(async () => {
  await stage.turn('parcels', 'write')
  await stage.eyes`delete from core.notifications`
  await stage.eyes`update parcels.parcels set owner_id = null where id = ${parcel.id}`
  await forgetCounts()
})

/** News comes in order: when this is heard, all that was told before is, and nothing is in memory. */
async function forgetCounts(): Promise<void> {
  const mark = newId()
  const heard = new Promise<void>((resolve) =>
    stage.app.product.changes.on('notify', (company) => company === mark && resolve()),
  )
  await stage.eyes`select pg_notify('stepwise', ${`notify ${mark}`})`
  await heard
}

const ask = (question: string, ...people: PersonName[]) =>
  stage.inScope('lin', (scope) =>
    notify(
      scope,
      people.map((name) => stage.people[name]),
      'parcels.asked',
      { object: 'parcels.parcel', recordId: parcel.id },
      { question },
    ),
  )

const page = async (name: PersonName, path = '/notifications') =>
  (await stage.as(name).get(path)).text()

/** The number on the bell of any page. */
const waiting = async (name: PersonName): Promise<number> => {
  const html = await page(name, '/search')
  return Number(/data-testid="unread">(\d+)/.exec(html)?.[1] ?? 0)
}

const idsOf = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/\/notifications\/([0-9a-f-]{36})\/read/g)].map(([, id]) => id ?? ''),
  ),
]

test('emil is told once; lin, who asked, and sun are told nothing', async () => {
  await ask('Where is it?', 'emil', 'emil', 'lin')
  expect([await waiting('emil'), await waiting('lin'), await waiting('sun')]).toEqual([1, 0, 0])
  const told = await page('emil')
  for (const word of ['林岚', 'asks you about', parcel.name, 'Where is it?'])
    expect(told).toContain(word)
  expect(await page('sun')).not.toContain('Where is it?')
})

test('what is taken back was never told', async () => {
  const taken = stage.inScope('lin', async (scope) => {
    await notify(scope, [stage.people.emil], 'parcels.asked', { recordId: parcel.id })
    throw new Error('taken back')
  })
  await expect(taken).rejects.toThrow('taken back')
  expect(await waiting('emil')).toBe(0)
})

test('opening one is reading it, and leads to the record; looking at the list is not', async () => {
  await ask('One', 'emil')
  await ask('Two', 'emil')
  const [latest = '', first = ''] = idsOf(await page('emil'))
  expect(await waiting('emil')).toBe(2)
  const opened = await stage.as('emil').post(`/notifications/${latest}/open`)
  expect(opened.headers.get('location')).toBe(`/parcels/parcels/${parcel.id}`)
  expect(await waiting('emil')).toBe(1)
  expect(idsOf(await page('emil'))).toEqual([first])
  expect((await stage.as('emil').post('/notifications/read')).status).toBe(303)
  expect(await waiting('emil')).toBe(0)
  expect(await page('emil')).toContain('Two')
})

test('nobody reads or opens what others were told', async () => {
  await ask('For emil', 'emil')
  const [id = ''] = idsOf(await page('emil'))
  const sun = stage.as('sun')
  expect((await sun.post(`/notifications/${id}/open`)).status).toBe(404)
  await sun.post(`/notifications/${id}/read`)
  await sun.post('/notifications/read')
  expect(await waiting('emil')).toBe(1)
})

test('neither name nor words of a record that emil may not see any more are shown', async () => {
  await ask('A secret', 'emil')
  await stage.eyes`update parcels.parcels set owner_id = ${stage.people.amy} where id = ${parcel.id}`
  const told = await page('emil')
  expect(told).toContain('a record you can no longer see')
  for (const word of [parcel.name, 'A secret', parcel.id]) expect(told).not.toContain(word)
  const [id = ''] = idsOf(told)
  expect((await stage.as('emil').post(`/notifications/${id}/open`)).status).toBe(404)
})

test('a module that is off tells nothing and counts nothing, and all is there when it is back', async () => {
  await ask('Still there?', 'emil')
  await stage.turn('parcels', 'off', 'emil')
  expect(await waiting('emil')).toBe(0)
  expect(await page('emil')).not.toContain('Still there?')
  await stage.turn('parcels', 'write')
  expect(await waiting('emil')).toBe(1)
  expect(await page('emil')).toContain('Still there?')
})

test('another firm on the same install hears nothing', async () => {
  const valley = await stage.another()
  await ask('Where?', 'emil')
  const told = await (await valley.as('emil').get('/notifications')).text()
  expect(told).not.toContain('Where?')
})

test('a long list is read page by page, each once', async () => {
  for (let at = 0; at < 31; at++) await ask(`question ${at}`, 'emil')
  const first = await page('emil')
  const next = /href="(\/notifications\?before=[^"]+)"/.exec(first)?.[1] ?? ''
  const second = await page('emil', next)
  const words = [...`${first}${second}`.matchAll(/question (\d+)/g)].map(([, at]) => Number(at))
  expect(words).toEqual(Array.from({ length: 31 }, (_, at) => 30 - at))
  expect(second).not.toContain('?before=')
})

test('a page asks nothing about notifications once it is known how many there are', async () => {
  await waiting('emil')
  await stage.eyes`
    insert into core.notifications (company_id, id, user_id, kind, data)
    values (${stage.company}, gen_random_uuid(), ${stage.people.emil}, 'parcels.asked', '{}')`
  expect(await waiting('emil'), 'written past the verb, so nobody was told').toBe(0)
  await ask('Now it is heard of', 'emil')
  expect(await waiting('emil')).toBe(2)
})

test('what is older than ninety days is let go', async () => {
  await ask('old', 'emil')
  await stage.eyes`update core.notifications set at = now() - interval '91 days'`
  await ask('new', 'emil')
  await asOperator(stage.app.product, stage.company, 'test', forgetOldNotifications)
  const told = await page('emil')
  expect(told).toContain('new')
  expect(told).not.toContain('>old<')
})

test('the list and the count walk indexes', async () => {
  await stage.eyes`
    insert into core.notifications (company_id, id, user_id, kind, data, read_at)
    select ${stage.company}, gen_random_uuid(), u.id, 'parcels.asked', '{}', now()
    from core.users u, generate_series(1, 2000) where u.company_id = ${stage.company}`
  await stage.eyes`analyze core.notifications`
  const mine = sql`company_id = ${stage.company} and user_id = ${stage.people.emil}`
  const list = sql`select id from core.notifications where ${mine} order by id desc limit 31`
  expect(await plan(stage, list)).toContain('notifications_person')
  const count = sql`select kind from core.notifications where ${mine} and read_at is null limit 1000`
  expect(await plan(stage, count)).toContain('notifications_unread')
})
