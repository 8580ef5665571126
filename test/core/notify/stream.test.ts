import { afterAll, beforeAll, expect, test } from 'vitest'
import { notify } from '../../../core/notify/notify.ts'
import { openStage, type Stage } from '../../contract/stage.ts'
import { ageSessions } from '../../setup/query.ts'
import { until } from '../../setup/until.ts'
import type { Visitor } from '../../setup/visitor.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const path = '/notifications/stream'

/** Listens like a tab. `next` is the next thing that is said; undefined once the stream has ended. */
async function listen(visitor: Visitor, shown: number | string = 0) {
  const answer = await visitor.get(`${path}?shown=${shown}`)
  const reader = answer.body?.getReader()
  const next = async () => {
    const { value } = (await reader?.read()) ?? {}
    return value && new TextDecoder().decode(value)
  }
  return { answer, next, leave: () => reader?.cancel() }
}

const tellEmil = () =>
  stage.inScope('lin', (scope) =>
    notify(scope, [stage.people.emil], 'parcels.asked', { recordId: stage.people.emil }),
  )

test('emil’s tab hears of it at once, without asking again', async () => {
  const tab = await listen(stage.as('emil'))
  expect(tab.answer.headers.get('content-type')).toContain('text/event-stream')
  expect(tab.answer.headers.get('cache-control')).toBe('private, no-store')
  await tellEmil()
  const said = await tab.next()
  expect(said).toMatch(/data-testid="unread">1</)
  expect(said).toContain('event: notified')
  await tab.leave()
})

test('a tab that was away hears at once what it missed', async () => {
  const tab = await listen(stage.as('emil'))
  expect(await tab.next()).toMatch(/data-testid="unread">1</)
  await tab.leave()
})

test('sun’s tab hears nothing of it, and ends with her session', async () => {
  const sun = stage.as('sun')
  const tab = await listen(sun)
  await tellEmil()
  await ageSessions(stage, { seen: '9 hours' })
  expect(await tab.next()).toBeUndefined()
})

test('signing out ends the tabs of that session and no others', async () => {
  const [desk, phone] = [stage.as('tara'), stage.as('tara')]
  const [left, right] = [await listen(desk), await listen(phone)]
  await desk.post('/logout')
  expect(await left.next()).toBeUndefined()
  await stage.inScope('lin', (scope) =>
    notify(scope, [stage.people.tara], 'parcels.asked', { recordId: stage.people.tara }),
  )
  expect(await right.next()).toContain('event: notified')
  await right.leave()
})

test('listening is no use of a session: an idle one ends though its tab is open', async () => {
  const emil = stage.as('emil')
  const tab = await listen(emil, 2)
  await ageSessions(stage, { seen: '8 hours 1 minute' })
  expect(await tab.next()).toBeUndefined()
  expect((await emil.get('/')).status).toBe(302)
})

test('a stranger hears nothing, and one person has a dozen tabs at most', async () => {
  const stranger = await stage.stranger().get(path, { 'hx-request': 'true' })
  expect([stranger.status, stranger.headers.get('hx-redirect')]).toEqual([401, '/login'])
  const lin = stage.as('lin')
  const tabs = []
  for (let at = 0; at < 12; at++) tabs.push(await listen(lin))
  expect((await lin.get(path)).status).toBe(204)
  await tabs[0]?.leave()
  expect((await listen(lin)).answer.status).toBe(200)
})

test('a browser that cannot share a stream is told the count and when to ask again, and no more', async () => {
  const tab = await listen(stage.as('emil'), '0&once')
  expect(await tab.next()).toMatch(/^retry: 60000\nid: 2\nevent: notified\ndata: .+\n\n$/)
  expect(await tab.next()).toBeUndefined()
})

test('a tab that comes back is told nothing it knows, and one left open by somebody else nothing at all', async () => {
  const emil = stage.as('emil')
  const back = await emil.get(`${path}?shown=0`, { 'last-event-id': '2' })
  await tellEmil()
  const said = await back.body?.getReader().read()
  expect(new TextDecoder().decode(said?.value)).toMatch(/^id: 3\n/)
  const left = await emil.get(`${path}?for=${stage.people.sun}`)
  expect([left.status, await left.text()]).toEqual([204, ''])
})

test('no open tab holds a connection to the database', async () => {
  const tabs = [await listen(stage.as('lin')), await listen(stage.as('amy'))]
  await until('nobody is in a transaction', async () => {
    const busy = await stage.eyes`
      select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and application_name = 'stepwise' and state like '%in transaction%'`
    return busy.length === 0
  })
  for (const tab of tabs) await tab.leave()
})

test('when the product stops, the streams end first', async () => {
  const tab = await listen(stage.as('amy'))
  stage.app.hush()
  expect(await tab.next()).toBeUndefined()
})
