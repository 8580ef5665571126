import type { NotificationKind, TimelineKind } from '../../../core/module.ts'
import { ratingText } from './messages.ts'

/** How it reads in a ticket's timeline that its customer said how it went. */
export const ratingLine: TimelineKind<'service'> = {
  kind: 'service.rated',
  icon: 'star',
  tell: ({ locale }, { score }) => ratingText(locale).rated(String(score)),
  text: ({ comment }) => String(comment ?? '') || undefined,
}

export const ratingNotice: NotificationKind<'service'> = {
  kind: 'service.rated-low',
  icon: 'star',
  tell: ({ locale }) => ratingText(locale).notice,
}
