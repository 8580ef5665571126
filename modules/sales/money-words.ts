import type { Locale } from '../../core/i18n/locale.ts'
import { type Money, printMoney } from '../../core/values/money.ts'

/** ¥1,200 where nothing stands behind the point, for places where many amounts stand close. */
export const roundMoney = (money: Money, locale: Locale): string =>
  printMoney(money, locale).replace(/\.0+$/, '')
