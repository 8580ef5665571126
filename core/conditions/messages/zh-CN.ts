import type { Worded } from '../../i18n/catalogue.ts'
import type { Period } from '../periods.ts'
import type { Match, Operator } from '../tree.ts'
import type { en } from './en.ts'

const periods: Record<Period, string> = {
  today: '今天',
  yesterday: '昨天',
  tomorrow: '明天',
  'this-week': '本周',
  'last-week': '上周',
  'next-week': '下周',
  'this-month': '本月',
  'last-month': '上月',
  'next-month': '下月',
  'this-quarter': '本季度',
  'last-quarter': '上季度',
  'this-year': '今年',
  'last-year': '去年',
}

const operators: Record<Operator, string> = {
  contains: '包含',
  lacks: '不包含',
  is: '等于',
  isnt: '不等于',
  range: '介于',
  in: '在时间段内',
  past: '在最近几天内',
  coming: '在未来几天内',
  any: '是其中之一',
  every: '全部具有',
  none: '都不是',
  of: '是某部门的人',
  empty: '为空',
  filled: '不为空',
}

const joins: Record<Match, string> = { all: ' 且 ', any: ' 或 ' }

const builder = {
  title: '组合筛选',
  open: '组合条件…',
  hint: '每行一个条件。把几个条件放进一组，就能表达“这几个满足其一，并且还要满足那个”。',
  match: '显示符合以下条件的记录',
  all: '全部满足',
  any: '满足任意一个',
  group: '条件组',
  addGroup: '添加条件组',
  removeGroup: '删除条件组',
  field: '字段',
  add: '添加条件',
  remove: (label: string) => `删除条件“${label}”`,
  operator: (label: string) => `${label}：条件`,
  value: (label: string) => `${label}：取值`,
  from: '从',
  to: '到',
  period: '时间段',
  days: '天数',
  apply: '显示',
  none: '还没有条件。请选择字段并添加。',
  full: (most: number) => `一次筛选最多 ${most} 个条件。`,
  tooLong: '条件太长，请减少一些。',
}

export const zhCN: Worded<typeof en> = {
  periods,
  operators,
  joins,
  builder,
  comma: '、',
  bracket: (said: string) => `（${said}）`,
  me: '我',
  gone: '已不存在',
  unreadable: (label: string) => `${label}：无法识别`,
  contains: (label: string, text: string) => `${label}包含“${text}”`,
  lacks: (label: string, text: string) => `${label}不包含“${text}”`,
  is: (label: string, text: string) => `${label}等于“${text}”`,
  isnt: (label: string, text: string) => `${label}不等于“${text}”`,
  between: (label: string, from: string, to: string) => `${label}：${from} 至 ${to}`,
  from: (label: string, from: string) => `${label}：${from} 起`,
  upTo: (label: string, to: string) => `${label}：至 ${to}`,
  in: (label: string, period: string) => `${label}：${period}`,
  past: (label: string, days: string) => `${label}：最近 ${days} 天`,
  coming: (label: string, days: string) => `${label}：未来 ${days} 天`,
  any: (label: string, names: string, count: number) =>
    count === 1 ? `${label}：${names}` : `${label}：${names}之一`,
  every: (label: string, names: string, count: number) =>
    count === 1 ? `${label}：${names}` : `${label}：同时有${names}`,
  none: (label: string, names: string, _count: number) => `${label}：不是${names}`,
  of: (label: string, names: string, _count: number) => `${label}：${names}的人`,
  empty: (label: string) => `${label}为空`,
  filled: (label: string) => `${label}不为空`,
  leftOut: '筛选中有一部分无法识别，已忽略：',
  unknown: '网址中的组合筛选无法识别，已忽略，现在显示全部记录。',
  wrong: {
    field: '这个字段已不存在，请删除该条件。',
    operator: (label: string) => `“${label}”不能这样筛选，请换一种条件。`,
    text: (label: string) => `请填写与“${label}”比较的内容。`,
    range: (label: string) => `请至少填写“${label}”范围的一端。`,
    none: (label: string) => `请为“${label}”至少选择一项。`,
    gone: (label: string) => `“${label}”：所选的人员或内容已不存在。`,
    period: '请选择时间段。',
    days: (most: number) => `请填写 1 到 ${most} 之间的天数。`,
  },
}
