import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { locales } from '../../../core/i18n/locale.ts'
import { root } from '../../../core/root.ts'
import { readCurriculum } from '../../../modules/training/curriculum/files.ts'
import { isRegistered, scanAnchors } from '../../../modules/training/tours/anchors.ts'
import { shippedTours } from '../../../modules/training/tours/tours.ts'

const found = scanAnchors(root)
const tours = await shippedTours()

test('no registered anchor is missing in the source; run anchors.generate.ts after one was added', async () => {
  expect(found.length).toBeGreaterThan(10)
  const kept = await readFile(join(root, 'modules/training/tours/anchors.json'), 'utf8')
  expect(found).toEqual(expect.arrayContaining(JSON.parse(kept)))
})

test('every anchor that a tour points at is registered; a renamed one would not be', () => {
  const used = tours.flatMap(({ steps }) => steps.flatMap(({ anchor }) => anchor ?? []))
  expect(used.length).toBeGreaterThan(5)
  expect(used.filter((anchor) => !isRegistered(found, anchor))).toEqual([])
  expect(isRegistered(found, 'people.add')).toBe(true)
  expect(isRegistered(found, 'people.added')).toBe(false)
  expect(isRegistered(found, 'peopleXadd')).toBe(false)
})

test('six tours, none longer than five steps, all in both languages', () => {
  expect(tours).toHaveLength(6)
  for (const { code, title, steps } of tours) {
    expect(steps.length, code).toBeLessThanOrEqual(5)
    expect(new Set(steps.map(({ key }) => key)).size, code).toBe(steps.length)
    for (const texts of [title, ...steps.map(({ body }) => body)])
      for (const locale of locales) expect(texts[locale]?.trim(), code).toBeTruthy()
  }
})

test('a lesson that is a tour names one that exists', async () => {
  const { courses } = await readCurriculum()
  const named = courses.flatMap(({ content }) => content.lessons.flatMap(({ tour }) => tour ?? []))
  expect(named.length).toBeGreaterThan(0)
  for (const code of named) expect(tours.map((tour) => tour.code)).toContain(code)
})
