import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../setup/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

/** Asks for the figures as a stranger whose connection comes from this address. */
async function figures(
  { app }: Pick<Office, 'app'>,
  from: string,
  headers: Record<string, string> = {},
): Promise<number> {
  const socket = { remoteAddress: from, remotePort: 50_000, remoteFamily: 'IPv4' }
  const asked = new Request('http://localhost:3000/metrics', { headers })
  const answer = await app.site.fetch(asked, { incoming: { socket } })
  const text = await answer.text()
  expect(text.includes('stepwise_requests_total')).toBe(answer.status === 200)
  return answer.status
}

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
  'asked from %s, the figures are told',
  async (from) => {
    expect(await figures(office, from)).toBe(200)
  },
)

test.each(['192.168.1.20', '10.0.0.1', '203.0.113.9', ''])(
  'asked from “%s” they are not there, whatever the request says of itself',
  async (from) => {
    expect(await figures(office, from)).toBe(404)
    for (const name of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'host', 'x-remote-user'])
      expect(await figures(office, from, { [name]: '127.0.0.1' })).toBe(404)
  },
)

test.each([
  ['x-forwarded-for', '203.0.113.9'],
  ['x-forwarded-for', '127.0.0.1'],
  ['x-real-ip', '203.0.113.9'],
  ['forwarded', 'for=203.0.113.9'],
  ['via', '1.1 proxy'],
  ['x-forwarded-host', 'crm.example.com'],
])('passed on by a proxy here with %s: %s, they are not there', async (name, value) => {
  expect(await figures(office, '127.0.0.1', { [name]: value })).toBe(404)
})

test('behind a trusted proxy nobody is taken for somebody on this machine; amy sees them anywhere', async () => {
  const behind = await openOffice({ env: { TRUST_PROXY: '1' } })
  try {
    expect(await figures(behind, '127.0.0.1')).toBe(404)
    expect(await figures(behind, '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).toBe(404)
    expect((await behind.as('amy').get('/metrics')).status).toBe(200)
    expect((await behind.as('emil').get('/metrics')).status).toBe(404)
  } finally {
    await behind.close()
  }
})
