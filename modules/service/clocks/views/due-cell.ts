import { formatAgo } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import type { Printable } from '../../../../views/markup.ts'
import { pill } from '../../../../views/pill.tsx'
import { clocksText } from '../messages.ts'
import type { ClockKind } from '../reckoning.ts'

const soon = 4 * 3_600_000

/** When a ticket is due, by its colour how soon; nothing where nothing is promised. */
export function dueCell(
  { locale, company, now }: Scope,
  { dueAt, dueKind }: { dueAt: Date | null; dueKind: ClockKind | '' },
): Printable {
  if (dueKind === '') return undefined
  const t = clocksText(locale)
  if (dueAt === null) return pill(t.standings.paused, 'grey')
  const left = dueAt.getTime() - now().getTime()
  const tone = left <= 0 ? 'red' : left < soon ? 'orange' : 'blue'
  return pill(formatAgo(locale, company.timeZone, dueAt, now()), tone)
}
