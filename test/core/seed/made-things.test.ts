import { expect, test } from 'vitest'
import { makeChineseFirm, makeEnglishFirm } from '../../../core/seed/firms.ts'
import { makeCreditCode, makeLandline, makeMobile } from '../../../core/seed/numbers.ts'
import { makeChinesePerson, makeEnglishPerson } from '../../../core/seed/people.ts'
import { chinesePlaces, englishPlaces } from '../../../core/seed/places.ts'
import { seeded } from '../../../core/seed/random.ts'
import { surnames } from '../../../core/seed/words.ts'
import { parseCreditCode } from '../../../core/values/credit-code.ts'
import { parseEmail } from '../../../core/values/email.ts'
import { searchKeys } from '../../../core/values/names.ts'
import { parsePhone } from '../../../core/values/phone.ts'

const many = <T>(
  seed: number,
  make: (random: ReturnType<typeof seeded>) => T,
  count = 500,
): T[] => {
  const random = seeded(seed)
  return Array.from({ length: count }, () => make(random))
}

test('the same number makes the same firms and people, another number others', () => {
  expect(many(7, makeChineseFirm)).toEqual(many(7, makeChineseFirm))
  expect(many(7, makeEnglishPerson)).toEqual(many(7, makeEnglishPerson))
  expect(many(7, makeChineseFirm)).not.toEqual(many(8, makeChineseFirm))
})

test('every made credit code passes its check, and names the place of the firm', () => {
  for (const place of chinesePlaces)
    for (const code of many(1, (random) => makeCreditCode(random, place), 20)) {
      expect(parseCreditCode(code)).toEqual({ ok: true, value: code })
      expect(code.slice(2, 8)).toBe(place.administrative)
    }
})

test('every landline of every place, and every mobile number, is a phone number there', () => {
  for (const place of [...chinesePlaces, ...englishPlaces])
    for (const phone of many(2, (random) => makeLandline(random, place), 5))
      expect(parsePhone(phone, { region: place.country, strict: true })).toMatchObject({ ok: true })
  for (const phone of many(3, makeMobile))
    expect(parsePhone(phone, { region: 'CN', strict: true })).toMatchObject({ ok: true })
})

test('a Chinese name has its surname first and is found by how it is read', () => {
  const families = new Set(surnames.map(({ sign }) => sign))
  for (const { name, mailbox } of many(4, makeChinesePerson)) {
    expect(families.has(name.slice(0, 1)) || families.has(name.slice(0, 2))).toBe(true)
    const readings = searchKeys(name).pinyin
    expect(readings, `${name} as ${mailbox}`).toContain(mailbox.replace('.', ''))
  }
})

test('addresses belong to nobody: they end in .example', () => {
  for (const { domain } of [...many(5, makeChineseFirm), ...many(5, makeEnglishFirm)]) {
    expect(domain).toMatch(/^[a-z-]+\.example$/)
    expect(parseEmail(`office@${domain}`)).toMatchObject({ ok: true })
  }
  for (const { mailbox } of many(6, makeEnglishPerson))
    expect(parseEmail(`${mailbox}@alder.example`)).toMatchObject({ ok: true })
})

test('ten thousand Chinese firms hardly ever share a name', () => {
  const names = many(9, makeChineseFirm, 10_000).map(({ name }) => name)
  expect(new Set(names).size).toBeGreaterThan(9_950)
  expect(names.every((name) => /^\p{Script=Han}{9,20}$/u.test(name))).toBe(true)
})
