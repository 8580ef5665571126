import type { TimelineKind } from '../../../core/module.ts'
import { type Cause, cause } from './causes.ts'
import { complaintText } from './messages.ts'

export const causeLine: TimelineKind<'service'> = {
  kind: 'service.cause-found',
  icon: 'search',
  tell: ({ locale }, data) => complaintText(locale).found(cause.print(data.cause as Cause, locale)),
}
