import type { Locale } from '../../../../core/i18n/locale.ts'
import type { Tab } from '../../../../views/tabs.tsx'
import { incomingText } from '../../incoming/messages.ts'
import { noticeText } from '../../notices/messages.ts'
import { outgoingText } from '../../outgoing/messages.ts'
import { webFormText } from '../../webforms/messages.ts'
import { mailboxText } from '../messages.ts'

/** Everything by which customers reach the desk, and what they are told by itself. */
export const channelTabs = (locale: Locale, here: string): Tab[] =>
  (
    [
      ['/service/mailboxes', mailboxText(locale).title],
      ['/service/mails', incomingText(locale).title],
      ['/service/outgoing-mails', outgoingText(locale).title],
      ['/service/web-forms', webFormText(locale).title],
      ['/service/notices', noticeText(locale).title],
    ] as const
  ).map(([href, label]) => ({ href, label, current: href === here }))
