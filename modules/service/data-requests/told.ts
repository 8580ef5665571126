import type { NotificationKind, TimelineKind } from '../../../core/module.ts'
import { printDate } from '../../../core/values/date.ts'
import { type Claim, claim, type Outcome, outcome } from './choices.ts'
import { dataRequestText } from './messages.ts'

export const dataRequestLine: TimelineKind<'service'> = {
  kind: 'service.data-request',
  icon: 'shield-lock',
  tell: ({ locale }, data) => {
    const t = dataRequestText(locale)
    if (data.outcome) return t.answered(outcome.print(data.outcome as Outcome, locale))
    const day = printDate(String(data.dueOn), locale)
    if (!data.claim) return t.begun(day)
    return t.noted(claim.print(data.claim as Claim, locale), day)
  },
}

export const dataRequestNotice: NotificationKind<'service'> = {
  kind: 'service.data-request-due',
  icon: 'shield-lock',
  tell: ({ locale }, { dueOn }) => dataRequestText(locale).notice(printDate(String(dueOn), locale)),
}
