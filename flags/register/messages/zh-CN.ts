import type { Worded } from '../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  remove: '移除',
  edit: '编辑',
  nothing: '暂无',
}
