import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoYearDay, parseYearDay, printYearDay } from '../../../core/values/year-day.ts'

const read = (text: string) => {
  const parsed = parseYearDay(text)
  return parsed.ok ? isoYearDay(parsed.value) : parsed.problem.code
}

test.each([
  ['3月5日', '--03-05'],
  ['３月５号', '--03-05'],
  ['03-05', '--03-05'],
  ['--03-05', '--03-05'],
  ['5 March', '--03-05'],
  ['March 5th', '--03-05'],
  ['29 Feb', '--02-29'],
  ['1990年3月5日', '1990-03-05'],
  ['5 Mar 1990', '1990-03-05'],
  ['2000-02-29', '2000-02-29'],
])('%s is understood as %s', (typed, day) => {
  expect(read(typed)).toBe(day)
})

test.each([
  ['2月30日', 'noSuchDay'],
  ['2001-02-29', 'noSuchDay'],
  ['5/3', 'notADate'],
  ['next week', 'notADate'],
  ['', 'missing'],
])('%s is no day: %s', (typed, problem) => {
  expect(read(typed)).toBe(problem)
})

test('what is printed in either language reads back as the same day', () => {
  const days = fc.date({
    min: new Date('1900-01-01'),
    max: new Date('2100-12-31'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(
      days,
      fc.boolean(),
      fc.constantFrom('en' as const, 'zh-CN' as const),
      (at, known, locale) => {
        const day = {
          year: known ? at.getUTCFullYear() : null,
          month: at.getUTCMonth() + 1,
          day: at.getUTCDate(),
        }
        for (const text of [printYearDay(day, locale), isoYearDay(day)])
          expect(read(text)).toBe(isoYearDay(day))
      },
    ),
  )
})
