import { expect, test } from 'vitest'
import { isOverdue, levelOf, residual, shown, weigh } from '../../../flags/risks/formula.ts'

const risk = { p: 4, i: 4, pRes: null, iRes: null, reviewOn: null }

test('a risk weighs probability by impact: fifteen blocks gates, eight needs somebody', () => {
  expect(weigh(3, 5)).toBe(15)
  expect([15, 14, 8, 7].map(levelOf)).toEqual(['blocks', 'needs', 'needs', 'small'])
})

test('what is left is what was judged after the response; while nobody judged it, all of it', () => {
  expect(residual(risk)).toBe(16)
  expect(residual({ ...risk, pRes: 2 })).toBe(8)
  expect(residual({ ...risk, pRes: 2, iRes: 1 })).toBe(2)
})

test('while a review is overdue a risk shows as one likelier, and never as likelier than five', () => {
  expect(isOverdue({ reviewOn: '2026-03-04' }, '2026-03-05')).toBe(true)
  expect(isOverdue({ reviewOn: '2026-03-05' }, '2026-03-05')).toBe(false)
  expect(shown({ ...risk, reviewOn: '2026-03-04' }, '2026-03-05')).toBe(20)
  expect(shown({ ...risk, p: 5, reviewOn: '2026-03-04' }, '2026-03-05')).toBe(20)
  expect(shown(risk, '2026-03-05')).toBe(16)
})
