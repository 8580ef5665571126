import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '购买记录',
  none: '还没有购买。',
  recency: '最近购买',
  ago: (count) => (count <= 0 ? '今天' : `${count} 天前`),
  frequency: '购买次数',
  value: '累计回款',
  rhythm: '平均购买间隔',
  every: (count) => `${count} 天`,
  tooFew: '购买次数太少，无法判断',
  quiet: '这位客户过去购买更频繁，建议主动联系。',
}
