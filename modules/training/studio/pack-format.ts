import { z } from 'zod'
import { locales } from '../../../core/i18n/locale.ts'
import { lessonKinds, questionKinds } from '../courses/content.ts'
import { placeFrom } from '../help/place.ts'
import { advances } from '../tours/content.ts'

const textsUpTo = (most: number) =>
  z
    .strictObject({
      ...{ 'zh-CN': z.string().max(most), en: z.string().max(most) },
      stale: z.enum(locales),
    })
    .partial()

const texts = textsUpTo(40_000)
const line = textsUpTo(200)
const key = z.string().regex(/^[\w-]{1,60}$/)

const lesson = z.strictObject({
  key,
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
      questions: z.array(z.strictObject({ key, document: question })).max(500),
    }),
  )
  .max(200)

const place = z.string().refine((text) => placeFrom(text) === text)

const step = z.strictObject({
  key,
  anchor: z
    .string()
    .regex(/^[\w.-]{1,80}$/)
    .optional(),
  path: place.optional(),
  permission: z
    .string()
    .regex(/^[a-z.-]{1,80}$/)
    .optional(),
  advance: z.enum(advances).optional(),
  title: line.optional(),
  body: textsUpTo(2_000),
})

const tours = z
  .array(
    z.strictObject({
      code: key,
      content: z.strictObject({
        title: line,
        start: place.refine((text) => !text.includes('*')),
        offered: z.boolean(),
        goal: z
          .string()
          .regex(/^[a-z-]+:[\w.-]{1,60}$/)
          .optional(),
        steps: z.array(step).max(50),
      }),
    }),
  )
  .max(200)

const topics = z
  .array(
    z.strictObject({
      code: key.nullable(),
      place,
      field: key.nullable(),
      titles: line.refine((all) => locales.some((one) => all[one])),
      bodies: textsUpTo(10_000),
    }),
  )
  .max(500)

/** What is handed on: courses with their questions, tours, and help texts. */
export const packed = z.strictObject({ courses, tours, topics })
export type Packed = z.infer<typeof packed>

/** The first packs held courses alone, and are still taken in. */
const first = z.strictObject({ ...about(1), courses })
const second = z.strictObject({ ...about(2), ...packed.shape })

/** A pack as a file. */
export const packFile = z.discriminatedUnion('version', [first, second])

function about<Version extends 1 | 2>(version: Version) {
  return {
    format: z.literal('stepwise-courses'),
    version: z.literal(version),
    source: z.string().max(200),
    licence: z.string().max(200),
    checksum: z.string(),
  }
}
