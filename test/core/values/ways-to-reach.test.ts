import { describe, expect, test } from 'vitest'
import { emailKey, parseEmail } from '../../../core/values/email.ts'
import type { Parsed } from '../../../core/values/parsed.ts'
import { parsePhone, printPhone } from '../../../core/values/phone.ts'
import { sayProblem } from '../../../core/values/problem.ts'
import { domainKey, parseWebAddress } from '../../../core/values/web-address.ts'

const outcome = (parsed: Parsed<unknown>): unknown =>
  parsed.ok ? parsed.value : parsed.problem.code

describe('phones', () => {
  const phone = (text: string, strict?: boolean) =>
    outcome(parsePhone(text, { region: 'CN', ...(strict && { strict }) }))
  test.each([
    '138-1234-5678',
    '１３８１２３４５６７８',
    '+86 138 1234 5678',
    '8613812345678',
    '13812345678.0',
  ])('%s is one and the same number', (text) => {
    expect(phone(text)).toEqual({
      text: '138 1234 5678',
      e164: '+8613812345678',
      digits: '8613812345678',
    })
  })
  test('an extension is kept and read out in the reader’s language', () => {
    const value = {
      text: '0755 8888 6666 ext. 12',
      e164: '+8675588886666',
      digits: '867558888666612',
    }
    expect(phone('0755-88886666转12')).toEqual(value)
    expect(phone('0755-88886666 分机：12')).toEqual(value)
    expect(printPhone(value, 'zh-CN')).toBe('0755 8888 6666 转 12')
    expect(printPhone(value, 'en')).toBe('0755 8888 6666 ext. 12')
  })
  test('a foreign number is written with its country code', () => {
    expect(phone('+1 (415) 555-2671')).toMatchObject({ text: '+1 415 555 2671' })
  })
  test('what is no known number is kept as typed, and refused only where it must be one', () => {
    expect(phone('95588')).toEqual({ text: '95588', e164: null, digits: '95588' })
    expect(phone('110 找小梅')).toEqual({ text: '110 找小梅', e164: null, digits: '110' })
    expect(phone('1381234567')).toMatchObject({ text: '1381234567', e164: null })
    expect(phone('95588', true)).toBe('notAPhone')
    const short = parsePhone('1381234567', { region: 'CN', strict: true })
    expect(!short.ok && sayProblem(short.problem, 'zh-CN')).toBe(
      '手机号应为 11 位，现在是 10 位，例如 138 1234 5678。',
    )
  })
  test.each(['abc', '问小梅', '-', '12'])('%s is no number at all', (text) => {
    expect(phone(text)).toBe('notAPhone')
  })
  test('a number that a spreadsheet has rounded is refused, never stored with wrong digits', () => {
    expect(phone('1.38E+10')).toBe('roundedBySpreadsheet')
  })
})

describe('e-mail and web addresses', () => {
  test('the domain is written small, the person as typed', () => {
    expect(outcome(parseEmail('Lin@Example.COM'))).toBe('Lin@example.com')
    expect(emailKey('Lin@example.com')).toBe('lin@example.com')
    expect(outcome(parseEmail('ｌｉｎ＠example。com'))).toBe('lin@example.com')
    expect(outcome(parseEmail('林岚@公司.中国'))).toBe('林岚@公司.中国')
  })
  test.each(['lin', 'lin@b', 'a b@c.cn', 'lin@1.2.3.4', '.lin@b.cn', 'lin@-b.cn', 'a@b.cn,c@d.cn'])(
    '%s is no address',
    (text) => {
      expect(outcome(parseEmail(text))).toBe('notAnEmail')
    },
  )
  test('https is meant when none is written, and firms are told apart by their domain', () => {
    expect(outcome(parseWebAddress('WWW.Example.com/Path'))).toBe('https://www.example.com/Path')
    expect(domainKey('http://www.Example.com/a?b')).toBe('example.com')
    expect(domainKey('lin@example.com')).toBe('example.com')
    expect(domainKey('no domain')).toBeUndefined()
  })
  test.each([
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'http://lin:secret@example.com',
    'http://127.0.0.1',
    'http://0177.0.0.1',
    'localhost',
  ])('%s is not let in', (text) => {
    expect(outcome(parseWebAddress(text))).toBe('notAWebAddress')
  })
})
