import { type Choice, parseChoice } from '../../../core/values/choice.ts'
import type { IconName } from '../../../views/icon.tsx'

export type ActivityKind = 'call' | 'visit' | 'mail' | 'chat' | 'meeting' | 'other'

/** The ways of following up, the commonest first; files may call them by other names. */
export const activityKinds: readonly (Choice<ActivityKind> & { icon: IconName })[] = [
  {
    key: 'call',
    icon: 'phone',
    label: { en: 'Call', 'zh-CN': '电话' },
    aliases: ['phone', 'phone call', '电话跟进', '通话', '去电', '来电'],
  },
  {
    key: 'visit',
    icon: 'map-pin',
    label: { en: 'Visit', 'zh-CN': '拜访' },
    aliases: ['上门', '上门拜访', '走访', '实地拜访', 'on-site'],
  },
  {
    key: 'mail',
    icon: 'mail',
    label: { en: 'E-mail', 'zh-CN': '邮件' },
    aliases: ['email', 'mail', '电子邮件', '邮箱'],
  },
  {
    key: 'chat',
    icon: 'message-circle',
    label: { en: 'Chat', 'zh-CN': '微信' },
    aliases: ['wechat', '企业微信', '聊天', 'whatsapp', 'message', '短信'],
  },
  {
    key: 'meeting',
    icon: 'users',
    label: { en: 'Meeting', 'zh-CN': '会议' },
    aliases: ['会谈', '面谈', 'video call', '视频会议'],
  },
  {
    key: 'other',
    icon: 'dots',
    label: { en: 'Other', 'zh-CN': '其他' },
    aliases: ['其它', 'task', 'note'],
  },
]

export const parseActivityKind = (text: string) => parseChoice(text, activityKinds)

export const activityKind = (key: unknown) => activityKinds.find((one) => one.key === key)
