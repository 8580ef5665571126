import { afterAll, beforeAll, expect, test } from 'vitest'
import { disablePerson } from '../../../core/access/change-person.ts'
import { makeToken, readTokens, revokeToken } from '../../../core/tokens/tokens.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { type Program, programOf } from '../../setup/program.ts'
import { query } from '../../setup/query.ts'

let office: Office
let amy: Program
beforeAll(async () => {
  office = await openOffice({ modules: [] })
  amy = await programOf(office.app, office, 'amy')
})
afterAll(() => office.close())

const here = '/api/v1/audit'

const send = (headers: Record<string, string>, path = here, init: RequestInit = {}) =>
  office.stranger().send(path, { ...init, headers })

test('without a token that works nobody gets in, and is told how one does', async () => {
  const flags = await office.inScope('amy', (scope) =>
    makeToken(scope, {
      person: { id: office.people.amy, name: 'amy' },
      name: 'flags',
      kind: 'unleash',
      days: null,
    }),
  )
  const tries = ['', 'Bearer', `Bearer ${amy.token}x`, `Basic ${amy.token}`, amy.token]
  for (const authorization of [...tries, `Bearer ${flags}`, `Bearer ${amy.token} x`]) {
    const answer = await send({ authorization })
    expect(answer.status, authorization).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    expect(await answer.json()).toMatchObject({ type: 'urn:stepwise:problem:unauthorised' })
  }
  expect((await send({ authorization: `bearer ${amy.token}` })).status).toBe(200)
})

test('a cookie opens nothing and changes nothing, whatever it says', async () => {
  const browser = office.as('amy')
  await browser.get('/')
  expect((await browser.get(here)).status).toBe(401)
  expect((await browser.post('/api/v1/audit', {})).status).toBe(401)
  const sun = await programOf(office.app, office, 'sun')
  const asSun = await browser.get(here, { authorization: `Bearer ${sun.token}` })
  expect(asSun.status).toBe(404)
  const picked = await send({ cookie: 'locale=zh-CN', authorization: 'Bearer x' })
  expect((await picked.json()).title).toBe('A token is needed')
})

test('a revoked token, and those of somebody disabled, are refused at once', async () => {
  const [lin, emil] = [
    await programOf(office.app, office, 'lin'),
    await programOf(office.app, office, 'emil'),
  ]
  for (const program of [lin, emil]) expect((await program.get('/openapi.json')).status).toBe(200)
  await office.inScope('amy', async (scope) => {
    const [token] = await readTokens(scope, office.people.lin)
    await revokeToken(scope, token?.id ?? '', null)
    await disablePerson(scope, office.people.emil)
  })
  for (const program of [lin, emil]) expect((await program.get('/openapi.json')).status).toBe(401)
})

test('when a token was used last is noted', async () => {
  const program = await programOf(office.app, office, 'sun')
  const used = () =>
    office.inScope('amy', async (scope) => (await readTokens(scope, office.people.sun))[0])
  expect((await used())?.lastUsedAt).toBeNull()
  await program.get('/openapi.json')
  expect((await used())?.lastUsedAt).toBeInstanceOf(Date)
})

test('an answer is data and no page: nothing may run in it, embed it, keep it or read it from elsewhere', async () => {
  const authorization = `Bearer ${amy.token}`
  for (const path of [here, '/api/v1/nothing', '/api', '/api/v1/audit/x']) {
    const answer = await send({ authorization, origin: 'https://evil.example' }, path)
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    )
    expect(answer.headers.get('content-type')).toMatch(/^application\/(problem\+)?json/)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.has('access-control-allow-origin')).toBe(false)
  }
  const preflight = await send(
    { origin: 'https://evil.example', 'access-control-request-method': 'GET' },
    here,
    { method: 'OPTIONS' },
  )
  expect(preflight.status).toBe(401)
  expect(preflight.headers.has('access-control-allow-origin')).toBe(false)
})

test('an address that is not there answers a program with a document, in any language it asks for', async () => {
  const answer = await amy.get('/nothing', { 'accept-language': 'zh-CN' })
  expect(answer.status).toBe(404)
  expect(answer.body).toEqual({
    type: 'urn:stepwise:problem:not-found',
    title: '未找到',
    status: 404,
    detail: '没有这条内容，或此令牌所属人员无权查看。',
  })
  for (const id of ['x', "1'or'1", '%00', '..%2f..', office.company, 'null', '🦆'])
    expect((await amy.get(`/audit/${id}`)).status, id).toBe(404)
})

test('the audit trail is read from either end, whole, and only by those who may', async () => {
  const newest = (await amy.get('/audit?limit=2')).body
  const [{ n: total }] = (await query(
    office,
    (sql) => sql`select count(*)::int as n from core.audit where company_id = ${office.company}`,
  )) as [{ n: number }]
  expect(newest.total).toBe(total)
  const oldest = (await amy.get('/audit?sort=at&limit=200')).body
  expect(oldest.items).toHaveLength(total)
  expect(oldest.items.at(-1)).toEqual(newest.items[0])
  const next = (await amy.get(`/audit?limit=2&cursor=${newest.next}`)).body
  expect([...newest.items, ...next.items].map(({ id }) => id)).toEqual(
    oldest.items
      .slice(-4)
      .map(({ id }: { id: string }) => id)
      .reverse(),
  )
  expect((await amy.get('/audit?action=revoked&object=core.token')).body.items[0]).toMatchObject({
    actorName: '陈爱米',
    before: { name: 'test' },
    after: null,
  })
  expect((await amy.ask('POST', '/audit', {})).status).toBe(405)
  expect((await amy.ask('DELETE', `/audit/${newest.items[0].id}`)).status).toBe(405)
})

test('sixty tries without a token from one network are enough for a minute; those with one go on', async () => {
  const statuses: number[] = []
  for (let at = 0; at < 70; at++) statuses.push((await send({})).status)
  expect(statuses.slice(-5)).toEqual([429, 429, 429, 429, 429])
  const limited = await send({})
  expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await limited.json()).toMatchObject({ type: 'urn:stepwise:problem:too-many' })
  expect((await amy.get('/audit')).status).toBe(200)
})
