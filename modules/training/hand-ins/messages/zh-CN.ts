import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '待批作业',
  empty: '没有待批的作业',
  emptyText: '同事提交的作业会出现在这里，等你通过或退回。',
  stuck: '答题机会用完',
  stuckHint: '先找他聊聊哪里没弄明白，再给他加一次机会。',
  more: '加一次机会',
  given: (name) => `已给${name}加一次答题机会。`,
  from: (name, department) => `${name} · ${department}`,
  handedIn: (ago) => `${ago}提交`,
  decide: '查看并批阅',
  accept: '通过',
  giveBack: '退回',
  decision: '批阅结果',
  comment: '评语',
  commentHint: '退回时必填：具体要改什么？',
  save: '提交批阅',
  accepted: (name) => `已通过${name}的作业。`,
  returned: (name) => `已退回${name}的作业。`,
  changed: '这份作业刚被批阅或重新提交过，请重新看一遍。',
  own: '自己的作业由别人来批。',
}
