import type { Worded } from '../../i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '公司设置',
  name: '公司名称',
  language: '语言',
  languageHint: '用于系统自动生成的内容；每个人的界面语言由本人或浏览器决定。',
  timeZone: '时区',
  timeZoneHint: '日期以此时区为准。',
  currency: '货币',
  currencyHint: '用于没有注明币种的金额。',
  badTimeZone: '请从列表中选择时区。',
  badCurrency: '请从列表中选择货币。',
  badLanguage: '请选择一种语言。',
  saved: '已保存',
}
