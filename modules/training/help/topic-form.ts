import { shiftDay } from '../../../core/calendar/calendar.ts'
import { today } from '../../../core/calendar/reading.ts'
import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import { locales } from '../../../core/i18n/locale.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseDate } from '../../../core/values/date.ts'
import { rawTexts, readTexts } from '../studio/course-form.ts'
import { helpText } from './messages.ts'
import { placeFrom } from './place.ts'
import type { TopicInput } from './schema.ts'
import type { OwnTopic, Topic } from './topics.ts'

/** Help is looked through twice a year (R20). */
const usualDays = 182

/**
 * Reads the form of a topic: place, field, title and text in both languages, review day.
 * @param before what stood there
 */
export function readTopicForm(
  scope: Scope,
  raw: Raw,
  before?: Pick<Topic, 'titles' | 'bodies'>,
): { input: TopicInput; errors?: undefined } | { input?: undefined; errors: Errors } {
  const t = helpText(scope.locale).topics
  const fields = new Fields(raw, scope.locale)
  const typed = fields.need('place', t.place, (text) => ({ ok: true, value: text }), '')
  const place = placeFrom(typed)
  if (!place) fields.refuse('place', t.placeWrong)
  const field = (raw.field ?? '').trim() || null
  if (field && !/^[\w-]{1,60}$/.test(field)) fields.refuse('field', t.fieldWrong)
  const titles = readTexts(fields, 'title', 120, before?.titles)
  const bodies = readTexts(fields, 'body', 5_000, before?.bodies)
  const written = locales.filter((locale) => titles[locale])
  if (written.length === 0) fields.refuse('title-zh', t.titleNeeded)
  for (const locale of written)
    if (!bodies[locale]) fields.refuse(locale === 'en' ? 'body-en' : 'body-zh', t.bodyNeeded)
  const reviewDueOn = fields.need('reviewDueOn', t.review, parseDate, '')
  if (!fields.ok || !place) return { errors: fields.errors }
  return { input: { place, field, titles, bodies, reviewDueOn } }
}

/** A topic as its form posts it. */
export const rawTopic = (scope: Scope, topic?: Topic | OwnTopic | TopicInput): Raw => ({
  place: topic?.place ?? '',
  field: topic?.field ?? '',
  ...rawTexts('title', topic?.titles ?? {}),
  ...rawTexts('body', topic?.bodies ?? {}),
  reviewDueOn:
    topic && 'reviewDueOn' in topic ? topic.reviewDueOn : shiftDay(today(scope), usualDays),
})
