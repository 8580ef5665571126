import type { Locale } from '../../../core/i18n/locale.ts'
import type { Tab } from '../../../views/tabs.tsx'
import { adkarText } from '../messages.ts'

/** The two surveys of the room. */
export const peopleTabs = (locale: Locale, current: 'adkar' | 'pulse'): Tab[] => [
  { href: '/rollout/people', label: adkarText(locale).adkar, current: current === 'adkar' },
  { href: '/rollout/people/pulse', label: adkarText(locale).pulse, current: current === 'pulse' },
]
