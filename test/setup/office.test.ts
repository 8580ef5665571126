import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

test('emil finds his start page, and a stranger is sent to sign in', async () => {
  const start = await office.as('emil').get('/')
  expect(start.status).toBe(200)
  expect(await start.text()).toContain('艾米尔')
  const refused = await office.stranger().get('/')
  expect(refused.status).toBe(302)
  expect(refused.headers.get('location')).toBe('/login')
})

test('lin reaches East below her Sales, but not Service', () =>
  office.inScope('lin', async (scope) => {
    expect(scope.user.treeIds).toContain(office.departments.east)
    expect(scope.user.treeIds).not.toContain(office.departments.service)
  }))

test('a second firm has the same cast and other ids', async () => {
  const valley = await office.another()
  expect(Object.keys(valley.people)).toEqual(Object.keys(office.people))
  expect(valley.people.emil).not.toBe(office.people.emil)
})
