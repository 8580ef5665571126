import type { Worded } from '../../i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  text: '点击任何数字都能看到它由哪些记录构成。这里只统计您有权查看的数据。',
  nothing: '还没有数据。',
  tooFew: '数据太少',
  formula: '计算方法',
  export: '导出',
  show: '查看',
  span: '期间',
  spans: {
    all: '全部时间',
    month: '本月',
    quarter: '本季度',
    year: '今年',
    lastYear: '去年',
    own: '自定义',
  },
  from: '从',
  to: '到',
  owner: '负责人',
  department: '部门',
  anybody: '所有人',
  any: '不限',
  between: (from, to) => `${from}至${to}`,
  since: (day) => `${day}起`,
  until: (day) => `${day}及以前`,
}
