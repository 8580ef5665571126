import type { Worded } from '../../i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '休假与缺勤',
  text: '登记谁在哪些天不在岗。计算期限和使用情况时会扣除这些天；这里不登记缺勤原因。',
  none: '目前没有人休假',
  noneText: '这里列出最近三个月和今后的缺勤。',
  days: (count) => `${count} 个工作日`,
  now: '休假中',
  over: '已结束',
  ahead: '未开始',
  drop: '撤销',
  dropTitle: '撤销这条缺勤？',
  dropText: (name, days) => `撤销后，${name}在${days}按在岗计算。`,
  dropped: '已撤销。',
  add: '登记缺勤',
  person: '人员',
  from: '开始日期',
  to: '结束日期',
  toHint: '只有一天时可不填。',
  save: '保存',
  saved: '已保存。',
  choosePerson: '请从列表中选择一人。',
  backwards: '结束日期早于开始日期，请对调。',
  tooLong: (days) => `一次最多登记 ${days} 天，更长的请分几次登记。`,
  overlaps: '此人在其中几天已登记缺勤，请先撤销原登记，或改选日期。',
}
