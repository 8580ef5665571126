import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '跟进记录',
  all: '全部',
  happenedAt: '跟进时间',
  record: '跟进对象',
  kind: '跟进方式',
  text: '跟进内容',
  owner: '跟进人',
  of: (name) => `跟进人：${name}`,
  within: (name) => `部门：${name}`,
  countedFor: (name) => `计入：${name}`,
  records: '跟进过的对象',
  times: '跟进次数',
  last: '最近跟进',
  byRecord: '按对象查看',
  byFollowUp: '逐条查看',
  during: (period) => `时间：${period}`,
  empty: '还没有跟进记录',
  emptyText: '在客户、线索和商机上写的跟进，都会汇总在这里。',
  nothing: '没有符合条件的跟进',
  nothingText: '换个关键词，或查看全部。',
  needRecord: '请填写跟进的客户、联系人、线索或商机。',
  unknownRecord: (name) => `没有您可以跟进的“${name}”。请先导入，或核对名称。`,
  severalRecords: (name) => `有多条记录名为“${name}”。请同时填写客户，或改填邮箱、商机编号。`,
  future: '跟进时间不能晚于现在，请修改。',
}
