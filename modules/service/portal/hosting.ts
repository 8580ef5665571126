import type { Host } from '../../../core/http/site.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import type { Company } from '../../../core/scope.ts'
import { portalText } from './messages.ts'
import { type Portal, portalHref } from './portals.ts'

/** Whose pages these are to a stranger: by their heading, else the company's name. */
export const hostOf = (locale: Locale, { name }: Company, portal: Portal | undefined): Host => ({
  brand: portal?.title || name,
  ...(portal?.openedAt && {
    home: { href: portalHref(portal.key), label: portalText(locale).articles.home },
  }),
})
