import type { Tab } from '../../../views/tabs.tsx'
import type { Locale } from '../../i18n/locale.ts'
import { letterheadText } from '../../letterhead/messages.ts'
import { settingsText } from '../messages.ts'

/** The pages about the company itself. @param here the address of the one that is open */
export const companyTabs = (locale: Locale, here: string): Tab[] =>
  [
    { href: '/admin/company', label: settingsText(locale).title },
    { href: '/admin/company/letterhead', label: letterheadText(locale).title },
  ].map((tab) => ({ ...tab, current: tab.href === here }))
