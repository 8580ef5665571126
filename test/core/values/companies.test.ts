import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { companyKey } from '../../../core/values/company-key.ts'
import { checkDigit, parseCreditCode } from '../../../core/values/credit-code.ts'

test.each([
  '9144030071526726XG',
  '914403001922038216',
  '91330100799655058B',
  '91110000802100433B',
  '91110108551385082Q',
])('%s, a code of a real firm, is right', (code) => {
  expect(parseCreditCode(code)).toEqual({ ok: true, value: code })
})

test('a credit code is read in any width and case, with spaces and dashes', () => {
  expect(parseCreditCode('９１１１０１０８ 5513-85082q')).toMatchObject({
    ok: true,
    value: '91110108551385082Q',
  })
})

test('each kind of mistake in a credit code has its own sentence', () => {
  const codeOf = (text: string) => {
    const parsed = parseCreditCode(text)
    return parsed.ok ? 'ok' : parsed.problem.code
  }
  expect(codeOf('91110108551385082')).toBe('creditCodeLength')
  expect(codeOf('9111O108551385082Q')).toBe('creditCodeSign')
  expect(codeOf('91110108551385083Q')).toBe('creditCodeCheck')
  expect(codeOf('9.11E+17')).toBe('roundedBySpreadsheet')
})

test('no single wrong character in a credit code goes unseen', () => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const signs = fc.constantFrom(...alphabet)
  fc.assert(
    fc.property(
      fc.array(signs, { minLength: 17, maxLength: 17 }),
      fc.nat(17),
      signs,
      (first, at, sign) => {
        const code = first.join('') + checkDigit(first.join(''))
        expect(parseCreditCode(code).ok).toBe(true)
        if (code[at] === sign) return
        expect(parseCreditCode(code.slice(0, at) + sign + code.slice(at + 1)).ok).toBe(false)
      },
    ),
    { numRuns: 2000 },
  )
})

test.each([
  ['华为技术有限公司', '华为技术'],
  [' 华为 技术（集团）股份有限公司', '华为技术'],
  ['Acme Co., Ltd.', 'ACME'],
  ['Acme, Inc.', 'acme CO LTD'],
  ['Müller GmbH & Co. KG', 'müller'],
  ['Ｘ.Y.Z. Corp.', 'XYZ'],
])('%s and %s are one firm', (one, other) => {
  expect(companyKey(one)).toBe(companyKey(other))
})

test.each([
  ['华为技术（深圳）有限公司', '华为技术有限公司'],
  ['中国银行北京分公司', '中国银行北京'],
  ['Acme Bank', 'Acme'],
  ['Co., Ltd.', 'Inc.'],
])('%s and %s stay two', (one, other) => {
  expect(companyKey(one)).not.toBe(companyKey(other))
})

test('no name, however odd, is left without a key', () => {
  expect(companyKey('有限公司')).toBe('有限公司')
  expect(companyKey('👍')).toBe('👍')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      if (name.normalize('NFKC').trim() !== '') expect(companyKey(name)).not.toBe('')
    }),
  )
})

test('no two of the listed companies fall together, except share classes with one name', () => {
  const file = readFileSync('test/data/listed-companies/stock_basic.csv', 'utf8')
  const names = file
    .split('\n')
    .slice(1)
    .flatMap((line) => line.split(',')[2] ?? [])
  const byKey = Map.groupBy(new Set(names), companyKey)
  const shared = [...byKey.values()].filter((group) => group.length > 1)
  expect(names.length).toBeGreaterThan(5000)
  expect(shared).toEqual([])
})
