import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../core/db/id.ts'
import { type Role, roles } from '../../core/module.ts'
import { modules } from '../../modules/index.ts'
import type { Firm, Office } from '../setup/office.ts'
import { type Answer, type Program, programOf } from '../setup/program.ts'
import { live, openLivedInOffice } from './lived-in.ts'
import { fingerprint } from './state.ts'

let office: Office
let neighbour: Firm
let ours: Program
let theirs: Program
const named = () => office.app.product.registry.modules.flatMap(({ resources = [] }) => resources)

beforeAll(async () => {
  office = await openLivedInOffice()
  neighbour = await office.another()
  await live(office, neighbour)
  ours = await programOf(office.app, office, 'amy')
  theirs = await programOf(office.app, neighbour, 'amy')
}, 120_000)
afterAll(() => office.close())

/** What writes itself down when programs come by: when their token was used. */
const moving = ['core.api_tokens']

const masked = ({ status, body }: Answer) => [status, JSON.stringify(body)]

test('to the administrator of another firm, every record of this one answers as if it were not there', async () => {
  const before = await fingerprint(office.database, moving)
  let asked = 0
  for (const { name } of [...named(), { name: 'audit' }]) {
    const { items } = (await ours.get(`/${name}?limit=200`)).body
    for (const { id } of items) {
      const nobodys = newId()
      for (const [method, body] of [['GET'], ['PATCH', {}], ['DELETE']] as const) {
        const [foreign, unknown] = [
          await theirs.ask(method, `/${name}/${id}`, body, { 'if-match': '*' }),
          await theirs.ask(method, `/${name}/${nobodys}`, body, { 'if-match': '*' }),
        ]
        expect(masked(foreign)).toEqual(masked(unknown))
        expect([404, 405]).toContain(foreign.status)
        asked++
      }
    }
    const next = (await theirs.get(`/${name}?limit=200`)).body.items
    const ids = new Set(items.map(({ id }: { id: string }) => id))
    expect(next.filter(({ id }: { id: string }) => ids.has(id))).toEqual([])
  }
  expect(asked).toBeGreaterThan(30)
  expect(await fingerprint(office.database, moving)).toEqual(before)
}, 120_000)

test('no id of another firm can be written into a record of one’s own', async () => {
  const { body } = await theirs.get('/accounts?limit=1')
  const { people, departments } = neighbour
  const [foreign] = body.items
  for (const [path, input, pointer] of [
    ['/accounts', { name: 'x', parentId: foreign.id }, '#/parentId'],
    ['/accounts', { name: 'x', ownerId: people.emil }, '#/ownerId'],
    ['/accounts', { name: 'x', departmentId: departments.sales }, '#/departmentId'],
    ['/contacts', { name: 'x', accounts: [{ accountId: foreign.id }] }, '#/accounts/0/accountId'],
  ] as const) {
    const answer = await ours.post(path, input)
    expect([path, answer.status, answer.body.errors?.[0].pointer]).toEqual([path, 422, pointer])
  }
})

test('a cursor or a filter of another firm shows nothing of it', async () => {
  const [foreign] = (await theirs.get('/accounts?limit=1')).body.items
  const { next } = (await theirs.get('/accounts?limit=1')).body
  const ids = (await ours.get('/accounts?limit=200')).body.items.map(({ id }: { id: string }) => id)
  for (const asked of [`cursor=${next}`, `owner=${neighbour.people.amy}`, `tag=${foreign.id}`])
    for (const { id } of (await ours.get(`/accounts?limit=200&${asked}`)).body.items)
      expect(ids).toContain(id)
  expect((await ours.get(`/contacts?account=${foreign.id}`)).body).toMatchObject({ total: 0 })
})

const resources = modules.flatMap((module) => module.resources ?? [])

test.each(resources)(
  'nonsense in ids, parameters and bodies of $name is refused with a sentence, and never breaks anything',
  async ({ name, filters, writing }) => {
    // A token of its own: one may not ask as often as all of this does.
    const asking = await programOf(office.app, office, 'amy')
    const nonsense = [
      '\0',
      '\ud800',
      "'",
      '"',
      '%',
      '../..',
      '{}',
      '[]',
      '1e999',
      '🦆',
      'x'.repeat(5_000),
    ]
    for (const one of nonsense) {
      const text = encodeURIComponent(one.toWellFormed())
      for (const key of ['q', 'sort', 'limit', 'cursor', ...Object.keys(filters)])
        expect((await asking.get(`/${name}?${key}=${text}`)).status, `${key}=${one}`).toBeLessThan(
          500,
        )
      const there = await asking.get(`/${name}/${text}`)
      expect([404, 422], `id ${one}`).toContain(there.status)
      const fields = Object.keys((await writing?.input())?.shape ?? {})
      for (const field of fields)
        for (const value of [one, [one], { minor: one }, 1e308, true, null]) {
          const body = { name: 'x', [field]: value }
          const { status } = await asking.post(`/${name}`, body)
          expect([201, 422], `${field}: ${JSON.stringify(value).slice(0, 40)}`).toContain(status)
        }
    }
    const path = `/${name}`
    for (const body of ['', '{', 'null', '[]', '"x"', '1', '{"name":', `${'['.repeat(50_000)}`])
      expect((await asking.post(path, body)).status, body.slice(0, 9)).toBe(400)
    const large = await asking.post(path, { name: 'x'.repeat(1024 * 1024) })
    expect([large.status, large.body.type]).toEqual([413, 'urn:stepwise:problem:too-large'])
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    for (const headers of [form, { 'content-type': 'text/plain' }, { 'content-type': '' }])
      expect((await asking.post(path, '{"name":"x"}', headers)).status).toBe(415)
  },
  120_000,
)

test('a text of any script comes back as it was sent, unless it holds what no text holds', async () => {
  for (const name of ['🦆 公司', 'شركة', '𠮷野家', 'é vs é', '<script>alert(1)</script>']) {
    const { status, body } = await ours.post('/accounts', { name })
    expect([status, body.name]).toEqual([201, name.normalize('NFC')])
  }
  for (const name of ['a\0b', 'a\ud800b'])
    expect((await ours.post('/accounts', { name })).status).toBe(422)
})

/** What a role may do with accounts of its own making: see, and write. */
const rights: Record<Role, [see: boolean, write: boolean]> = {
  admin: [true, true],
  lead: [true, true],
  member: [true, true],
  sponsor: [true, false],
  trainer: [false, false],
  privacy: [false, false],
  auditor: [false, false],
}

test.each(roles)('a token of the role %s reaches what its person does', async (role) => {
  const id = newId()
  await office.inScope('amy', async ({ db, company }) => {
    const { sql } = await import('drizzle-orm')
    await db.execute(sql`
      insert into core.users (company_id, id, name, email, department_id)
      values (${company.id}, ${id}, ${role}, ${`${role}@roles.example`}, ${office.departments.production})`)
    await db.execute(
      sql`insert into core.user_roles (company_id, user_id, role) values (${company.id}, ${id}, ${role})`,
    )
  })
  const people = { ...office.people, tara: id }
  const program = await programOf(office.app, { inScope: office.inScope, people }, 'tara')
  const [see, write] = rights[role]
  expect((await program.get('/accounts')).status).toBe(see ? 200 : 404)
  const posted = await program.post('/accounts', { name: `of ${role}` })
  expect(posted.status).toBe(write ? 201 : see ? 403 : 404)
  const audit = ['admin', 'auditor', 'privacy'].includes(role)
  expect((await program.get('/audit')).status).toBe(audit ? 200 : 404)
  const rollout = ['admin', 'auditor', 'sponsor'].includes(role)
  expect((await program.get('/rollout')).status).toBe(rollout ? 200 : 404)
})
