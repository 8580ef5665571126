import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '工作台',
  mine: '我的待办',
  late: '已超时',
  waiting: '待领取',
  take: '领取下一张工单',
  taken: '这张工单已归您负责。',
  none: '没有待领取的工单。',
  next: '接下来处理',
  caption: '我的工单，最紧迫的在前',
  nothing: '没有待处理的工单',
  nothingText: '您负责且等待处理的工单会按紧迫程度列在这里。',
  subject: '主题',
  priority: '优先级',
  more: (most) => `${most}+`,
}
