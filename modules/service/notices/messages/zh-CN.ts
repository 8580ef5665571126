import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '自动通知',
  intro: '不用人写、自动发给客户的邮件。',
  outOfHours: '非工作时间',
  outOfHoursText: '客户在非工作时间来信时发送，每天最多一次。留空则不发。',
  outOfHoursUsual: '您好，来信已收到。现在是非工作时间，我们上班后会尽快回复您。',
  closing: '自动关闭',
  closingText: '等待客户回复的工单，如果一直没有回音会自动关闭；关闭前先通知客户。',
  closingDays: '多久后通知',
  closingDaysHint: '客户多少天没有回复。留空则不自动关闭。',
  graceDays: '再过多久关闭',
  graceDaysHint: '从通知那天算起。',
  days: '天',
  closingWords: '通知内容',
  closingUsual:
    '您好，关于这个问题我们还没有收到您的回复。如果已经解决，您无需操作，我们稍后会关闭它；如果还没有，直接回复这封邮件即可。',
  closed: '客户一直没有回复，自动关闭',
  saved: '已保存。',
  rules: '客户自动通知',
}
