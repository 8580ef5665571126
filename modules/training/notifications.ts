import type { NotificationKind } from '../../core/module.ts'
import type { IconName } from '../../views/icon.tsx'
import { learningText } from './learning/messages.ts'

type Word = keyof ReturnType<typeof learningText>['told']

const told = (
  kind: `training.${string}`,
  icon: IconName,
  word: Word,
): NotificationKind<'training'> => ({
  ...{ kind, icon, tell: ({ locale }) => learningText(locale).told[word] },
  text: ({ comment }) => (typeof comment === 'string' ? comment : undefined),
})

/** What people are told of their learning, and those who teach of theirs. */
export const notifications: readonly NotificationKind<'training'>[] = [
  told('training.assigned', 'school', 'assigned'),
  told('training.completed', 'circle-check', 'completed'),
  told('training.failed', 'alert-circle', 'failed'),
  told('training.work-accepted', 'check', 'accepted'),
  told('training.work-returned', 'arrow-back-up', 'returned'),
  told('training.reminded', 'clock', 'reminded'),
  told('training.overdue', 'alert-circle', 'overdue'),
  told('training.escalated', 'alert-triangle', 'escalated'),
  told('training.expiring', 'calendar-event', 'expiring'),
]
