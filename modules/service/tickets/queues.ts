import type { PreparedView } from '../../../core/lists/listed.ts'
import type { Role } from '../../../core/module.ts'

/** Whoever answers tickets, and who sees to it that they do. */
const everybody: readonly Role[] = ['admin', 'lead', 'member']

/** The queues that a service desk may begin with, the most pressing tickets first in each. */
export const ticketQueues: readonly PreparedView[] = [
  {
    name: { en: 'Mine, waiting for us', 'zh-CN': '我的待处理' },
    params: 'owner=me&progress=ours&sort=due',
    roles: everybody,
    opensFor: ['member'],
  },
  {
    name: { en: 'Waiting for an owner', 'zh-CN': '待领取' },
    params: 'owner=none&progress=undone&sort=due',
    roles: everybody,
  },
  {
    name: { en: 'Due within a day, and overdue', 'zh-CN': '今日到期与超时' },
    params: 'progress=undone&due=soon&sort=due',
    roles: everybody,
    opensFor: ['lead'],
  },
  {
    name: { en: 'Customer silent for 3 days', 'zh-CN': '客户久未回复' },
    params: 'silent=3&sort=due',
    roles: everybody,
  },
]
