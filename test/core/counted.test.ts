import { expect, test } from 'vitest'
import { counted } from '../../core/i18n/counted.ts'

test('one is one, and all else is several, none and what is grouped included', () => {
  expect(counted(1, 'row')).toBe('1 row')
  expect(counted('1', 'row was', 'rows were')).toBe('1 row was')
  const several = [0, 2, '1,001', '21'].map((count) => counted(count, 'row'))
  expect(several).toEqual(['0 rows', '2 rows', '1,001 rows', '21 rows'])
})
