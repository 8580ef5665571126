import type { Locale } from '../../../core/i18n/locale.ts'
import type { Tab } from '../../../views/tabs.tsx'
import { vendorText } from '../messages.ts'

/** Contracts, and the incidents that happen under them. */
export function vendorTabs(locale: Locale, current: 'contracts' | 'incidents'): Tab[] {
  const t = vendorText(locale)
  return [
    { href: '/rollout/contracts', label: t.contracts, current: current === 'contracts' },
    { href: '/rollout/contracts/incidents', label: t.incidents, current: current === 'incidents' },
  ]
}
