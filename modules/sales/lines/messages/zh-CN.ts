import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  lines: '产品明细',
  line: (number) => `第 ${number} 行`,
  product: '产品或服务',
  lineHint: '按名称或编码选择产品，也可以直接填写其他内容。单价留空则取价格表中的单价。',
  quantity: '数量',
  unit: '单位',
  price: '单价',
  discount: '折扣',
  taxRate: '税率',
  amount: '金额',
  more: '增加几行',
  none: '请至少填写一项产品或服务。',
  needPrice: (name) => `“${name}”没有这个币种的单价，请填写单价。`,
  several: (name) => `有多个产品名为“${name}”，请输入产品编码。`,
  otherCurrency: (currency) => `单据币种是 ${currency}，请以 ${currency} 填写单价。`,
  negative: '单价不能小于零，如需优惠请填写折扣。',
  tooLarge: '金额过大，无法合计，请检查数量和单价。',
  net: '不含税金额',
  tax: (rate) => `税额 ${rate}`,
  total: '价税合计',
}
