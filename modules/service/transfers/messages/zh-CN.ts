import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  unknownState: (name, known) => `没有“${name}”这个工单状态，请填写：${known}。`,
  unknownCategory: (name) => `没有“${name}”这个分类，请先在分类设置中添加，或留空。`,
  manyCategories: (most) => `分类最多 ${most} 个，请检查分类这一列。`,
  future: '时间不能晚于现在，请更正。',
}
