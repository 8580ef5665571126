import type { Choice } from '../../core/values/choice.ts'

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

const said = <Key extends string>(key: Key, en: string, zh: string): Choice<Key> => ({
  key,
  label: { en, 'zh-CN': zh },
})

export const riskCategories: readonly Choice<RiskCategory>[] = [
  said('cost', 'Cost', '成本'),
  said('leakage', 'Leakage', '信息泄露'),
  said('changing_needs', 'Changing needs', '需求变化'),
  said('people', 'People', '人员'),
  said('data', 'Data', '数据'),
  said('technical', 'Technology', '技术'),
  said('vendor', 'Vendor', '供应商'),
  said('legal', 'Law', '法律'),
]

export const riskStates: readonly Choice<RiskState>[] = [
  said('watched', 'Watched', '观察中'),
  said('open', 'Open', '已出现'),
  said('closed', 'Closed', '已关闭'),
]

/** One to five, as people choose it. */
export const scale: readonly Choice[] = ['1', '2', '3', '4', '5'].map((key) => said(key, key, key))
