import { chosen } from '../../../core/fields/chosen.ts'
import type { Choice } from '../../../core/values/choice.ts'

/** What complaints come from, so that their number tells where to mend. Keys are stored. */
export const causes = [
  { key: 'product', label: { en: 'The product', 'zh-CN': '产品质量' } },
  { key: 'delivery', label: { en: 'Delivery', 'zh-CN': '交付与物流' } },
  { key: 'service', label: { en: 'How we served', 'zh-CN': '服务过程' } },
  { key: 'promise', label: { en: 'What was promised', 'zh-CN': '承诺不符' } },
  { key: 'billing', label: { en: 'Price or invoice', 'zh-CN': '价格与开票' } },
  { key: 'other', label: { en: 'Something else', 'zh-CN': '其他' } },
] as const satisfies readonly Choice[]

export type Cause = (typeof causes)[number]['key']

export const cause = chosen<Cause>(causes)
