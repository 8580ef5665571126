import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineModule } from '../../../core/module.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { query } from '../../setup/query.ts'

const boats = defineModule({
  id: 'boats',
  title: { en: 'Boats', 'zh-CN': '船' },
  about: { en: 'Boats', 'zh-CN': '船' },
  icon: 'world',
  flag: 'module.boats',
  needs: [],
  permissions: [
    {
      key: 'boats.view',
      title: { en: 'See boats', 'zh-CN': '查看船只' },
      scoped: true,
      roles: { admin: 'all', lead: 'tree', member: 'own' },
    },
  ],
  tables: [],
  routes: new Hono(),
  navigation: [],
})

let office: Office
beforeAll(async () => {
  office = await openOffice({ modules: [boats] })
})
afterAll(() => office.close())

const reachOf = (who: 'emil' | 'lin' | 'amy', permission: string) =>
  office.inScope(who, async (scope) => scope.user.reach.get(permission) ?? 'none')

const decide = (role: string, fields: Record<string, string>) =>
  office.as('amy').post(`/admin/roles/${role}`, fields)

const stored = () =>
  query(office, (sql) => sql`select role, permission, reach from core.role_grants`)

test('members reach their own boats until amy widens it, with a reason, and narrows it back', async () => {
  expect(await reachOf('emil', 'boats.view')).toBe('own')
  const wide = { 'was:boats.view': 'own', 'may:boats.view': 'department', reason: 'small firm' }
  expect((await decide('member', wide)).status).toBe(303)
  expect(await reachOf('emil', 'boats.view')).toBe('department')
  expect(await reachOf('lin', 'boats.view')).toBe('tree')
  expect(await stored()).toEqual([
    { role: 'member', permission: 'boats.view', reach: 'department' },
  ])
  const [entry] = await query(
    office,
    (sql) => sql`select before, after, reason from core.audit where object = 'core.role'`,
  )
  expect(entry).toEqual({
    before: { 'boats.view': 'own' },
    after: { 'boats.view': 'department' },
    reason: 'small firm',
  })
  const back = { 'was:boats.view': 'department', 'may:boats.view': 'own', reason: 'as before' }
  await decide('member', back)
  expect(await stored()).toEqual([])
})

test('a change needs a reason, and what was chosen is not lost', async () => {
  const answer = await decide('member', { 'was:boats.view': 'own', 'may:boats.view': 'all' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Fill in “Why”')
  expect(page).toMatch(/name="may:boats.view" value="all" checked/)
  expect(await reachOf('emil', 'boats.view')).toBe('own')
})

test('administrators keep the management of people, whatever is posted', async () => {
  const key = 'core.people.manage'
  await decide('admin', { [`was:${key}`]: 'all', [`may:${key}`]: 'none', reason: 'oops' })
  expect(await reachOf('amy', key)).toBe('all')
  expect(await stored()).toEqual([])
})

test('what no permission of that kind can have changes nothing', async () => {
  const nonsense = {
    'may:boats.view': 'everything',
    'may:core.audit.view': 'own',
    'may:__proto__': 'all',
    'may:core.nothing': 'all',
    reason: 'test',
  }
  expect((await decide('member', nonsense)).status).toBe(303)
  expect(await stored()).toEqual([])
  expect((await decide('king', { reason: 'x' })).status).toBe(404)
})

test('two administrators who change different permissions of a role do not undo each other', async () => {
  const one = { 'was:core.audit.view': 'none', 'may:core.audit.view': 'all' }
  const other = { 'was:boats.view': 'tree', 'may:boats.view': 'all' }
  await decide('lead', { ...one, 'was:boats.view': 'tree', 'may:boats.view': 'tree', reason: '1' })
  const late = { 'was:core.audit.view': 'none', 'may:core.audit.view': 'none' }
  await decide('lead', { ...other, ...late, reason: '2' })
  expect(await reachOf('lin', 'core.audit.view')).toBe('all')
  expect(await reachOf('lin', 'boats.view')).toBe('all')
  expect((await office.as('lin').get('/admin/audit')).status).toBe(200)
})

test('the default comes back at once, for the role it was asked for', async () => {
  await decide('lead', { do: 'reset', reason: 'start again' })
  expect(await reachOf('lin', 'core.audit.view')).toBe('none')
  expect(await reachOf('lin', 'boats.view')).toBe('tree')
  await expect.poll(async () => (await office.as('lin').get('/admin/audit')).status).toBe(404)
})

test('the matrix shows every role and every module, to administrators alone', async () => {
  const page = await (await office.as('amy').get('/admin/roles')).text()
  for (const word of ['See boats', 'Department lead', 'Privacy contact', 'And below'])
    expect(page).toContain(word)
  expect((await office.as('lin').get('/admin/roles')).status).toBe(404)
})
