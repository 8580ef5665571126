import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { corePermissions } from '../../../core/access/permissions.ts'
import { locales } from '../../../core/i18n/locale.ts'
import { root } from '../../../core/root.ts'
import { modules } from '../../../modules/index.ts'
import { readCurriculum } from '../../../modules/training/curriculum/files.ts'
import { placeFrom } from '../../../modules/training/help/place.ts'
import {
  currentNames,
  isRegistered,
  lostAnchors,
  type Renamed,
  scanAnchors,
} from '../../../modules/training/tours/anchors.ts'
import { movedStep, withoutStep } from '../../../modules/training/tours/arranging.ts'
import type { TourContent } from '../../../modules/training/tours/content.ts'
import { goalsOf } from '../../../modules/training/tours/effect.ts'
import { dropOffs } from '../../../modules/training/tours/followed.ts'
import { anchorsAt, namedAnchors } from '../../../modules/training/tours/registry.ts'
import { shippedTours } from '../../../modules/training/tours/tours.ts'
import { isGraveForTour, tourWarnings } from '../../../modules/training/tours/warnings.ts'

const readTours = async (name: string) =>
  JSON.parse(await readFile(join(root, 'modules/training/tours', name), 'utf8'))
const found = scanAnchors(root)
const renamed: Renamed[] = await readTours('renamed-anchors.json')
const tours = await shippedTours()

test('no registered anchor is missing in the source; run anchors.generate.ts after one was added', async () => {
  expect(found.length).toBeGreaterThan(10)
  expect(lostAnchors(await readTours('anchors.json'), found, renamed)).toEqual([])
})

test('a renamed anchor is red until it says what it is called now, and what it says is there', () => {
  const kept = [...found, 'add-person']
  expect(lostAnchors(kept, found, [])).toEqual(['add-person'])
  expect(lostAnchors(kept, found, [{ was: 'add-person', is: 'people.add' }])).toEqual([])
  for (const { was } of renamed) expect(found, `${was} is there still`).not.toContain(was)
  for (const [was, is] of currentNames(renamed)) expect(isRegistered(found, is), was).toBe(true)
})

test('an anchor that was renamed twice leads to its last name; one that is gone, or goes round, to none', () => {
  const names = currentNames([
    { was: 'a', is: 'b' },
    { was: 'b', is: 'c' },
    { was: 'gone', is: null },
    { was: 'x', is: 'y' },
    { was: 'y', is: 'x' },
  ])
  expect(Object.fromEntries(names)).toEqual({ a: 'c', b: 'c' })
})

test('every anchor that a tour points at is registered; a renamed one would not be', () => {
  const used = tours.flatMap(({ steps }) => steps.flatMap(({ anchor }) => anchor ?? []))
  expect(used.length).toBeGreaterThan(5)
  expect(used.filter((anchor) => !isRegistered(found, anchor))).toEqual([])
  expect(isRegistered(found, 'people.add')).toBe(true)
  expect(isRegistered(found, 'people.added')).toBe(false)
  expect(isRegistered(found, 'peopleXadd')).toBe(false)
})

test('six tours and more, none longer than five steps, all in both languages', () => {
  expect(tours.length).toBeGreaterThanOrEqual(6)
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

test('an anchor that is chosen by name is registered, has a name in both languages, and asks for a right that exists', () => {
  const rights = new Set(
    [...modules.flatMap(({ permissions }) => permissions), ...corePermissions].map(
      ({ key }) => key,
    ),
  )
  expect(namedAnchors.length).toBeGreaterThan(20)
  for (const { anchor, place, permission, name } of namedAnchors) {
    expect(isRegistered(found, anchor), anchor).toBe(true)
    expect(placeFrom(place), anchor).toBe(place)
    if (permission) expect(rights, anchor).toContain(permission)
    for (const locale of locales) expect(name[locale].trim(), anchor).toBeTruthy()
  }
  expect(anchorsAt('/contacts/accounts')[0]?.anchor).toBe('new-accounts')
  expect(anchorsAt('/contacts/accounts').map(({ anchor }) => anchor)).not.toContain('new-task')
})

const step = { key: 's-1', anchor: 'help', path: '/training', body: { en: 'a', 'zh-CN': '一' } }
const whole: TourContent = {
  ...{ title: { en: 'T', 'zh-CN': '题' }, start: '/training', offered: false, steps: [step] },
}
const kinds = (tour: TourContent) => tourWarnings(tour).map(({ kind }) => kind)

test('what is missing is said: a language, an anchor that is gone, a page, and too many steps', () => {
  expect(kinds(whole)).toEqual([])
  expect(kinds({ ...whole, steps: [] })).toEqual(['no-steps'])
  expect(kinds({ ...whole, title: { en: 'T' } })).toEqual(['untranslated'])
  expect(
    kinds({ ...whole, steps: [{ ...step, body: { en: 'a'.repeat(300), 'zh-CN': '一' } }] }),
  ).toEqual(['wordy'])
  const renamed = { ...whole, steps: [{ ...step, anchor: 'was-renamed' }] }
  expect(kinds(renamed)).toEqual(['no-anchor'])
  expect(tourWarnings(renamed).some(isGraveForTour)).toBe(true)
  expect(kinds({ ...whole, steps: Array(6).fill(step) })).toEqual(['long'])
  expect(kinds({ ...whole, steps: Array(13).fill(step) })).toEqual(['too-long'])
})

test('steps move by one place, never beyond the ends, and none is lost', () => {
  const keys = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(keys, fc.nat(), fc.constantFrom(-1 as const, 1 as const), (all, at, by) => {
      const tour = { ...whole, steps: all.map((key) => ({ ...step, key })) }
      const key = all[at % all.length] ?? ''
      const moved = movedStep(tour, key, by).steps.map((one) => one.key)
      expect(moved.toSorted()).toEqual(all.toSorted())
      expect(Math.abs(moved.indexOf(key) - all.indexOf(key))).toBeLessThanOrEqual(1)
      expect(withoutStep(tour, key).steps).toHaveLength(all.length - 1)
    }),
  )
})

test('of who follows a tour, each step tells how many went no further; nobody there tells nothing', () => {
  const steps = [20, 10, 0].map((reached, at) => ({ key: `${at}`, reached, left: 0, missing: 0 }))
  expect(dropOffs({ started: 20, finished: 0, steps })).toEqual([0.5, 1, undefined])
  expect(
    dropOffs({ started: 4, finished: 4, steps: [{ ...steps[0], reached: 4 } as never] }),
  ).toEqual([0])
})

test('what a tour that comes along teaches is a deed that its module knows', () => {
  const goals = goalsOf({ modules }).map(({ key }) => key)
  const named = tours.flatMap(({ goal }) => goal ?? [])
  expect(named.length).toBeGreaterThan(3)
  for (const goal of named) expect(goals).toContain(goal)
})
