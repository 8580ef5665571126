import type { Worded } from '../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '使用反馈',
  mine: '我的反馈',
  blocks: '这里卡住了',
  text: '大家在试点模块页面上说的话。“卡住了”的反馈会计入关口。',
  mineText: '您说过的话，以及处理结果。',
  empty: '还没有人反馈',
  emptyText: '试点模块的每个页面上都有“这里卡住了”。',
  kind: '属于哪种情况',
  kinds: { blocks: '影响我干活', idea: '可以更好' },
  what: '发生了什么？您本来想做什么？',
  whatMissing: '请用一句话说明。',
  send: '提交',
  sent: '谢谢！已通知推行负责人，处理结果会告诉您。',
  onPage: (page) => `关于页面 ${page}`,
  open: '待处理',
  settled: '已答复',
  answer: '答复',
  answerMissing: '请填写答复。',
  answered: '答复已发出。',
  told: '有人反馈卡住了或提了建议',
  toldAnswer: '您的反馈已有答复',
}
