import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formOf, hasRows, requireAnswer } from './answers.ts'
import { manyUsers, oneUser } from './block.ts'
import { plainLine, ratioLine } from './goals.ts'
import { compare } from './rounds.ts'
import { median, percentile, spread } from './statistics.ts'
import { tableOf } from './table.ts'
import { visit } from './visitor.ts'

let url = ''
let server: ReturnType<typeof serve>
beforeAll(async () => {
  const site = new Hono()
  site.get('/list', (c) => c.html('<tr data-testid="row"><tr data-testid="row">'))
  site.post('/save', async (c) => c.json(await c.req.parseBody()))
  await new Promise<void>((resolve) => {
    server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      url = `http://127.0.0.1:${port}`
      resolve()
    })
  })
})
afterAll(() => {
  server.close()
})

const list = async (visitor: ReturnType<typeof visit>) => {
  const answer = await visitor.get('/list')
  requireAnswer(answer, 200, hasRows(2))
  return answer.ms
}

test('a median is a number that was measured, and the spread is half the range', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(percentile([5, 1, 4, 2, 3], 0.99)).toBe(5)
  expect(percentile([5, 1, 4, 2, 3], 0.2)).toBe(1)
  expect(spread([1, 1.5, 2])).toBe(0.5)
})

test('the visitor brings pages and forms, and takes the time', async () => {
  const visitor = visit(url)
  expect(await visitor.post('/save', { name: '张三 & co' })).toMatchObject({
    status: 200,
    body: '{"name":"张三 & co"}',
  })
  expect((await visitor.get('/list')).ms).toBeGreaterThan(0)
  visitor.leave()
})

test('a page that is not the one asked for stops the measuring, it is never counted', async () => {
  const wrong = async (visitor: ReturnType<typeof visit>) => {
    const answer = await visitor.get('/nothing')
    requireAnswer(answer, 200)
    return answer.ms
  }
  await expect(oneUser({ url, cookie: '', act: wrong }, 3)).rejects.toThrow('answered with 404')
  const tooFew = { status: 200, headers: {}, body: '<tr data-testid="row">', ms: 1 }
  expect(() => requireAnswer(tooFew, 200, hasRows(50))).toThrow('not as expected')
})

test('floor and product are measured in turn, alone and in a crowd', async () => {
  const side = { url, cookie: '', act: list }
  const pair = { name: 'list', floor: side, product: side, crowd: true }
  const { p50, p99, crowd } = await compare(pair, { rounds: 2, times: 5, ms: 30 })
  expect(p50.ratio).toBeCloseTo(p50.product / p50.floor, -1)
  expect(p99).toBeGreaterThan(0)
  expect(crowd?.product).toBeGreaterThan(0)
  expect(await manyUsers(side, 8, 30)).toBeGreaterThan(8)
})

test('a form is sent as it stands on the page', () => {
  const page = `<form method="post" action="/other"><input name="no" value="no"></form>
    <form class="form" method="post" action="/a"><input type="hidden" name="version" value="3"/>
    <input type="checkbox" name="off" value="1"><input type="checkbox" checked name="on" value="1">
    <textarea name="about">a &amp; b</textarea>
    <select name="level"><option value="">–</option><option value="B" selected="">B</option></select></form>`
  expect(formOf(page, '/a')).toEqual({ version: '3', on: '1', about: 'a & b', level: 'B' })
  expect(() => formOf(page, '/b')).toThrow('no form')
})

test('the table says what is over its goal', () => {
  const over = ratioLine('list', { floor: 1, product: 3, ratio: 3, spread: 0.1 }, 'ms', { most: 2 })
  const met = plainLine('flag', 3, 'µs', { most: 20 })
  const [, first, second] = tableOf([over, met]).split('\n')
  expect(first).toMatch(/list +1.00 ms +3.00 ms +3.00 ± 0.10 +≤ 2.0 +OVER/)
  expect(second).toMatch(/flag +3.00 µs +≤ 20.00 µs +ok/)
})
