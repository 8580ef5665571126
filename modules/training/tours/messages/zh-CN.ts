import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '引导',
  hint: '每个引导都能在真实页面上带你走一遍，也可以当文字看、打印出来。',
  start: '在页面上带我走一遍',
  asText: '看文字版',
  print: '按 Ctrl + P 打印，一页放得下。',
  steps: (count) => `${count} 步`,
  followed: (started, finished) => `开始 ${started} 次，走完 ${finished} 次`,
  off: '这一步所在的模块还没有对你开通。',
  permission: '你没有这一步的权限。',
  otherPage: '这一步在另一个页面上。',
  record: '这条记录目前没有这一项，换一条看看。',
  openPage: '打开那个页面',
  next: '下一步',
  done: '完成',
  close: '退出引导',
  step: '第 {at} 步，共 {of} 步',
  click: '请点一下标出来的地方。',
}
