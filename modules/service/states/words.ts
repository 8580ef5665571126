import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import type { StateType } from './state-types.ts'

const spellings: Record<StateType, readonly string[]> = {
  new: ['new', 'unassigned', '新建', '待受理', '未处理'],
  open: ['open', 'in progress', 'assigned', '处理中', '已受理', '进行中'],
  waiting_customer: [
    'pending',
    'pending customer response',
    'waiting on customer',
    '等待客户',
    '待回复',
  ],
  waiting_us: ['on hold', 'waiting on us', 'waiting for support', '待处理', '挂起'],
  solved: ['solved', 'resolved', 'done', '已完成', '已处理'],
  closed: ['closed', '关闭', '已结束', '已取消'],
}

/** Words for a type of state in both languages, as files and programs write them. */
export const stateWords = (type: StateType): readonly string[] => [
  ...[type, en.types[type], zhCN.types[type]],
  ...[en.usual.states[type], zhCN.usual.states[type]],
  ...spellings[type],
]
