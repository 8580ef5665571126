import type { Locale } from '../../core/i18n/locale.ts'
import { sayFinding } from './findings.ts'
import { planText } from './messages.ts'
import type { WorkItem } from './work-items.ts'

/** What a piece of work is called: as somebody wrote it, else by the words of its code. */
export function titleOf(locale: Locale, { title, code }: Pick<WorkItem, 'title' | 'code'>): string {
  if (title) return title
  const items: Record<string, string> = planText(locale).items
  if (code && Object.hasOwn(items, code)) return items[code] ?? code
  return (code && sayFinding(locale, code)) || (code ?? '')
}

/** A slip in words: on time, or so many working days late or early. */
export function saySlip(locale: Locale, slip: number): string {
  const t = planText(locale)
  if (slip === 0) return t.onTime
  return slip > 0 ? t.late(String(slip)) : t.early(String(-slip))
}
