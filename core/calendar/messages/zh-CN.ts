import type { Worded } from '../../i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '工作日历',
  text: '截止日期、期限和定时推进都按工作日计算：周一至周五，下列日期除外。',
  china: '国家法定节假日和调休上班日已按公布的安排录入。',
  unknownYear: (year) =>
    `当前版本还没有 ${year} 年的放假安排。录入（含元旦）之前，${year} 年的周一至周五都按工作日计算。`,
  swapped: (holiday) => `${holiday}调休上班`,
  name: '名称',
  off: '放假',
  worked: '上班',
  own: '公司自行设置',
  official: '国家放假安排',
  drop: '撤回',
  dropped: '已撤回。',
  add: '调整日期',
  from: '开始日期',
  to: '结束日期',
  toHint: '只有一天时不用填。',
  works: '这些日期',
  worksNo: '公司放假',
  worksYes: '公司上班',
  save: '保存',
  saved: '已保存。',
  choose: '请选择公司在这些日期是放假还是上班。',
  backwards: '结束日期早于开始日期，请对调。',
  tooMany: (count) => `一次最多设置 ${count} 天。`,
  none: '这一年没有特殊日期',
  noneText: '周一至周五都是工作日。可在下方录入放假和调休的日期。',
}
