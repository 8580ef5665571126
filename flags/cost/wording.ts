import type { Locale } from '../../core/i18n/locale.ts'
import { formatShare } from '../../core/quality/wording.ts'
import { printChoice } from '../../core/values/choice.ts'
import { minorDigits } from '../../core/values/currencies.ts'
import { printMoney } from '../../core/values/money.ts'
import { kindChoices } from './choices.ts'
import type { Line } from './formula.ts'
import type { CostPlan } from './plan.ts'

/** An amount that was reckoned, in whole minor units of the plan's currency. */
export const sayAmount = (
  locale: Locale,
  { currency }: Pick<CostPlan, 'currency'>,
  minor: number,
): string => printMoney({ minor: Math.round(minor), currency }, locale)

/** What a line costs each time: ¥1,800.00 · Every month. */
export const sayLine = (
  locale: Locale,
  plan: Pick<CostPlan, 'currency'>,
  { likely, kind }: Pick<Line, 'likely' | 'kind'>,
): string => `${sayAmount(locale, plan, likely)} · ${printChoice(kind, kindChoices, locale)}`

/** The same without what stands behind the point: sums over years are not exact to the cent. */
export const sayWhole = (
  locale: Locale,
  { currency }: Pick<CostPlan, 'currency'>,
  minor: number,
): string => {
  const unit = 10 ** minorDigits(currency)
  return printMoney({ minor: Math.round(minor / unit) * unit, currency }, locale).replace(
    /\.0+$/,
    '',
  )
}

/** A share with its sign: +12% over, −3% under. */
export const sayOver = (locale: Locale, share: number): string =>
  `${share > 0 ? '+' : share < 0 ? '−' : ''}${formatShare(locale, Math.abs(share))}`
