import { describe, expect, test } from 'vitest'
import { parseChoice, printChoice } from '../../../core/values/choice.ts'
import { guessDateOrder, parseDate } from '../../../core/values/date.ts'
import { emailKey, parseEmail } from '../../../core/values/email.ts'
import { parseMoney, printMoney } from '../../../core/values/money.ts'
import { parseNumber, parseWhole } from '../../../core/values/number.ts'
import type { Parsed } from '../../../core/values/parsed.ts'
import { parsePhone, printPhone } from '../../../core/values/phone.ts'
import { sayProblem } from '../../../core/values/problem.ts'
import { parseText } from '../../../core/values/text.ts'
import { domainKey, parseWebAddress } from '../../../core/values/web-address.ts'
import { parseYesNo } from '../../../core/values/yes-no.ts'

const outcome = (parsed: Parsed<unknown>): unknown =>
  parsed.ok ? parsed.value : parsed.problem.code

describe('text', () => {
  test('keeps emoji, rare hanzi and right-to-left, and composes accents', () => {
    for (const text of ['👩‍💻 Lin', '𠮷野家', 'شركة', '艾米尔·قاسم', 'a  b', '第一行\n第二行'])
      expect(outcome(parseText(text))).toBe(text)
    expect(outcome(parseText(' Cafe\u0301 '))).toBe('Café')
  })
  test('takes the line ends of browsers for the ones that are stored', () => {
    expect(outcome(parseText('one\r\ntwo\rthree'))).toBe('one\ntwo\nthree')
  })
  test('counts an emoji or a rare hanzi as one character and says both lengths', () => {
    expect(parseText('𠮷'.repeat(5), { most: 5 }).ok).toBe(true)
    expect(parseText('𠮷'.repeat(6), { most: 5 })).toEqual({
      ok: false,
      problem: { code: 'tooLong', values: [5, 6] },
    })
  })
})

describe('numbers', () => {
  test.each([
    ['1,234.56', '1234.56'],
    ['１，２３４．５６', '1234.56'],
    ['1.2万', '12000'],
    ['３亿', '300000000'],
    ['1万亿', '1000000000000'],
    ['1.5k', '1500'],
    ['(500)', '-500'],
    ['−5', '-5'],
    ['-0', '0'],
    ['00012', '12'],
    ['1.2E+05', '120000'],
    ['0.1', '0.1'],
    ['123456789012345678.901234567', '123456789012345678.901234567'],
  ])('%s is %s', (text, value) => {
    expect(outcome(parseNumber(text))).toBe(value)
  })
  test.each(['1,2345', '1.200,50', '1.2.3', 'abc', '十', '-', '.', '1e99'])(
    '%s is none',
    (text) => {
      expect(parseNumber(text).ok).toBe(false)
    },
  )
  test('it is said how 1.2万 was understood, and nothing is said where nothing changed', () => {
    expect(parseNumber('1.2万')).toMatchObject({ shown: '12,000' })
    expect(parseNumber('12')).not.toHaveProperty('shown')
  })
  test('limits are named', () => {
    expect(outcome(parseWhole('12.5'))).toBe('notWhole')
    expect(outcome(parseWhole('2822'))).toBe(2822)
    expect(outcome(parseWhole('-1', { least: 0 }))).toBe('tooSmall')
    expect(outcome(parseWhole('9007199254740993'))).toBe('tooLarge')
    expect(outcome(parseNumber('1.234', { decimals: 2 }))).toBe('tooManyDecimals')
  })
})

describe('money', () => {
  const yuan = (text: string) => outcome(parseMoney(text, { currency: 'CNY' }))
  test.each([
    ['¥1,200', 120_000, 'CNY'],
    ['￥１２００', 120_000, 'CNY'],
    ['1.2万元', 1_200_000, 'CNY'],
    ['3亿', 30_000_000_000, 'CNY'],
    ['1100.04', 110_004, 'CNY'],
    ['USD 99.5', 9950, 'USD'],
    ['1.2k USD', 120_000, 'USD'],
    ['HK$1,200.50', 120_050, 'HKD'],
    ['-¥1.2万元', -1_200_000, 'CNY'],
    ['(¥300)', -30_000, 'CNY'],
    ['300円', 300, 'JPY'],
  ])('%s is %d minor units of %s', (text, minor, currency) => {
    expect(yuan(text)).toEqual({ minor, currency })
  })
  test('a mark that several currencies share means the company’s own', () => {
    expect(outcome(parseMoney('$5', { currency: 'HKD' }))).toMatchObject({ currency: 'HKD' })
    expect(outcome(parseMoney('$5', { currency: 'CNY' }))).toMatchObject({ currency: 'USD' })
    expect(outcome(parseMoney('¥5', { currency: 'JPY' }))).toMatchObject({ currency: 'JPY' })
  })
  test('an amount that cannot be kept to the minor unit is refused, never rounded', () => {
    expect(yuan('99.999')).toBe('tooManyDecimals')
    expect(yuan('99.990')).toEqual({ minor: 9999, currency: 'CNY' })
    expect(yuan('9007199254740993')).toBe('tooLarge')
    expect(yuan('$5元')).toBe('notMoney')
    expect(yuan('about 5')).toBe('notMoney')
  })
  test('the largest amount prints to the last cent, which floating point would miss', () => {
    const money = { minor: 9_007_199_254_740_991, currency: 'CNY' }
    expect(printMoney(money, 'zh-CN')).toBe('¥90,071,992,547,409.91')
  })
})

describe('dates', () => {
  test.each([
    '2026年3月5日',
    '2026 年 3 月 5 号',
    '2026-3-5',
    '2026/03/05',
    '２０２６．３．５',
    '20260305',
    '5 Mar 2026',
    '5-March-2026',
    'Mar. 5th, 2026',
    '2026-03-05 14:05',
    '2026-03-05T00:00:00.000Z',
  ])('%s is the fifth of March', (text) => {
    expect(outcome(parseDate(text))).toBe('2026-03-05')
  })
  test('a date that can mean two days is refused with both, unless its order is declared', () => {
    expect(parseDate('01-03-2017')).toEqual({
      ok: false,
      problem: { code: 'ambiguousDate', values: ['2017-03-01', '2017-01-03'] },
    })
    expect(outcome(parseDate('01-03-2017', { order: 'DMY' }))).toBe('2017-03-01')
    expect(outcome(parseDate('01-03-2017', { order: 'MDY' }))).toBe('2017-01-03')
    expect(outcome(parseDate('20-10-2016'))).toBe('2016-10-20')
    expect(outcome(parseDate('20-10-2016', { order: 'MDY' }))).toBe('noSuchDay')
  })
  test('one cell settles the order of its column, and contradicting ones settle nothing', () => {
    expect(guessDateOrder(['01-03-2017', '20-10-2016'])).toBe('DMY')
    expect(guessDateOrder(['01/03/2017', '10/20/2016'])).toBe('MDY')
    expect(guessDateOrder(['20-10-2016', '10-20-2016'])).toBeUndefined()
    expect(guessDateOrder(['01-03-2017', 'x', ''])).toBeUndefined()
  })
  test('days that do not exist and years of two digits are refused with their own sentence', () => {
    expect(outcome(parseDate('2026-02-29'))).toBe('noSuchDay')
    expect(outcome(parseDate('2024-02-29'))).toBe('2024-02-29')
    expect(outcome(parseDate('5-Mar-26'))).toBe('shortYear')
    expect(outcome(parseDate('45000'))).toBe('notADate')
  })
})

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
    expect(phone('问小梅')).toEqual({ text: '问小梅', e164: null, digits: '' })
    expect(phone('1381234567')).toMatchObject({ text: '1381234567', e164: null })
    expect(phone('95588', true)).toBe('notAPhone')
    const short = parsePhone('1381234567', { region: 'CN', strict: true })
    expect(!short.ok && sayProblem(short.problem, 'zh-CN')).toBe(
      '手机号应为 11 位，现在是 10 位，例如 138 1234 5678。',
    )
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

describe('yes or no, and choices', () => {
  test('both languages and what programs write', () => {
    for (const text of ['是', 'Yes', 'Y', 'TRUE', '1', '√'])
      expect(outcome(parseYesNo(text))).toBe(true)
    for (const text of ['否', 'no', 'N', 'false', '０', '×'])
      expect(outcome(parseYesNo(text))).toBe(false)
    expect(outcome(parseYesNo('maybe'))).toBe('notYesNo')
  })
  test('a choice is found by key, by its label in either language and by alias', () => {
    const sizes = [
      { key: 'small', label: { 'zh-CN': '小型', en: 'Small firm' } },
      { key: 'large', label: { 'zh-CN': '大型', en: 'Large firm' }, aliases: ['big'] },
    ] as const
    for (const text of ['large', '大型', 'LARGE_FIRM', 'Ｂig'])
      expect(outcome(parseChoice(text, sizes))).toBe('large')
    const none = parseChoice('medium', sizes)
    expect(!none.ok && sayProblem(none.problem, 'en')).toContain('Small firm, Large firm')
    expect(!none.ok && sayProblem(none.problem, 'zh-CN')).toContain('小型、大型')
    expect(printChoice('gone', sizes, 'en')).toBe('gone')
  })
})
