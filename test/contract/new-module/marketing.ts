import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../stage.ts'

/** The story of one item in a module fresh from the generator; run in a copy of the project. */
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const list = '/marketing/items'

async function add(name: string): Promise<string> {
  const added = await stage.as('emil').post(list, { name, about: 'Hall 4' })
  expect(added.status).toBe(303)
  return added.headers.get('location') ?? ''
}

const read = async (path: string): Promise<string> => (await stage.as('emil').get(path)).text()

test('emil adds an item and finds it in the list, by its pinyin, and in the global search', async () => {
  const item = await add('春季展会')
  expect(await read(item)).toContain('added the item')
  for (const place of [list, `${list}?q=chunji`, `${list}?q=${encodeURIComponent('展会')}`])
    expect(await read(place), place).toContain(item)
  expect(await read('/search?q=cjzh')).toContain(item)
  expect(await read(`${list}?q=nothing`)).toContain('Nothing found')
})

test('a form without a name comes back with what was typed, and adds nothing', async () => {
  const before = await stage.eyes`select from marketing.items`
  const refused = await stage.as('emil').post(list, { name: ' ', about: 'kept as typed' })
  expect(refused.status).toBe(422)
  const text = await refused.text()
  expect(text).toContain('Fill in “Name”.')
  expect(text).toContain('kept as typed')
  expect((await stage.eyes`select from marketing.items`).length).toBe(before.length)
})

test('a form sent twice adds one item', async () => {
  const form = await read(`${list}/new`)
  const [, key = ''] = /name="_once" value="([^"]+)"/.exec(form) ?? []
  const emil = stage.as('emil')
  const first = await emil.post(list, { name: 'Open day', _once: key })
  const second = await emil.post(list, { name: 'Open day', _once: key })
  expect(key).not.toBe('')
  expect(second.headers.get('location')).toBe(first.headers.get('location'))
  expect(await stage.eyes`select from marketing.items where name = 'Open day'`).toHaveLength(1)
})

test('of two who save at once, the second sees both sides and loses nothing', async () => {
  const item = await add('Newsletter')
  const saved = await stage.as('emil').post(item, { version: '1', name: 'Newsletter May' })
  expect(saved.status).toBe(303)
  const late = await stage.as('amy').post(item, { version: '1', name: 'Newsletter June' })
  expect(late.status).toBe(409)
  const text = await late.text()
  expect(text).toContain('Newsletter May')
  expect(text).toContain('Newsletter June')
  expect(await read(item)).toContain('Newsletter May')
})

test('archived, it leaves the list and comes back with all it had', async () => {
  const item = await add('Autumn fair')
  await stage.as('emil').post(`${item}/archive`)
  expect(await read(list)).not.toContain(item)
  expect(await read(item)).toContain('archived the item')
  await stage.as('emil').post(`${item}/restore`)
  expect(await read(list)).toContain(item)
  expect(await read(item)).toContain('Hall 4')
})

test('emil’s item is not sun’s to see, nor anybody’s in another firm', async () => {
  const item = await add('Only for sales')
  expect((await stage.as('sun').get(item)).status).toBe(404)
  expect((await stage.as('sun').post(item, { version: '1', name: 'x' })).status).toBe(404)
  expect((await stage.as('lin').get(item)).status).toBe(200)
  const valley = await stage.another()
  expect((await valley.as('amy').get(item)).status).toBe(404)
})
