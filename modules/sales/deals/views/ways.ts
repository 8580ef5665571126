import type { Locale } from '../../../../core/i18n/locale.ts'
import type { Tab } from '../../../../views/tabs.tsx'
import { dealKind } from '../kind.ts'
import { dealsText } from '../messages.ts'

/** The ways to look at deals, each with an address of its own. */
export const waysToLook = (locale: Locale, now: 'board' | 'list'): Tab[] => {
  const t = dealsText(locale)
  return (['board', 'list'] as const).map((way) => ({
    href: `${dealKind.href}?view=${way}`,
    label: way === 'board' ? t.board : t.asList,
    current: way === now,
  }))
}
