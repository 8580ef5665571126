import { describe, expect, test } from 'vitest'
import { parseChoice, printChoice } from '../../../core/values/choice.ts'
import type { Parsed } from '../../../core/values/parsed.ts'
import { sayProblem } from '../../../core/values/problem.ts'
import { parseText } from '../../../core/values/text.ts'
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
