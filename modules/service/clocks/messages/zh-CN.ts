import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  rules: '服务规则',
  title: '服务时限',
  none: '这张工单没有适用的时限规则。',
  due: '到期',
  kinds: { first: '首次响应', next: '回复', solve: '解决' },
  standings: { broken: '超时', kept: '按时', paused: '暂停', runs: '计时中' },
  left: (time, at) => `还剩 ${time}，截至 ${at}`,
  late: (at) => `应于 ${at} 前完成`,
  paused: (time) => `还剩 ${time}`,
  pausedLate: '现已暂停',
  done: (time) => `用时 ${time}`,
  broken: {
    first: '首次响应超时',
    next: '回复超时',
    solve: '解决超时',
  },
  dueSoon: {
    first: (at) => `须在 ${at} 前首次响应：`,
    next: (at) => `须在 ${at} 前回复：`,
    solve: (at) => `须在 ${at} 前解决：`,
  },
  overdue: {
    first: '首次响应已超时：',
    next: '回复已超时：',
    solve: '解决已超时：',
  },
  duration: {
    minutes: (count) => `${count} 分钟`,
    hours: (count) => `${count} 小时`,
    both: (hours, minutes) => `${hours} 小时 ${minutes} 分钟`,
  },
  filter: '到期',
  filters: {
    soon: '已超时或 24 小时内到期',
    late: '已超时',
    day: '24 小时内到期',
    paused: '已暂停',
  },
  promise: '时限达成',
  promises: {
    'first-kept': '首次响应按时',
    'first-broken': '首次响应超时',
    'next-kept': '后续回复按时',
    'next-broken': '后续回复超时',
    'solve-kept': '解决按时',
    'solve-broken': '解决超时',
  },
}
