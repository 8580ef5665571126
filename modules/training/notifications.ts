import { formatNumber } from '../../core/i18n/format.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import type { NotificationKind } from '../../core/module.ts'
import type { IconName } from '../../views/icon.tsx'
import { helpNotices } from './help/told.ts'
import { learningText } from './learning/messages.ts'
import { reviewNotices } from './reviewing.ts'
import { tourNotices } from './tours/told.ts'

type Words = ReturnType<typeof learningText>
type Word = keyof Words['told']

/** With how many it is about, where there is more than one. */
function say(locale: Locale, word: Word, { count }: Record<string, unknown>): string {
  const t = learningText(locale)
  const all = typeof count === 'number' && count > 1 ? t.several(formatNumber(locale, count)) : ''
  return `${t.told[word]}${all}`
}

const told = (
  kind: `training.${string}`,
  icon: IconName,
  word: Word,
): NotificationKind<'training'> => ({
  ...{ kind, icon, tell: ({ locale }, data) => say(locale, word, data) },
  text: ({ comment }) => (typeof comment === 'string' ? comment : undefined),
})

/** What people are told of their learning, and those who teach of theirs. */
export const notifications: readonly NotificationKind<'training'>[] = [
  told('training.assigned', 'school', 'assigned'),
  told('training.new-version', 'refresh', 'newVersion'),
  told('training.completed', 'circle-check', 'completed'),
  told('training.failed', 'alert-circle', 'failed'),
  told('training.work-accepted', 'check', 'accepted'),
  told('training.work-returned', 'arrow-back-up', 'returned'),
  told('training.attempt-given', 'refresh', 'attempt'),
  told('training.session-planned', 'calendar-event', 'session'),
  told('training.session-called-off', 'calendar-event', 'calledOff'),
  told('training.reminded', 'clock', 'reminded'),
  told('training.overdue', 'alert-circle', 'overdue'),
  told('training.escalated', 'alert-triangle', 'escalated'),
  told('training.late', 'alert-triangle', 'late'),
  ...reviewNotices,
  ...helpNotices,
  ...tourNotices,
]
