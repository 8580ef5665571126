import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '检查清单',
  none: '没有待办的检查项。',
  add: '添加一项',
  addButton: '添加',
  done: (text) => `完成：${text}`,
  open: (text) => `重新打开：${text}`,
  remove: (text) => `删除“${text}”`,
  doneBy: (name, when) => `${name}，${when}`,
  full: (most) => `一张工单最多 ${most} 项。`,
  empty: '请填写检查项。',
}
