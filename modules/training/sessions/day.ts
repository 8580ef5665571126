import { today } from '../../../core/calendar/reading.ts'
import { formatDay } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Session } from './reading.ts'

const dayOf = ({ company }: Scope, moment: Date | string): string =>
  formatDay(company.timeZone, new Date(moment))

/** Whether the day of a session has come: until then it can be called off, from then on ended. */
export const hasCome = (scope: Scope, { startsAt }: Pick<Session, 'startsAt'>): boolean =>
  dayOf(scope, startsAt) <= today(scope)

/** Whether it was over before its day. */
export const wasCalledOff = (
  scope: Scope,
  { startsAt, closedAt }: Pick<Session, 'startsAt' | 'closedAt'>,
): boolean => closedAt !== null && dayOf(scope, closedAt) < dayOf(scope, startsAt)
