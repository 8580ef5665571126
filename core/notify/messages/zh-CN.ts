import type { Worded } from '../../i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '通知',
  readAll: '全部标为已读',
  read: '标为已读',
  unread: '未读',
  older: '更早的通知',
  hidden: '一条您已无权查看的记录',
  emptyTitle: '暂时没有通知',
  emptyText: '有人提到您、任务到期或后台工作完成时，会在这里告诉您。',
  importDone: (file) => `“${file}”已导入完毕`,
  importFailed: (file) => `“${file}”的导入中途停止，没有全部完成`,
  undoStopped: (file) => `撤销“${file}”的导入时中途停止，没有全部完成`,
}
