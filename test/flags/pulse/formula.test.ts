import { expect, test } from 'vitest'
import { easeOf, keyOf, modulesOf, uxLite } from '../../../flags/pulse/formula.ts'

const said = (module: string, useful: number, ease: number) => ({
  [keyOf(module, 'useful')]: useful,
  [keyOf(module, 'ease')]: ease,
})

test.each([
  [1, 1, 0],
  [3, 3, 50],
  [4, 4, 75],
  [5, 3, 75],
  [5, 4, 87.5],
  [5, 5, 100],
])('useful %i and easy %i are %d of 100', (useful, ease, index) => {
  expect(uxLite(useful, ease)).toBe(index)
})

test('a person with two modules counts once, with the mean of both', () => {
  const people = [
    { ...said('contacts', 5, 5), ...said('sales', 1, 1) },
    said('contacts', 3, 3),
    said('contacts', 3, 3),
    said('contacts', 5, 5),
  ]
  expect(modulesOf(people)).toEqual(['contacts', 'sales'])
  expect(easeOf(people)).toEqual({ n: 4, value: 62.5 })
  expect(easeOf(people, 'contacts')).toEqual({ n: 4, value: 75 })
})

test('a module that fewer than four spoke of, and a round that nobody answered, say nothing', () => {
  const people = Array(3).fill(said('sales', 5, 5))
  expect(easeOf(people, 'sales')).toBeUndefined()
  expect(easeOf([...people, said('contacts', 4, 4)], 'sales')).toBeUndefined()
  expect(easeOf([])).toBeUndefined()
})
