import type { NotificationKind, TimelineKind } from '../../../core/module.ts'
import { articleText } from './messages.ts'

/** How what happens to articles alone reads in their timelines. */
export const articleTimeline: readonly TimelineKind<'service'>[] = [
  {
    kind: 'service.article-published',
    icon: 'send',
    tell: ({ locale }, { number }) => articleText(locale).deeds.published(String(number)),
    text: ({ note }) => String(note ?? '') || undefined,
  },
  {
    kind: 'service.article-withdrawn',
    icon: 'eye-off',
    tell: ({ locale }) => articleText(locale).deeds.withdrawn,
  },
]

export const articleNotice: NotificationKind<'service'> = {
  kind: 'service.article-due',
  icon: 'book',
  tell: ({ locale }) => articleText(locale).notices.review,
}
