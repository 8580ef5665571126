import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonName } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const read = async (name: PersonName, path: string) => {
  const answer = await office.as(name).get(path)
  return { status: answer.status, text: await answer.text() }
}
const sidebar = async (name: PersonName) => {
  const { text } = await read(name, '/')
  return [...text.matchAll(/href="(\/rollout\/[a-z/-]+)"/g)].map(([, href]) => href)
}

test('members find what was announced, what they said and how they work in the sidebar', async () => {
  const rooms = ['/rollout/adoption/me', '/rollout/announcements', '/rollout/feedback/mine']
  expect((await sidebar('emil')).toSorted()).toEqual(rooms)
  for (const room of rooms) expect((await read('emil', room)).status, room).toBe(200)
  for (const room of ['/rollout/matrix', '/rollout/people', '/rollout/feedback'])
    expect((await read('emil', room)).status, room).toBe(404)
})

test('who runs the rollout has the wider room for feedback, and not one’s own beside it', async () => {
  const { text } = await read('amy', '/rollout/plan')
  expect(text).toContain('href="/rollout/feedback"')
  expect(text).not.toContain('href="/rollout/feedback/mine"')
})

test('a lead sees the rows of their departments in the matrix, and nothing to change', async () => {
  expect(await sidebar('lin')).toContain('/rollout/matrix')
  const { status, text } = await read('lin', '/rollout/matrix')
  expect(status).toBe(200)
  expect(text).toContain('销售部')
  expect(text).toContain('华东组')
  expect(text).not.toContain('客服部')
  expect(text).not.toContain('/rollout/matrix/strictness')
  expect(text).not.toContain('/rollout/matrix/contacts')
  expect((await read('amy', '/rollout/matrix')).text).toContain('客服部')
})
