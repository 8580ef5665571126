import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  one: '投诉',
  title: '投诉原因',
  about: '记录为什么会发生，以及如何避免再次发生。仅内部可见，客户看不到。',
  cause: '原因类别',
  rootCause: '根本原因',
  rootCauseHint: '多问几个“为什么”，直到找到可以改进的环节。',
  prevention: '预防措施',
  prevented: '措施已落实',
  write: '填写投诉原因',
  open: '还没有填写投诉原因。',
  waiting: '预防措施尚未落实',
  saved: '已保存。',
  conflict: '刚刚有同事修改了这里的内容，请核对后再保存。',
  found: (cause) => `填写了投诉原因：${cause}`,
  report: {
    title: '投诉原因分析',
    about: '投诉来自哪里，其中多少已落实预防措施。',
    complaints: '投诉数',
    prevented: '已落实预防',
    preventedYes: '是',
    notYet: '尚未查明',
    summary: (known, all) => `共 ${all} 起投诉，已查明原因 ${known} 起。`,
    formula: '按这段时间内创建、类型为“投诉”且您有权查看的工单统计。',
    nothing: '这段时间没有投诉。',
  },
}
