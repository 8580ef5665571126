import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonName } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { ageSessions, query } from '../../setup/query.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const after = async (who: PersonName, age: { started?: string; seen?: string }) => {
  const visitor = office.as(who)
  expect((await visitor.get('/')).status).toBe(200)
  await ageSessions(office, age)
  return visitor.get('/')
}

test.each([
  ['emil', '7 hours 59 minutes', 200],
  ['emil', '8 hours 1 minute', 302],
  ['amy', '29 minutes', 200],
  ['amy', '31 minutes', 302],
] as const)('%s, away for %s, finds %i', async (who, seen, status) => {
  expect((await after(who, { seen })).status).toBe(status)
})

test.each([
  ['emil', '13 days 23 hours', 200],
  ['emil', '14 days 1 minute', 302],
  ['amy', '11 hours 59 minutes', 200],
  ['amy', '12 hours 1 minute', 302],
] as const)('%s, signed in %s ago and busy since, finds %i', async (who, started, status) => {
  expect((await after(who, { started })).status).toBe(status)
})

test('a fragment asked for after the session ended sends the whole page to sign in', async () => {
  const emil = office.as('emil')
  await emil.get('/')
  await ageSessions(office, { seen: '9 hours' })
  const answer = await emil.get('/', { 'hx-request': 'true', 'hx-request-type': 'partial' })
  expect([answer.status, answer.headers.get('hx-redirect')]).toEqual([401, '/login'])
})

test('signing out ends the session on the server: a copied cookie is worth nothing', async () => {
  const emil = office.as('emil')
  await emil.get('/')
  const copy = emil.cookie('sid')
  const answer = await emil.post('/logout')
  expect(answer.headers.get('location')).toBe('/login')
  expect(answer.headers.get('clear-site-data')).toContain('"storage"')
  const replayed = await office.stranger().send('/', { headers: { cookie: `sid=${copy}` } })
  expect(replayed.status).toBe(302)
})

test('emil sees where he is signed in, ends one place, and cannot end anybody else’s', async () => {
  const [desk, phone, tablet] = [office.as('emil'), office.as('emil'), office.as('emil')]
  for (const device of [desk, phone, tablet]) await device.get('/')
  const page = await (await desk.get('/account')).text()
  expect(page.match(/data-testid="row"/g)?.length).toBeGreaterThanOrEqual(3)
  const ids = [...page.matchAll(/name="session" value="([^"]+)"/g)].map((match) => match[1] ?? '')
  const own = ids.at(0) ?? ''
  expect((await desk.post('/account/sessions/end', { session: own })).status).toBe(303)
  const amy = office.as('amy')
  await amy.get('/')
  const [foreign] = await query<{ id: string }>(
    office,
    (sql) => sql`select id from core.sessions where user_id = ${office.people.amy} limit 1`,
  )
  const refused = await desk.post('/account/sessions/end', { session: foreign?.id ?? '' })
  expect(refused.status).toBe(404)
  expect((await amy.get('/')).status).toBe(200)
  expect((await desk.post('/account/sessions/end-others')).status).toBe(303)
  for (const device of [phone, tablet])
    await expect.poll(async () => (await device.get('/')).status).toBe(302)
  expect((await desk.get('/')).status).toBe(200)
})

test('an administrator signs tara out everywhere', async () => {
  const tara = office.as('tara')
  await tara.get('/')
  await office.as('amy').post(`/admin/people/${office.people.tara}/sign-out`)
  await expect.poll(async () => (await tara.get('/')).status).toBe(302)
})
