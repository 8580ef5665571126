import { expect, test } from 'vitest'
import { doubtIn, receives } from '../../../../modules/service/mail/authenticity.ts'

const ours = (server: string) => receives(server, '', 'imap.example.com')
const said = (...headers: string[]) => doubtIn(headers, ours)

test.each<[string, string | undefined]>([
  ['mx.example.com; spf=pass; dkim=pass; dmarc=pass', undefined],
  ['mx.example.com; spf=pass; dkim=none; dmarc=fail (p=none) header.from=bank.cn', 'dmarc'],
  ['imap.example.com 1; dmarc=fail', 'dmarc'],
  ['example.com; SPF=Fail smtp.mailfrom=x@bank.cn', 'spf'],
  ['mx.example.com; spf=softfail; dkim=none; dmarc=none', 'spf'],
  ['mx.example.com; spf=fail; dkim=pass header.d=bank.cn', undefined],
  ['mx.example.com; spf=fail; dmarc=pass', undefined],
  ['mx.example.com; none', undefined],
  ['mx.example.com; spf=neutral; dmarc=temperror', undefined],
  ['mx.example.com; spf=pass (dmarc=fail; says a comment)', undefined],
  ['mx.example.com; spf=pass smtp.mailfrom="x; dmarc=fail"', undefined],
  ['mx.example.com (spf=pass; (deep) ); dmarc=fail', 'dmarc'],
  ['', undefined],
])('%s', (header, doubt) => {
  expect(said(header)).toBe(doubt)
})

test('a stranger’s server is heard neither for a sender nor against', () => {
  expect(said('mx.evil.example; dmarc=fail')).toBeUndefined()
  expect(said('notexample.com; dmarc=fail')).toBeUndefined()
  expect(said('example.com.evil.example; dmarc=fail')).toBeUndefined()
})

test('what a stranger wrote in our server’s name takes none of its doubts away, before or behind', () => {
  const [doubt, praise] = ['mx.example.com; spf=fail', 'mx.example.com; dkim=pass; dmarc=pass']
  expect(said(doubt, praise)).toBe('spf')
  expect(said(praise, doubt)).toBe('spf')
})

test('a server that was named is the only one', () => {
  expect(receives('mx.google.com', 'MX.google.com', 'imap.gmail.com')).toBe(true)
  expect(receives('imap.gmail.com', 'mx.google.com', 'imap.gmail.com')).toBe(false)
  expect(receives('mx.google.com', '', 'imap.gmail.com')).toBe(false)
  expect(receives('com', '', 'example.com')).toBe(false)
  expect(receives('127.0.0.1', '', '127.0.0.1')).toBe(true)
})
