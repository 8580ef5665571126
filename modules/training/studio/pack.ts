import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '../../../core/db/id.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import {
  type CourseContent,
  lessonKinds,
  type Question,
  questionKinds,
} from '../courses/content.ts'
import { questions } from '../courses/schema.ts'
import { courseObject } from '../curriculum/installing.ts'
import { isCodeTaken, writeCourse } from './writing.ts'

const texts = z
  .strictObject({ 'zh-CN': z.string().max(40_000), en: z.string().max(40_000) })
  .partial()

const lesson = z.strictObject({
  key: z.string().regex(/^[\w-]{1,60}$/),
  kind: z.enum(lessonKinds),
  title: texts,
  body: texts,
  required: z.boolean(),
  draw: z.int().min(1).max(50).optional(),
  video: z.url({ protocol: /^https?$/ }).optional(),
  tour: z.string().max(60).optional(),
})

const content = z.strictObject({
  title: texts,
  objectives: texts,
  minutes: z.int().min(1).max(600),
  validMonths: z.int().min(1).max(120).nullable(),
  pass: z.strictObject({
    percent: z.int().min(1).max(100),
    attempts: z.int().min(1).max(20),
    waitHours: z.int().min(0).max(720),
  }),
  lessons: z.array(lesson).max(50),
})

const question = z.strictObject({
  kind: z.enum(questionKinds),
  objective: z.int().min(1).max(50),
  critical: z.boolean(),
  stem: texts,
  options: z
    .array(z.strictObject({ text: texts, right: z.boolean().optional(), to: texts.optional() }))
    .max(12),
  explanation: texts,
})

const courses = z
  .array(
    z.strictObject({
      code: z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,19}$/),
      content,
      questions: z
        .array(z.strictObject({ key: z.string().regex(/^[\w-]{1,60}$/), document: question }))
        .max(500),
    }),
  )
  .max(200)

const pack = z.strictObject({
  format: z.literal('stepwise-courses'),
  version: z.literal(1),
  source: z.string().max(200),
  licence: z.string().max(200),
  checksum: z.string(),
  courses,
})

type Courses = z.infer<typeof courses>

const checksumOf = (all: Courses): string =>
  createHash('sha256').update(JSON.stringify(all)).digest('hex')

/** All courses in use, as one file that another company can take in. */
export async function makePack(scope: Scope): Promise<string> {
  const rows = await scope.db.execute<Courses[number]>(sql`
    select c.code, c.draft as content, coalesce((select json_agg(json_build_object('key', q.key,
        'document', q.document) order by q.key) from training.questions q
        where q.company_id = c.company_id and q.course_id = c.id and q.archived_at is null), '[]')
        as questions
    from training.courses c
    where c.company_id = ${scope.company.id} and c.archived_at is null order by c.code limit 200`)
  const all = courses.parse([...rows])
  await recordAudit(scope, {
    ...{ action: 'exported', object: courseObject, after: { rows: all.length } },
  })
  const about = { format: 'stepwise-courses', version: 1, source: scope.company.name, licence: '' }
  return JSON.stringify({ ...about, checksum: checksumOf(all), courses: all }, null, 2)
}

export type PackProblem = 'notJson' | 'notAPack' | 'changed'

/** Reads a file that somebody gave. */
export function readPack(text: string): { courses: Courses } | { problem: PackProblem } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { problem: 'notJson' }
  }
  const parsed = pack.safeParse(json)
  if (!parsed.success) return { problem: 'notAPack' }
  const { courses: all, checksum } = parsed.data
  return checksum === checksumOf(all) ? { courses: all } : { problem: 'changed' }
}

/** Takes courses in as drafts; a code that is there already keeps what it has. */
export async function takePack(
  scope: Scope,
  all: Courses,
): Promise<{ added: number; skipped: string[] }> {
  const skipped: string[] = []
  for (const { code, content, questions: asked } of all) {
    if (await isCodeTaken(scope, code)) {
      skipped.push(code)
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
  return { added: all.length - skipped.length, skipped }
}
