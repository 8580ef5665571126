import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { shiftDay } from '../../../core/calendar/calendar.ts'
import { today } from '../../../core/calendar/reading.ts'
import { newId } from '../../../core/db/id.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { type CourseContent, type Question, sayIn } from '../courses/content.ts'
import { questions } from '../courses/schema.ts'
import { courseObject, reviewDays } from '../curriculum/installing.ts'
import { readOwnTopics, shippedTopics } from '../help/topics.ts'
import { writeTopic } from '../help/writing.ts'
import type { TourContent } from '../tours/content.ts'
import { readWrittenTours } from '../tours/reading.ts'
import { writeTour } from '../tours/writing.ts'
import { type Packed, packed, packFile } from './pack-format.ts'
import { isCodeTaken, writeCourse } from './writing.ts'

const checksumOf = (held: Packed | Packed['courses']): string =>
  createHash('sha256').update(JSON.stringify(held)).digest('hex')

/** All that a company wrote and uses, as one file that another company can take in. */
export async function makePack(scope: Scope): Promise<string> {
  const [courses, tours, topics] = await Promise.all([
    readCourses(scope),
    readWrittenTours(scope),
    readOwnTopics(scope),
  ])
  const held = packed.parse({
    courses: [...courses],
    tours: tours
      .filter(({ archivedAt }) => archivedAt === null)
      .map(({ code, draft }) => ({ code, content: draft })),
    topics: topics.map(({ code, place, field, titles, bodies }) => ({
      ...{ code, place, field, titles, bodies },
    })),
  })
  const rows = held.courses.length + held.tours.length + held.topics.length
  await recordAudit(scope, { action: 'exported', object: courseObject, after: { rows } })
  const about = { format: 'stepwise-courses', version: 2, source: scope.company.name, licence: '' }
  return JSON.stringify({ ...about, checksum: checksumOf(held), ...held }, null, 2)
}

const readCourses = ({ db, company }: Scope) =>
  db.execute<Packed['courses'][number]>(sql`
    select c.code, c.draft as content, coalesce((select json_agg(json_build_object('key', q.key,
        'document', q.document) order by q.key) from training.questions q
        where q.company_id = c.company_id and q.course_id = c.id and q.archived_at is null), '[]')
        as questions
    from training.courses c
    where c.company_id = ${company.id} and c.archived_at is null order by c.code limit 200`)

export type PackProblem = 'notJson' | 'notAPack' | 'changed'

/** Reads a file that somebody gave. */
export function readPack(text: string): { held: Packed } | { problem: PackProblem } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { problem: 'notJson' }
  }
  const parsed = packFile.safeParse(json)
  if (!parsed.success) return { problem: 'notAPack' }
  const { data } = parsed
  const { courses } = data
  const held =
    data.version === 1
      ? { courses, tours: [], topics: [] }
      : { courses, tours: data.tours, topics: data.topics }
  const isWhole = data.checksum === checksumOf(data.version === 1 ? courses : held)
  return isWhole ? { held } : { problem: 'changed' }
}

/** How many of each came in, and the names of what was there already. */
export type Taken = Record<keyof Packed, number> & { skipped: string[] }

/**
 * Takes in courses and tours as drafts, and help texts, which have none and are there at once. What is
 * there already keeps what it has.
 */
export async function takePack(scope: Scope, held: Packed): Promise<Taken> {
  const skipped = [
    ...(await takeCourses(scope, held.courses)),
    ...(await takeTours(scope, held.tours)),
    ...(await takeTopics(scope, held.topics)),
  ]
  const added = (all: readonly unknown[], kind: keyof Packed) =>
    all.length - skipped.filter((one) => one.kind === kind).length
  return {
    courses: added(held.courses, 'courses'),
    tours: added(held.tours, 'tours'),
    topics: added(held.topics, 'topics'),
    skipped: skipped.map(({ name }) => name),
  }
}

type Skipped = { kind: keyof Packed; name: string }[]

async function takeCourses(scope: Scope, all: Packed['courses']): Promise<Skipped> {
  const skipped: Skipped = []
  for (const { code, content, questions: asked } of all) {
    if (await isCodeTaken(scope, code)) {
      skipped.push({ kind: 'courses', name: code })
      continue
    }
    const courseId = await writeCourse(scope, code, content as CourseContent)
    await insertMany(
      scope,
      questions,
      asked.map(({ key, document }) => ({
        ...{ id: newId(), courseId, key, document: document as Question },
      })),
    )
  }
  return skipped
}

async function takeTours(scope: Scope, all: Packed['tours']): Promise<Skipped> {
  const skipped: Skipped = []
  for (const { code, content } of all)
    if (!(await writeTour(scope, content as TourContent, code)))
      skipped.push({ kind: 'tours', name: sayIn(scope.locale, content.title) })
  return skipped
}

async function takeTopics(scope: Scope, all: Packed['topics']): Promise<Skipped> {
  const skipped: Skipped = []
  const shipped = new Set((await shippedTopics()).map(({ code }) => code))
  const about = ({
    place,
    field,
    titles,
  }: Pick<Packed['topics'][number], 'place' | 'field' | 'titles'>) =>
    JSON.stringify([place, field, sayIn(scope.company.locale, titles)])
  const there = new Set((await readOwnTopics(scope)).map(about))
  const reviewDueOn = shiftDay(today(scope), reviewDays)
  for (const { code, ...topic } of all) {
    const isThere = there.has(about(topic))
    const input = { ...topic, reviewDueOn } as Parameters<typeof writeTopic>[1]
    // What it replaces there may not come along here: then it stands beside the others.
    const id = isThere ? undefined : await writeTopic(scope, input, shipped.has(code) ? code : null)
    if (!id) skipped.push({ kind: 'topics', name: sayIn(scope.locale, topic.titles as never) })
  }
  return skipped
}
