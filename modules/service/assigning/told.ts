import type { NotificationKind } from '../../../core/module.ts'
import { givenToYou } from './assigning.ts'
import { assigningText } from './messages.ts'

/** Who got a ticket by a rule hears of it. */
export const givenNotice: NotificationKind<'service'> = {
  kind: givenToYou,
  icon: 'user-share',
  tell: ({ locale }) => assigningText(locale).given,
}
