import { chosen } from '../../../core/fields/chosen.ts'
import type { Choice } from '../../../core/values/choice.ts'
import type { Law } from './clock.ts'

/** What a customer asks for. Keys are stored. */
export const claims = [
  { key: 'access', label: { en: 'See their data', 'zh-CN': '查阅' } },
  { key: 'copy', label: { en: 'Get a copy', 'zh-CN': '复制或转移' } },
  { key: 'correct', label: { en: 'Have them corrected', 'zh-CN': '更正或补充' } },
  { key: 'delete', label: { en: 'Have them deleted', 'zh-CN': '删除' } },
  { key: 'withdraw', label: { en: 'Withdraw consent', 'zh-CN': '撤回同意' } },
] as const satisfies readonly Choice[]
export type Claim = (typeof claims)[number]['key']

/** How a request ended. */
export const outcomes = [
  { key: 'granted', label: { en: 'Done as asked', 'zh-CN': '已按请求办理' } },
  { key: 'partly', label: { en: 'Done in part', 'zh-CN': '部分办理' } },
  { key: 'refused', label: { en: 'Refused, with reasons', 'zh-CN': '不予办理并说明理由' } },
] as const satisfies readonly Choice[]
export type Outcome = (typeof outcomes)[number]['key']

const known = [
  { key: 'pipl', label: { en: 'China (PIPL), 30 days', 'zh-CN': '中国《个人信息保护法》，30 天' } },
  { key: 'gdpr', label: { en: 'EU (GDPR), one month', 'zh-CN': '欧盟 GDPR，1 个月' } },
] as const satisfies readonly Choice<Law>[]

export const claim = chosen<Claim>(claims)
export const outcome = chosen<Outcome>(outcomes)
export const law = chosen<Law>(known)
