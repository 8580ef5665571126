import type { NotificationKind } from '../../../core/module.ts'
import { mailboxText } from '../mailboxes/messages.ts'
import type { Fault } from '../mailboxes/schema.ts'
import { outgoingText } from './messages.ts'

/** Whoever answered hears that the customer has not got it. */
export const mailNotice: NotificationKind<'service'> = {
  kind: 'service.mail-failed',
  icon: 'mail',
  tell: ({ locale }, { fault }) =>
    outgoingText(locale).failed(mailboxText(locale).faults[fault as Fault] ?? ''),
}
