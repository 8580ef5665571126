import { newId } from '../../../core/db/id.ts'
import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseWhole } from '../../../core/values/number.ts'
import { parseWebAddress } from '../../../core/values/web-address.ts'
import { type CourseContent, type Lesson, lessonKinds } from '../courses/content.ts'
import { rawTexts, readTexts } from './course-form.ts'
import { studioText } from './messages.ts'

/** The longest text of a lesson, in characters. */
const mostText = 40_000

/**
 * Reads the form of a lesson.
 * @param before the lesson that is changed; a new one without it
 * @param tours the codes of those it can be
 */
export function readLesson(
  { locale }: Scope,
  raw: Raw,
  before: Lesson | undefined,
  tours: readonly string[],
): { lesson: Lesson; errors: Errors } {
  const t = studioText(locale).form
  const fields = new Fields(raw, locale)
  const kind = lessonKinds.find((one) => one === raw.kind) ?? 'text'
  const title = readTexts(fields, 'title', 120, before?.title)
  if (!title.en && !title['zh-CN']) fields.refuse('title-zh', t.titleNeeded)
  // What belongs to another kind is not seen, and so is not judged.
  const draw =
    kind === 'quiz' ? fields.may('draw', (text) => parseWhole(text, { least: 1, most: 50 })) : null
  const video = kind === 'video' ? fields.may('video', parseWebAddress) : null
  if (kind === 'video' && !video) fields.refuse('video', t.videoNeeded)
  const tour = tours.find((one) => one === raw.tour)
  if (kind === 'tour' && !tour) fields.refuse('tour', t.tourNeeded)
  const lesson: Lesson = {
    ...{ key: before?.key ?? `l-${newId().slice(-8)}`, kind, title },
    body: readTexts(fields, 'body', mostText, before?.body),
    required: raw.required === 'on',
    ...(kind === 'quiz' ? { draw: draw ?? 5 } : {}),
    ...(kind === 'video' && video ? { video } : {}),
    ...(kind === 'tour' && tour ? { tour } : {}),
  }
  return { lesson, errors: fields.errors }
}

export const rawLesson = (lesson: Lesson): Raw => ({
  ...rawTexts('title', lesson.title),
  ...rawTexts('body', lesson.body),
  kind: lesson.kind,
  required: lesson.required ? 'on' : '',
  draw: lesson.draw ? String(lesson.draw) : '',
  video: lesson.video ?? '',
  tour: lesson.tour ?? '',
})

/** A course with a lesson in place of the one of its key, or behind all others. */
export function withLesson(draft: CourseContent, lesson: Lesson): CourseContent {
  const has = draft.lessons.some(({ key }) => key === lesson.key)
  const lessons = has
    ? draft.lessons.map((one) => (one.key === lesson.key ? lesson : one))
    : [...draft.lessons, lesson]
  return { ...draft, lessons }
}

export const withoutLesson = (draft: CourseContent, key: string): CourseContent => ({
  ...draft,
  lessons: draft.lessons.filter((one) => one.key !== key),
})

/** A course with a lesson one place further up. */
export function raised(draft: CourseContent, key: string): CourseContent {
  const lessons = [...draft.lessons]
  const at = lessons.findIndex((one) => one.key === key)
  const [one, above] = [lessons[at], lessons[at - 1]]
  if (!one || !above) return draft
  lessons.splice(at - 1, 2, one, above)
  return { ...draft, lessons }
}
