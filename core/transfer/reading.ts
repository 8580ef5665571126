import type { Company } from '../scope.ts'
import type { Reading } from './columns.ts'

/** How a company's people mean what they type: numbers without a country code, bare amounts. */
export const readingOf = (company: Pick<Company, 'locale' | 'currency' | 'timeZone'>): Reading => ({
  region: company.locale === 'zh-CN' ? 'CN' : 'GB',
  currency: company.currency,
  timeZone: company.timeZone,
})
