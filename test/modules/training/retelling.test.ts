import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locales } from '../../../core/i18n/locale.ts'
import { type Texts, wordsIn } from '../../../modules/training/courses/content.ts'
import { retold } from '../../../modules/training/courses/retelling.ts'
import { warningsOf } from '../../../modules/training/studio/warnings.ts'
import { tourWarnings } from '../../../modules/training/tours/warnings.ts'

const both: Texts = { 'zh-CN': '一', en: 'one' }

test('whoever changes one language leaves the other older, until that is changed too or found right', () => {
  const changed = retold(both, { ...both, en: 'one and only' }, false)
  expect(changed.stale).toBe('zh-CN')
  expect(wordsIn('zh-CN', changed).older).toBe(true)
  expect(wordsIn('en', changed).older).toBe(false)
  const kept = retold(changed, { 'zh-CN': '一', en: 'one and only' }, false)
  expect(kept.stale, 'saved once more without a change').toBe('zh-CN')
  expect(retold(kept, { 'zh-CN': '唯一', en: 'one and only' }, false).stale).toBeUndefined()
  expect(retold(kept, { 'zh-CN': '一', en: 'one and only' }, true).stale).toBeUndefined()
})

test('a first translation is not older, and a text alone is older than none', () => {
  expect(retold({ en: 'one' }, both, false).stale).toBeUndefined()
  expect(retold(undefined, both, false).stale).toBeUndefined()
  expect(retold(both, { en: 'two' }, false).stale).toBeUndefined()
})

test('a mark stands on a language that is there, and only after a change of one language alone', () => {
  const text = fc.constantFrom('', 'a', 'b', 'c')
  const texts = fc.record({ 'zh-CN': text, en: text })
  fc.assert(
    fc.property(texts, texts, fc.boolean(), (before, after, right) => {
      const { stale } = retold(before, after, right)
      const changed = locales.filter((one) => before[one] !== after[one])
      expect(stale === undefined || (changed.length === 1 && changed[0] !== stale)).toBe(true)
      expect(stale === undefined || (after[stale] !== '' && !right)).toBe(true)
    }),
  )
})

test('the studio says where a text is older, in a course and in a tour', () => {
  const stale: Texts = { ...both, stale: 'en' }
  const lesson = { key: 'l', kind: 'text', title: both, body: stale, required: true } as const
  const course = {
    ...{ title: both, objectives: {}, minutes: 1, validMonths: null, lessons: [lesson] },
    pass: { percent: 80, attempts: 3, waitHours: 12 },
  }
  expect(warningsOf(course, [])).toEqual([{ kind: 'older', where: 'l', locale: 'en' }])
  const step = { key: 's', path: '/training', body: stale }
  const tour = { title: both, start: '/training', offered: false, steps: [step] }
  expect(tourWarnings(tour)).toEqual([{ kind: 'older', step: 1, locale: 'en' }])
})
