import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Locale } from '../../../core/i18n/locale.ts'
import { locales } from '../../../core/i18n/locale.ts'
import { parseChoice, printChoice } from '../../../core/values/choice.ts'
import { parseCreditCode, printCreditCode } from '../../../core/values/credit-code.ts'
import { parseDate, printDate } from '../../../core/values/date.ts'
import { parseEmail, printEmail } from '../../../core/values/email.ts'
import { parseMoney, plainMoney, printMoney } from '../../../core/values/money.ts'
import { parseNumber, parseWhole, printNumber } from '../../../core/values/number.ts'
import type { Parsed } from '../../../core/values/parsed.ts'
import { parsePhone, printPhone } from '../../../core/values/phone.ts'
import { sayProblem } from '../../../core/values/problem.ts'
import { parseText, printText } from '../../../core/values/text.ts'
import { parseWebAddress, printWebAddress } from '../../../core/values/web-address.ts'
import { parseYesNo, printYesNo } from '../../../core/values/yes-no.ts'

const sizes = [
  { key: 'small', label: { 'zh-CN': '小型', en: 'Small' } },
  { key: 'large', label: { 'zh-CN': '大型', en: 'Large' }, aliases: ['big'] },
]

type Kind = {
  name: string
  samples: string[]
  parse: (text: string) => Parsed<unknown>
  print: (value: never, locale: Locale) => string
}

const kind = <T>(
  name: string,
  samples: string[],
  parse: (text: string) => Parsed<T>,
  print: (value: T, locale: Locale) => string,
): Kind => ({ name, samples, parse, print: print as Kind['print'] })

const kinds: Kind[] = [
  kind('text', ['林岚 👩‍💻', ' شركة '], parseText, printText),
  kind('number', ['1.2万', '-0.50', '(1,000)'], parseNumber, printNumber),
  kind('whole number', ['1.2万', '－３', '1e3'], parseWhole, printNumber),
  kind(
    'money',
    ['¥1.2万元', 'USD 3', 'CHF -4.50', '300円'],
    (text) => parseMoney(text, { currency: 'CNY' }),
    printMoney,
  ),
  kind('date', ['2026年3月5日', '5 Sept 2026', '31/12/1999'], parseDate, printDate),
  kind(
    'phone',
    ['138-1234-5678', '0755-88886666转12', '+1 415 555 2671', '95588', '问小梅'],
    (text) => parsePhone(text, { region: 'CN' }),
    printPhone,
  ),
  kind('e-mail', ['Lin@Example.COM', '林@公司.中国'], parseEmail, printEmail),
  kind(
    'web address',
    ['Example.com', 'http://公司.中国/路?a=b c#é', 'x.cn:8080//'],
    parseWebAddress,
    printWebAddress,
  ),
  kind('credit code', ['91110108 55138508-2q'], parseCreditCode, printCreditCode),
  kind('yes or no', ['是', 'FALSE'], parseYesNo, printYesNo),
  kind(
    'choice',
    ['大型', 'BIG', 'small'],
    (text) => parseChoice(text, sizes),
    (key, locale) => printChoice(key, sizes, locale),
  ),
]

/** Texts near what the grammars know, which random Unicode alone would never hit. */
const fragments = fc
  .array(
    fc.constantFrom(
      ...'0 1 9 12 138 2026 １ ２ 万 亿 千 k w ¥ ￥ $ US$ 元 CNY € . , ， - － + ( ) / 年 月 日 号 转 ext. @ 。 www. http:// example com 公司 中国 Mar 5 yes 是 E+10 91 G Q \u3000 \u00a0 \u202e \u200d 👩‍💻 𠮷 é e\u0301 \t \n \r'.split(
        ' ',
      ),
      ' ',
    ),
    { maxLength: 9 },
  )
  .map((parts) => parts.join(''))
const anything = fc.oneof(fragments, fc.string({ unit: 'binary', maxLength: 40 }), fc.string())

/** Good samples as they are, and with something before and behind. */
const typedFor = ({ samples }: Kind) =>
  fc.oneof(
    fc.constantFrom(...samples),
    fc.tuple(anything, fc.constantFrom(...samples), anything).map((parts) => parts.join('')),
    anything,
  )

test.each(kinds)(
  '$name: what is understood and printed is understood as the same again',
  (kind) => {
    let understood = 0
    fc.assert(
      fc.property(typedFor(kind), fc.constantFrom(...locales), (text, locale) => {
        const first = kind.parse(text)
        if (!first.ok) return
        understood += 1
        const stored = JSON.parse(JSON.stringify(first.value)) as never
        const again = kind.parse(kind.print(stored, locale))
        expect(again).toMatchObject({ ok: true, value: first.value })
      }),
      { numRuns: 3000 },
    )
    expect(understood).toBeGreaterThan(500)
  },
)

test.each(kinds)(
  '$name: nothing typed makes it throw, and every refusal has a sentence',
  (kind) => {
    let refused = 0
    fc.assert(
      fc.property(fc.oneof(typedFor(kind), fc.string({ unit: 'binary' })), (text) => {
        const parsed = kind.parse(text)
        if (parsed.ok) return
        refused += 1
        expect(sayProblem(parsed.problem, 'zh-CN')).toMatch(/。$|：.+/)
        expect(sayProblem(parsed.problem, 'en')).toMatch(/^[A-Z].*/)
        expect(sayProblem(parsed.problem, 'en')).not.toMatch(/undefined|NaN|\[object/)
      }),
      { numRuns: 1000 },
    )
    expect(refused).toBeGreaterThan(5)
  },
)

test.each(kinds)('$name: NUL, half a character and nothing at all are refused', ({ parse }) => {
  expect(parse('a\0b')).toMatchObject({ ok: false, problem: { code: 'hasNul' } })
  expect(parse('a\ud800')).toMatchObject({ ok: false, problem: { code: 'brokenCharacter' } })
  expect(parse(' \u3000\t')).toMatchObject({ ok: false, problem: { code: 'missing' } })
})

test('money of any size keeps every minor unit through printing and through a spreadsheet', () => {
  const amounts = fc.record({
    minor: fc.maxSafeInteger(),
    currency: fc.constantFrom('CNY', 'USD', 'EUR', 'JPY', 'HKD', 'KWD', 'CHF', 'TWD', 'KRW'),
  })
  fc.assert(
    fc.property(amounts, fc.constantFrom(...locales), (money, locale) => {
      expect(parseMoney(printMoney(money, locale), { currency: 'CNY' })).toMatchObject({
        ok: true,
        value: money,
      })
      expect(parseMoney(plainMoney(money), { currency: money.currency })).toMatchObject({
        ok: true,
        value: money,
      })
    }),
    { numRuns: 2000 },
  )
})

test('every day between 1000 and 9999 prints and reads back in both languages', () => {
  const days = fc.date({
    min: new Date('1000-01-01'),
    max: new Date('9999-12-31'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(days, fc.constantFrom(...locales), (at, locale) => {
      const iso = at.toISOString().slice(0, 10)
      expect(parseDate(printDate(iso, locale))).toMatchObject({ ok: true, value: iso })
    }),
  )
})
