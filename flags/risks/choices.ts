import type { Choice } from '../../core/values/choice.ts'
import { option } from '../register/option.ts'

export type RiskCategory =
  | 'cost'
  | 'leakage'
  | 'changing_needs'
  | 'people'
  | 'data'
  | 'technical'
  | 'vendor'
  | 'legal'

/** Watched: it has not come yet, and its trigger opens it. */
export type RiskState = 'watched' | 'open' | 'closed'

export const riskCategories: readonly Choice<RiskCategory>[] = [
  option('cost', 'Cost', '成本'),
  option('leakage', 'Leakage', '信息泄露'),
  option('changing_needs', 'Changing needs', '需求变化'),
  option('people', 'People', '人员'),
  option('data', 'Data', '数据'),
  option('technical', 'Technology', '技术'),
  option('vendor', 'Vendor', '供应商'),
  option('legal', 'Law', '法律'),
]

export const riskStates: readonly Choice<RiskState>[] = [
  option('watched', 'Watched', '观察中'),
  option('open', 'Open', '已出现'),
  option('closed', 'Closed', '已关闭'),
]

/** One to five, as people choose it. */
export const scale: readonly Choice[] = ['1', '2', '3', '4', '5'].map((key) =>
  option(key, key, key),
)
