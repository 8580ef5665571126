import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedTours } from '../../../modules/training/tours/tours.ts'
import type { Firm, Office } from '../../setup/office.ts'
import { openTrainingOffice, readPage, switchOn } from './training-office.ts'

let office: Office
let valley: Firm
let pack = ''
beforeAll(async () => {
  office = await openTrainingOffice()
  valley = await office.another()
  await switchOn(valley)
})
afterAll(() => office?.close())

const give = (text: string) => {
  const form = new FormData()
  form.set('file', new File([text], 'training.json'))
  return valley.as('tara').post('/training/studio/packs', form)
}

/** A pack as somebody who knows the format would write it by hand. */
const written = (held: Record<string, unknown>, version = 2) => {
  const hashed = JSON.stringify(version === 1 ? held.courses : held)
  const checksum = createHash('sha256').update(hashed).digest('hex')
  const about = { format: 'stepwise-courses', version, source: 'By hand', licence: '', checksum }
  return JSON.stringify({ ...about, ...held })
}

const counts = async () => {
  const [row] = await valley.inScope('amy', ({ db }) =>
    db.execute(sql`
      select (select count(*)::int from training.courses) as courses,
        (select count(*)::int from training.tours) as tours,
        (select count(*)::int from training.tours where published_id is not null) as published,
        (select count(*)::int from training.help_topics where archived_at is null) as topics`),
  )
  return row as { courses: number; tours: number; published: number; topics: number }
}

test('all that tara wrote goes out as one file: courses, her tours and her help, and not what she put away', async () => {
  const tara = office.as('tara')
  const place = '/training/studio/tours'
  const facts = { 'title-zh': '客户建档', 'title-en': 'Our first customer' }
  const own = await tara.post(place, { ...facts, start: '/training' })
  const away = await tara.post(place, { ...facts, 'title-en': 'Put away', start: '/training' })
  await tara.post(`${away.headers.get('location')}/archive`)
  for (const { code } of await shippedTours()) await tara.post(place, { of: code })
  expect(own.status).toBe(303)
  const help = { place: '/training', field: '', reviewDueOn: '2031-01-15' }
  const words = { 'title-zh': '', 'title-en': 'Ask Lin', 'body-zh': '', 'body-en': 'At **ten**.' }
  await tara.post('/training/help-topics', { ...help, ...words, _once: crypto.randomUUID() })
  const file = await tara.post('/training/studio/packs/download')
  expect(file.headers.get('content-disposition')).toContain('training.json')
  pack = await file.text()
  const { courses, tours, topics } = JSON.parse(pack)
  expect(courses.length).toBeGreaterThan(30)
  expect(
    tours.map((tour: { content: { title: { en: string } } }) => tour.content.title.en),
  ).toEqual(expect.arrayContaining(['Our first customer', 'Finding your way']))
  expect(tours).toHaveLength(8)
  expect(pack).not.toContain('Put away')
  expect(topics).toEqual([expect.objectContaining({ place: '/training', code: null })])
  expect((await office.as('emil').post('/training/studio/packs/download')).status).toBe(404)
})

test('another firm takes it in: courses and tours as drafts that nobody follows yet, help at once; twice is once', async () => {
  expect((await give(pack)).status).toBe(303)
  const taken = await counts()
  expect(taken).toMatchObject({ tours: 8, published: 0, topics: 1 })
  expect(taken.courses).toBeGreaterThan(30)
  expect(await readPage(valley, 'tara', '/training/studio/tours')).toContain('Our first customer')
  expect(await readPage(valley, 'emil', '/training/tours')).not.toContain('Our first customer')
  const help = await readPage(valley, 'emil', '/training/help?at=/training')
  expect(help).toContain('At <strong>ten</strong>.')
  expect((await give(pack)).status).toBe(303)
  expect(await counts(), 'all of it was there').toEqual(taken)
})

test('a pack of courses alone, as they were made first, is still taken in', async () => {
  const { courses } = JSON.parse(pack)
  const one = { ...courses[0], code: 'OLD-01' }
  expect((await give(written({ courses: [one] }, 1))).status).toBe(303)
  expect(await readPage(valley, 'tara', '/training/studio')).toContain('OLD-01')
})

test('what was changed on the way, or would point anywhere, is refused and leaves nothing behind', async () => {
  const before = await counts()
  const changed = await give(pack.replace('Our first customer', 'Our last customer'))
  expect(changed.status).toBe(422)
  expect(await changed.text()).toContain('was changed after it was made')
  const tour = (more: Record<string, unknown>) => ({
    code: 'own-1',
    content: { title: { en: 'T' }, start: '/training', offered: false, steps: [], ...more },
  })
  const step = { key: 's', body: { en: 'x' } }
  const topic = { code: null, place: '/x', field: null, titles: { en: 'T' }, bodies: { en: 'b' } }
  const empty = { courses: [], tours: [], topics: [] }
  for (const wrong of [
    { ...empty, tours: [tour({ start: '//evil.example' })] },
    { ...empty, tours: [tour({ start: '/contacts/*' })] },
    { ...empty, tours: [tour({ steps: [{ ...step, path: 'javascript:alert(1)' }] })] },
    { ...empty, tours: [tour({ steps: [{ ...step, anchor: '"]<script>' }] })] },
    { ...empty, tours: [tour({ steps: [{ ...step, advance: 'eval' }] })] },
    { ...empty, topics: [{ ...topic, place: 'https://evil.example' }] },
    { ...empty, topics: [{ ...topic, field: '" onfocus="x' }] },
    { ...empty, topics: [{ ...topic, titles: {} }] },
  ]) {
    const answer = await give(written(wrong))
    expect(answer.status, JSON.stringify(wrong)).toBe(422)
    expect(await answer.text()).toContain('This is no pack')
  }
  expect(await counts()).toEqual(before)
})
