import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '产品',
  edit: '编辑产品',
  editTitle: (deal) => `产品：${deal}`,
  empty: '还没有产品。',
  worth: '产品合计',
  follows: '商机金额随产品合计变化。',
  ownValue: (value) => `商机金额为单独填写的 ${value}。`,
  noValue: '商机还没有金额。',
  unlisted: '不在产品库中',
  value: '商机金额',
  valueHint: '之后如果在商机中另填金额，则以所填金额为准。',
  valueFollows: '按产品合计',
  valueStays: (value) => `保持 ${value}`,
  valueNone: '保持为空',
  saved: '产品已保存。',
  savedAndFollowed: (value) => `产品已保存，商机金额为 ${value}。`,
  filter: '产品',
  unknown: (name) => `没有名为“${name}”的产品，请改正名称，或先在产品中新建。`,
  several: (name) => `有多个产品名为“${name}”。`,
  quality: '商机的产品都在产品库中',
  deeds: { changed: '修改了产品', removed: '移除了全部产品' },
}
