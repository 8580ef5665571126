import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '日历',
  looks: { month: '月', week: '周', day: '日' },
  previous: '往前',
  next: '往后',
  today: '今天',
  whose: '查看谁的日历',
  mine: '我自己',
  show: '查看',
  more: (count) => `还有 ${count} 项`,
  empty: '这几天没有安排。',
  emptyText: '可以在记录上写下次跟进日期，或者新建任务。',
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  free: '休',
  done: '已完成',
}
