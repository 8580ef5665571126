import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { disablePerson, enablePerson } from '../../../core/access/change-person.ts'
import { hashToken } from '../../../core/auth/token.ts'
import { makeToken, type NewToken, readTokens } from '../../../core/tokens/tokens.ts'
import type { PersonName } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { ageSessions, query } from '../../setup/query.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())
beforeEach(() => query(office, (sql) => sql`delete from core.api_tokens`))

const make = (person: PersonName, more: Partial<NewToken> = {}): Promise<string> =>
  office.inScope('amy', (scope) =>
    makeToken(scope, {
      person: { id: office.people[person], name: person },
      name: 'web shop',
      kind: 'api',
      days: null,
      ...more,
    }),
  )

const holder = async (token: string) => (await office.app.product.bearers.resume(token))?.person.id

const shownToken = (html: string) => /data-testid="token"[^>]*>([^<]+)</.exec(html)?.[1] ?? ''

test('a token opens the product in the name of one person, and the database cannot give it away', async () => {
  const token = await make('emil')
  expect(token).toMatch(/^stw_api_[\w-]{43}$/)
  expect(await holder(token)).toBe(office.people.emil)
  for (const wrong of [`${token}x`, token.slice(0, -1), token.toUpperCase(), '', hashToken(token)])
    expect(await holder(wrong), wrong).toBeUndefined()
  const [row] = await query(office, (sql) => sql`select t::text as stored from core.api_tokens t`)
  expect(row?.stored).toContain(hashToken(token))
  expect(row?.stored).not.toContain(token.slice(8, -4))
})

test('no two tokens are alike', async () => {
  const tokens = await Promise.all(Array.from({ length: 20 }, () => make('emil')))
  expect(new Set(tokens).size).toBe(20)
})

test('emil leaves: his tokens open nothing at once, and not when he is let in again either', async () => {
  const token = await make('emil')
  expect(await holder(token)).toBe(office.people.emil)
  await office.inScope('amy', (scope) => disablePerson(scope, office.people.emil))
  expect(await holder(token)).toBeUndefined()
  await office.inScope('amy', (scope) => enablePerson(scope, office.people.emil))
  expect(await holder(token)).toBeUndefined()
  const fresh = await make('emil')
  expect(await holder(fresh)).toBe(office.people.emil)
})

test('a token ends on its day; one without a day goes on', async () => {
  const token = await make('emil', { days: 30 })
  const lasting = await make('emil')
  await query(
    office,
    (sql) => sql`update core.api_tokens set expires_at = expires_at - interval '30 days'`,
  )
  expect(await holder(token)).toBeUndefined()
  expect(await holder(lasting)).toBe(office.people.emil)
})

test('amy makes a token on the page: it is shown once, and emil sees that it works in his name', async () => {
  const amy = office.as('amy')
  const form = { name: '网店', person: office.people.emil, lasts: '90' }
  expect((await amy.post('/admin/api', form)).headers.get('location')).toBe('/admin/api')
  const token = shownToken(await (await amy.get('/admin/api')).text())
  expect(await holder(token)).toBe(office.people.emil)
  const again = await (await amy.get('/admin/api')).text()
  expect(again).not.toContain(token)
  expect(again).toContain('网店')
  expect(again).toContain(`ends with ${token.slice(-4)}`)
  const own = await (await office.as('emil').get('/account')).text()
  expect(own).toContain('网店')
  expect(await (await office.as('lin').get('/account')).text()).not.toContain('网店')
})

test('emil makes a token for himself, and for nobody else; it ends within a year', async () => {
  const emil = office.as('emil')
  expect(await (await emil.get('/account')).text()).toContain('/account/tokens')
  const form = { name: '报表', person: office.people.amy, lasts: '' }
  expect((await emil.post('/account/tokens', form)).headers.get('location')).toBe('/account/tokens')
  const token = shownToken(await (await emil.get('/account/tokens')).text())
  expect(await holder(token)).toBe(office.people.emil)
  const again = await (await emil.get('/account/tokens')).text()
  expect(again).not.toContain(token)
  expect(again).toContain('报表')
  const [row] = await office.inScope('amy', (scope) => readTokens(scope, null))
  expect(row?.expiresAt).not.toBeNull()
  const nameless = await emil.post('/account/tokens', { name: '' })
  expect([nameless.status, await nameless.text()]).toEqual([
    422,
    expect.stringContaining('Fill in “Name”.'),
  ])
  await ageSessions(office, { started: '11 minutes' })
  expect((await emil.post('/account/tokens', { name: 'late' })).status).toBe(422)
  expect(await office.inScope('amy', (scope) => readTokens(scope, null))).toHaveLength(1)
})

test('the form sent twice makes one token', async () => {
  const amy = office.as('amy')
  const _once = '0193f0a0-0000-7000-8000-000000000001'
  const form = { name: 'twice', person: office.people.amy, lasts: '', _once }
  await amy.post('/admin/api', form)
  await amy.post('/admin/api', form)
  expect(await office.inScope('amy', (scope) => readTokens(scope, null))).toHaveLength(1)
})

test('a form without a name, or for somebody who is not there, makes nothing and keeps what was typed', async () => {
  const amy = office.as('amy')
  const nameless = await amy.post('/admin/api', {
    name: ' ',
    person: office.people.emil,
    lasts: '30',
  })
  expect(nameless.status).toBe(422)
  expect(await nameless.text()).toContain('Fill in “Name”.')
  const { people } = await office.another()
  for (const person of ['', 'x', people.emil]) {
    const answer = await amy.post('/admin/api', { name: 'shop <1>', person })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Choose a person who may sign in.')
    expect(html).toContain('value="shop &lt;1&gt;"')
  }
  expect(await office.inScope('amy', (scope) => readTokens(scope, null))).toEqual([])
})

test('eleven minutes after signing in, amy is asked for her password first', async () => {
  const amy = office.as('amy')
  await amy.get('/')
  await ageSessions(office, { started: '11 minutes' })
  const form = { name: 'shop', person: office.people.emil }
  const refused = await amy.post('/admin/api', { ...form, confirm: 'wrong words here' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('not your password')
  expect(await office.inScope('amy', (scope) => readTokens(scope, null))).toEqual([])
})

test('a token can be revoked by whose it is and by administrators, and by nobody else', async () => {
  const [emils, lins] = [await make('emil'), await make('lin')]
  const ids = await office.inScope('amy', (scope) => readTokens(scope, null))
  const idOf = (token: string) => ids.find(({ hint }) => token.endsWith(hint))?.id ?? ''
  const post = (who: PersonName, path: string, token: string) =>
    office.as(who).post(path, { token: idOf(token) })
  expect((await post('emil', '/account/tokens/revoke', lins)).status).toBe(404)
  expect((await post('emil', '/admin/api/revoke', lins)).status).toBe(404)
  expect(await holder(lins)).toBe(office.people.lin)
  expect((await post('emil', '/account/tokens/revoke', emils)).status).toBe(303)
  expect(await holder(emils)).toBeUndefined()
  expect((await post('amy', '/admin/api/revoke', lins)).status).toBe(303)
  expect(await holder(lins)).toBeUndefined()
  expect((await post('amy', '/admin/api/revoke', lins)).status).toBe(404)
})

test('who made and who revoked a token stands in the audit trail, and the token does not', async () => {
  const token = await make('emil', { days: 30 })
  const amy = office.as('amy')
  const [row] = await office.inScope('amy', (scope) => readTokens(scope, null))
  await amy.post('/admin/api/revoke', { token: row?.id ?? '' })
  const trail = await query(
    office,
    (sql) => sql`select action, coalesce(after, before) as what from core.audit
      where object = 'core.token' and record_id = ${row?.id ?? ''} order by id`,
  )
  expect(trail).toEqual([
    { action: 'created', what: { name: 'web shop', tokenKind: 'api', person: 'emil', days: 30 } },
    { action: 'revoked', what: { name: 'web shop' } },
  ])
  expect(JSON.stringify(trail)).not.toContain(token.slice(8))
})
