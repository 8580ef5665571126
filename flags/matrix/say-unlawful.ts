import type { Locale } from '../../core/i18n/locale.ts'
import { metricNamed } from '../evidence/metrics.ts'
import type { Judged } from '../gates/formula.ts'

/** What law and security ask for, by name: "Restore of a backup tested and No critical incident open". */
export const sayUnlawful = (locale: Locale, unlawful: readonly Judged[]): string =>
  new Intl.ListFormat(locale).format(
    unlawful.map(({ metric }) => metricNamed(metric).title[locale]),
  )
