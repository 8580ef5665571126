import type { Worded } from '../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '公告',
  text: '在改变发生之前，先让大家知道：为什么做（宣传），哪些制度会变。',
  empty: '还没有发给您的公告',
  emptyText: '模块开通之前大家该知道的事，会出现在这里。',
  kinds: { idea: '宣传：为什么做', rule: '制度：规则变化' },
  everybody: '全体人员',
  read: (read, all) => `${all} 人中已有 ${read} 人阅读`,
  unread: '待阅读',
  done: '已阅读',
  markRead: '我已阅读',
  marked: '已记录您的阅读回执。',
  signOff: '代表本部门签收',
  signed: '已代表您的部门签收。',
  signOffs: '部门签收',
  signedBy: (department, name, when) => `${department}：${name}，${when}`,
  noSignOff: '还没有部门签收。',
  told: '发布了公告',
  register: {
    title: '公告',
    add: '发布公告',
    edit: '公告',
    saved: '公告已发布，并已通知相关人员。',
    removed: '公告已撤回。',
    removeTitle: '撤回这条公告？',
    removeText: '撤回后无人可见；已有的阅读回执会保留。',
  },
}
