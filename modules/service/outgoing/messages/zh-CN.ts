import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '发件箱',
  intro: '还没发出的和发送失败的回复与通知。',
  views: { waiting: '待发送', failed: '发送失败', sent: '已发送' },
  empty: { waiting: '没有待发送的邮件', failed: '没有发送失败的邮件', sent: '还没有发过邮件' },
  emptyText: '通过邮件、表单或接口进来的工单，回复从这里发出。',
  to: '收件人',
  ticket: '工单',
  kind: '内容',
  kinds: {
    answer: '回复',
    'out-of-hours': '非工作时间提示',
    closing: '即将关闭提醒',
    rating: '邀请评价',
  },
  written: '写于',
  attempts: '尝试次数',
  fault: '原因',
  again: '重新发送',
  queued: '马上重新发送。',
  failed: (why) => `有一封回复没能发出：${why}`,
  older: '更早的',
  unsent: {
    noAddress: (_) => '没有客户的邮箱地址，不会发送。请电话告知客户，这里只作记录。',
    otherWay: (way) =>
      `客户不是通过邮件联系的（${way}），不会发送。请按原来的方式告知客户，这里只作记录。`,
    noMailbox: (_) => '还没有连接邮箱，不会发送。请自行告知客户，这里只作记录。',
  },
}
