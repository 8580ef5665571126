import type { Worded } from '../../i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '附件',
  none: '还没有附件。',
  file: '文件',
  hint: (most) => `可上传文档、图片和压缩包，单个不超过 ${most}。`,
  add: '上传附件',
  kept: '附件已上传。',
  remove: (name) => `删除附件：${name}`,
  removeTitle: '删除这个附件？',
  removeText: (name) => `删除后任何人都无法再打开“${name}”。`,
  removed: '附件已删除。',
  nothing: '请先选择文件。',
  empty: '这个文件是空的（0 字节），请另选一个。',
  tooLarge: (most) => `文件超过 ${most}，请压缩后再上传，或改为分享链接。`,
  notTaken: '不能上传程序、脚本或网页，请改为 PDF 或压缩包。',
  full: '附件空间已满，请联系管理员清理。',
  added: (name) => `上传了附件 ${name}`,
  addedAndGone: (name) => `上传了附件 ${name}，后已删除`,
  download: '下载',
}
