import { describe, expect, test } from 'vitest'
import { isPublic } from '../../../core/outside/addresses.ts'
import { reach } from '../../../core/outside/reach.ts'

const nothing = { ALLOW_PRIVATE_HOSTS: [] }

test.each([
  ...['127.0.0.1', '127.1', '0177.0.0.1', '0x7f.0.0.1', '0x7f000001', '2130706433', '017700000001'],
  ...['127.255.255.254', '0.0.0.0', '0', '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.9.9'],
  ...['192.168.0.1', '169.254.169.254', '100.64.0.1', '198.18.0.1', '192.0.2.7', '224.0.0.1'],
  ...['255.255.255.255', '::', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1', '::ffff:7f00:1'],
  ...[
    '::ffff:10.0.0.1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
  ],
  ...['fe80::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', 'localhost', 'LOCALHOST'],
])('%s is in nobody’s reach, however it is written', async (host) => {
  expect(['private', 'unknown']).toContain(await reach(nothing, host))
})

test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '240e::1'])(
  '%s is on the internet',
  (address) => expect(isPublic(address)).toBe(true),
)

describe('a name', () => {
  test('with one private address among its public ones is refused', async () => {
    const both = async () => ['93.184.216.34', '10.0.0.5']
    expect(await reach(nothing, 'mail.example', both)).toBe('private')
  })

  test('that changes its meaning between two questions is asked once, and reached at that answer', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1']]
    const rebinding = async () => answers.shift() ?? []
    expect(await reach(nothing, 'mail.example', rebinding)).toEqual({ address: '93.184.216.34' })
    expect(answers).toHaveLength(1)
  })

  test('nobody knows is told apart from one that may not be reached', async () => {
    const failing = async () => Promise.reject(new Error('no such name'))
    expect(await reach(nothing, 'no.such.name', failing)).toBe('unknown')
  })

  test('the operator lists is reached in the firm’s own network, and no other beside it', async () => {
    const env = { ALLOW_PRIVATE_HOSTS: ['mail.lan'] }
    const own = async () => ['192.168.1.5']
    expect(await reach(env, 'Mail.LAN', own)).toEqual({ address: '192.168.1.5' })
    expect(await reach(env, 'other.lan', own)).toBe('private')
  })
})
