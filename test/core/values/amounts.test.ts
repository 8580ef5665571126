import { describe, expect, test } from 'vitest'
import { parseMoney, printMoney } from '../../../core/values/money.ts'
import { parseNumber, parseWhole } from '../../../core/values/number.ts'
import type { Parsed } from '../../../core/values/parsed.ts'

const outcome = (parsed: Parsed<unknown>): unknown =>
  parsed.ok ? parsed.value : parsed.problem.code

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
