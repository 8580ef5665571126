import { formatNumber } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import type { Tone } from '../../../views/pill.tsx'
import { type CourseContent, type Question, sayIn } from '../courses/content.ts'
import { studioText } from './messages.ts'
import type { Written } from './reading.ts'
import type { Warning } from './warnings.ts'

type Asked = { key: string; document: Pick<Question, 'stem'> }

/** So much of a question says which it is. */
const beginning = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text)

/** A warning in words: the place by its title, a question by how it begins. */
export function sayWarning(
  locale: Locale,
  content: CourseContent,
  questions: readonly Asked[],
  one: Warning,
): string {
  const t = studioText(locale).warn
  if (one.kind === 'no-lessons') return t.noLessons
  const lesson = content.lessons.find(({ key }) => key === one.where)
  const asked = questions.find(({ key }) => key === one.where)
  const stem = asked && sayIn(locale, asked.document.stem)
  const named = lesson
    ? sayIn(locale, lesson.title)
    : stem
      ? t.question(beginning(stem))
      : one.where
  const where = one.where === 'title' ? t.title : named || one.where
  const number = (count: number) => formatNumber(locale, count)
  switch (one.kind) {
    case 'untranslated':
      return t.untranslated(where, studioText(locale).languages[one.locale])
    case 'older':
      return t.older(where, studioText(locale).languages[one.locale])
    case 'no-tour':
      return t.noTour(where)
    case 'empty':
      return t.empty(where)
    case 'no-transcript':
      return t.noTranscript(where)
    case 'few-questions':
      return t.fewQuestions(where, number(one.wanted), number(one.there))
    default:
      return t.noAnswer(where)
  }
}

export type Stand = 'archived' | 'outline' | 'draft' | 'review' | 'published' | 'changed'

/** How far a course has come, as its list says it. */
export function standOf({
  archivedAt,
  published,
  state,
}: Pick<Written, 'archivedAt' | 'published' | 'state'>): Stand {
  if (archivedAt) return 'archived'
  if (state === 'review') return 'review'
  if (published === null) return 'outline'
  return state === 'published' ? 'published' : 'changed'
}

export const standTones: Record<Stand, Tone> = {
  ...{ archived: 'grey', outline: 'grey', draft: 'blue', review: 'orange' },
  ...{ published: 'green', changed: 'violet' },
}
