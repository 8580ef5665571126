import { Fields } from '../../core/http/fields.ts'
import type { Errors, Raw } from '../../core/http/form.ts'
import { formatDay } from '../../core/i18n/format.ts'
import type { Scope } from '../../core/scope.ts'
import { parseDate } from '../../core/values/date.ts'
import { parseText } from '../../core/values/text.ts'
import { flagsText } from '../messages.ts'
import { matrixText } from './messages.ts'
import type { Answers } from './plan.ts'
import type { Asks } from './strictness.ts'

const usualDays = 56
const mostDays = 366

/** A day from now, in the company's time zone. */
export const dayFrom = ({ company, now }: Scope, days: number): string =>
  formatDay(company.timeZone, new Date(now().getTime() + days * 86_400_000))

/** What is offered for the day by which a pilot must be looked at again: eight weeks from now. */
export const usualExpiry = (scope: Scope): string => dayFrom(scope, usualDays)

/** The reason that every change needs, and the day that some need besides. */
export function readAnswers(
  scope: Scope,
  raw: Raw,
  asks: Asks,
): { answers: Answers; errors: Errors } {
  const t = matrixText(scope.locale).asks
  // A form of before there was such a day does not send the field: it gets what would be offered.
  const fields = new Fields({ expiresOn: usualExpiry(scope), ...raw }, scope.locale)
  const reason = fields.may('reason', (text) => parseText(text, { most: 500 }))
  if (!reason) fields.refuse('reason', flagsText(scope.locale).preview.noReason)
  if (!asks.expiry) return { answers: { reason: reason ?? '' }, errors: fields.errors }
  const expiresOn = fields.need('expiresOn', t.expiry, parseDate, '')
  if (expiresOn && expiresOn <= dayFrom(scope, 0)) fields.refuse('expiresOn', t.expiryPast)
  if (expiresOn > dayFrom(scope, mostDays)) fields.refuse('expiresOn', t.expiryFar)
  return { answers: { reason: reason ?? '', expiresOn }, errors: fields.errors }
}
