import type { Locale } from '../../../core/i18n/locale.ts'
import type { Tab } from '../../../views/tabs.tsx'
import { costText } from '../messages.ts'

type Page = 'plan' | 'actuals' | 'offers'

/** The three pages about cost. */
export function costTabs(locale: Locale, current: Page): Tab[] {
  const t = costText(locale)
  const pages: [Page, string, string][] = [
    ['plan', '/rollout/cost', t.title],
    ['actuals', '/rollout/cost/actuals', t.bookings],
    ['offers', '/rollout/cost/offers', t.comparison],
  ]
  return pages.map(([page, href, label]) => ({ href, label, current: page === current }))
}
