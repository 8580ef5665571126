import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '工单分配',
  about:
    '没有负责人的新工单会分给该部门中能处理工单且今天在岗的同事。选择“手工分配”时，工单等待同事领取。',
  caption: '各部门的分配规则',
  add: '新建分配规则',
  one: '工单分配规则',
  edit: (name) => `${name}的工单分配`,
  empty: '新工单等待手工分配',
  emptyText: '可以为全公司或某个部门设置新工单如何自动分给同事。',
  department: '部门',
  departmentHint: '同样适用于其下级部门。',
  departmentMissing: '请选择部门。',
  company: '全公司',
  way: '分配方式',
  wayMissing: '请选择分配方式。',
  ways: {
    hand: '手工分配',
    round_robin: '轮流分配',
    least_load: '分给未完成工单最少的人',
  },
  mostOpen: '每人未完成工单上限',
  mostOpenHint: '达到上限后不再自动分配，不填则不限。',
  noLimit: '不限',
  saved: '分配规则已保存。',
  dropped: '分配规则已删除。',
  drop: '删除',
  there: '该部门已有分配规则，请从列表中打开修改。',
  meanwhile: '刚刚有人修改了这条规则，请核对后再保存。',
  given: '按分配规则分给了您：',
}
