import { expect, onTestFinished, test } from 'vitest'
import { readEnv } from '../../core/env.ts'
import { openFront } from '../../core/start/front.ts'

const patience = 5_000

async function open(port = '0') {
  const front = await openFront(readEnv({ PORT: port }))
  onTestFinished(() => front.close(patience).catch(() => {}))
  return front
}

test('before the product is ready it asks people to come back, and says that the process is up', async () => {
  const { url } = await open()
  const answer = await fetch(`${url}/contacts/accounts`)
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('2')
  expect(await answer.text()).toContain('稍候')
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

test('a person who waits sees a page in the look of all others, in their language, and it asks again', async () => {
  const { url } = await open()
  const browser = { accept: 'text/html,*/*', 'accept-language': 'zh-CN,zh;q=0.9' }
  const answer = await fetch(`${url}/contacts/accounts`, { headers: browser })
  expect([answer.status, answer.headers.get('refresh')]).toEqual([503, '2'])
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  const page = await answer.text()
  expect(page).toContain('马上回来')
  const [, sheet = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(page) ?? []
  const style = await fetch(url + sheet)
  expect([style.status, style.headers.get('content-type')]).toEqual([
    200,
    'text/css; charset=utf-8',
  ])
  const english = { ...browser, 'accept-language': 'en' }
  const sent = await fetch(`${url}/login`, { method: 'POST', headers: english })
  expect(await sent.text()).toContain('Back in a moment')
  expect(sent.headers.get('refresh'), 'what was sent is not sent again').toBeNull()
  expect((await fetch(`${url}/assets/none.css`)).status).toBe(503)
})

test('people reach the product once it serves, and not while its database is away', async () => {
  const front = await open()
  front.serve((request) => new Response(new URL(request.url).pathname))
  expect(await (await fetch(`${front.url}/login`)).text()).toBe('/login')
  front.pause()
  expect((await fetch(`${front.url}/login`)).status).toBe(503)
})

test('closing waits for the request under way and for no idle connection', async () => {
  const front = await openFront(readEnv({ PORT: '0' }))
  const answer = Promise.withResolvers<Response>()
  const asked = Promise.withResolvers<void>()
  front.serve((request) => {
    if (request.url.endsWith('/idle')) return new Response('done')
    asked.resolve()
    return answer.promise
  })
  await (await fetch(`${front.url}/idle`)).text()
  const waiting = fetch(`${front.url}/slow`)
  await asked.promise
  const closed = front.close(patience)
  answer.resolve(new Response('in full'))
  expect(await (await waiting).text()).toBe('in full')
  await closed
  await expect(fetch(`${front.url}/idle`)).rejects.toThrow()
})

test('a taken port is named with the cure', async () => {
  const { port } = await open()
  await expect(openFront(readEnv({ PORT: String(port) }))).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken by another program: stop it, or set PORT to a free one`,
  )
})
