import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '购买记录',
  none: '还没有购买。',
  recency: '最近购买',
  ago: (count) => (count <= 0 ? '今天' : `${count} 天前`),
  frequency: '购买次数',
  contracts: (said) => `${said} 份合同`,
  and: '，',
  deals: (said) => `${said} 个赢单商机`,
  value: '累计金额',
  formula: '合同按实际回款计，没有合同的赢单商机按商机金额计；同一天的多次购买在计算间隔时算一次。',
  rhythm: '平均购买间隔',
  every: (count) => `${count} 天`,
  tooFew: '购买次数太少，无法判断',
  quiet: '这位客户过去购买更频繁，建议主动联系。',
}
