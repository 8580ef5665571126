import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tryMailbox } from '../../../../modules/service/mailboxes/connecting.ts'

let heard = 0
const canary = createServer((line) => {
  heard++
  line.destroy()
})
let port: number
beforeAll(async () => {
  await new Promise<void>((listens) => canary.listen(0, '127.0.0.1', listens))
  port = (canary.address() as { port: number }).port
})
afterAll(() => new Promise((closed) => canary.close(closed)))

const nobody = { ALLOW_PRIVATE_HOSTS: [] }

const access = (host: string, imapPort: number, smtpPort: number) => ({
  ...({ imapHost: host, imapPort, imapSecurity: 'none', folder: 'INBOX' } as const),
  ...({ smtpHost: host, smtpPort, smtpSecurity: 'none', username: 'desk', password: 'x' } as const),
})

test.each([
  ...['127.0.0.1', 'localhost', '0177.0.0.1', '2130706433', '127.1', '0.0.0.0', '[::1]', '::1'],
  ...['::ffff:127.0.0.1', '10.0.0.8', '192.168.1.10', '169.254.169.254', 'fd00::1'],
])('the test of a mailbox at %s speaks to nobody, whatever the port', async (host) => {
  const usual = await tryMailbox(nobody, access(host, 993, 2525))
  for (const fault of [usual.imap, usual.smtp]) expect(['private', 'unknown']).toContain(fault)
  expect(await tryMailbox(nobody, access(host, port, port))).toEqual({ imap: 'port', smtp: 'port' })
  expect(heard).toBe(0)
})

test('a host that the operator listed is spoken to', async () => {
  const listed = { ALLOW_PRIVATE_HOSTS: ['127.0.0.1'] }
  const faults = await tryMailbox(listed, access('127.0.0.1', port, port))
  expect(Object.keys(faults).toSorted()).toEqual(['imap', 'smtp'])
  expect(heard).toBeGreaterThan(0)
})
