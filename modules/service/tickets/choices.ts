import { chosen } from '../../../core/fields/chosen.ts'
import type { Choice } from '../../../core/values/choice.ts'
import type { Tone } from '../../../views/pill.tsx'

/** How much a ticket presses. Keys are stored. */
export const priorities = [
  { key: 'low', label: { en: 'Low', 'zh-CN': '低' }, aliases: ['较低'] },
  { key: 'normal', label: { en: 'Normal', 'zh-CN': '普通' }, aliases: ['medium', '中', '一般'] },
  { key: 'high', label: { en: 'High', 'zh-CN': '高' }, aliases: ['较高', '重要', 'important'] },
  {
    key: 'urgent',
    label: { en: 'Urgent', 'zh-CN': '紧急' },
    aliases: ['critical', 'highest', '特急', '严重'],
  },
] as const satisfies readonly Choice[]
export type Priority = (typeof priorities)[number]['key']

/** What kind of thing a ticket is. */
export const ticketTypes = [
  {
    key: 'question',
    label: { en: 'Question', 'zh-CN': '咨询' },
    aliases: ['product inquiry', 'billing inquiry', 'request', 'service request', '问题', '请求'],
  },
  {
    key: 'incident',
    label: { en: 'Incident', 'zh-CN': '故障' },
    aliases: ['technical issue', 'problem', 'bug', '报修', '技术问题'],
  },
  { key: 'complaint', label: { en: 'Complaint', 'zh-CN': '投诉' }, aliases: ['不满'] },
  {
    key: 'data_request',
    label: { en: 'Data request', 'zh-CN': '个人信息请求' },
    aliases: ['privacy request', 'gdpr', '数据请求'],
  },
] as const satisfies readonly Choice[]
export type TicketType = (typeof ticketTypes)[number]['key']

/** The way on which a customer came. */
export const channels = [
  { key: 'mail', label: { en: 'E-mail', 'zh-CN': '邮件' }, aliases: ['email', '电子邮件', '邮箱'] },
  {
    key: 'form',
    label: { en: 'Web form', 'zh-CN': '网页表单' },
    aliases: ['web', 'portal', '官网'],
  },
  { key: 'phone', label: { en: 'Phone', 'zh-CN': '电话' }, aliases: ['call', '来电', '热线'] },
  {
    key: 'chat',
    label: { en: 'Chat', 'zh-CN': '在线聊天' },
    aliases: ['live chat', '微信', 'wechat'],
  },
  {
    key: 'social',
    label: { en: 'Social media', 'zh-CN': '社交媒体' },
    aliases: ['微博', '抖音', '小红书', 'twitter', 'facebook'],
  },
  { key: 'api', label: { en: 'Program', 'zh-CN': '接口' }, aliases: [] },
  { key: 'import', label: { en: 'Import', 'zh-CN': '导入' }, aliases: [] },
] as const satisfies readonly Choice[]
export type Channel = (typeof channels)[number]['key']

export const priority = chosen<Priority>(priorities)
export const ticketType = chosen<TicketType>(ticketTypes)
export const channel = chosen<Channel>(channels)

export const priorityTones: Record<Priority, Tone> = {
  ...{ low: 'grey', normal: 'blue', high: 'orange', urgent: 'red' },
}
