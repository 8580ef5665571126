import { formatDay, formatNumber } from '../../core/i18n/format.ts'
import type { Module } from '../../core/module.ts'
import { formatIndex } from '../../core/quality/wording.ts'
import type { Scope } from '../../core/scope.ts'
import type { ChartPoint } from '../../views/line-chart.tsx'
import { adoptionText } from './messages.ts'
import { fewest, type Point } from './reading.ts'

/** A module's name, or that of all together. */
export const moduleName = ({ locale }: Scope, modules: readonly Module[], id: string): string =>
  modules.find((module) => module.id === id)?.title[locale] ?? adoptionText(locale).all

/** The points of a trend as the chart draws them. */
export const chartOf = (
  { locale, company }: Scope,
  points: readonly Point[],
): readonly ChartPoint[] =>
  points.map(({ at, value }) => ({
    label: formatDay(company.timeZone, at),
    value,
    text:
      value === null
        ? adoptionText(locale).tooFew(formatNumber(locale, fewest))
        : formatIndex(locale, value),
  }))
