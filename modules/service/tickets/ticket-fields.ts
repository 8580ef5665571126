import { type FieldsOf, text } from '../../../core/fields/field.ts'
import {
  type Channel,
  channel,
  type Priority,
  priority,
  type TicketType,
  ticketType,
} from './choices.ts'
import { ticketHeaders } from './ticket-headers.ts'

/** What people say of a ticket; null is not filled in. Its state changes by deeds of its own. */
export type TicketValues = {
  name: string
  type: TicketType | null
  priority: Priority | null
  product: string | null
  channel: Channel | null
  /** The number that it bears elsewhere. */
  reference: string | null
}

/** What a ticket is when nobody said otherwise. */
export const usualValues = { type: 'question', priority: 'normal', channel: 'phone' } as const

/** The fields of a ticket in the order in which a form asks for them. */
export const ticketFields: readonly FieldsOf<TicketValues>[] = [
  {
    ...text(300),
    field: 'name',
    label: { en: 'Subject', 'zh-CN': '主题' },
    aliases: ticketHeaders.name,
    required: true,
    example: '设备开机后黑屏',
  },
  {
    ...ticketType,
    field: 'type',
    label: { en: 'Type', 'zh-CN': '类型' },
    aliases: ticketHeaders.type,
    example: '故障',
  },
  {
    ...priority,
    field: 'priority',
    label: { en: 'Priority', 'zh-CN': '优先级' },
    aliases: ticketHeaders.priority,
    example: '高',
  },
  {
    ...text(200),
    field: 'product',
    suggests: true,
    label: { en: 'Product', 'zh-CN': '产品' },
    aliases: ticketHeaders.product,
    example: 'X200 打印机',
  },
  {
    ...channel,
    field: 'channel',
    label: { en: 'Channel', 'zh-CN': '渠道' },
    aliases: ticketHeaders.channel,
    example: '电话',
  },
  {
    ...text(60),
    field: 'reference',
    label: { en: 'Outside number', 'zh-CN': '外部编号' },
    aliases: ticketHeaders.reference,
    hint: {
      en: 'The number it bears in another program or at the customer.',
      'zh-CN': '它在其他系统或客户那里的编号。',
    },
    example: 'CS-20261',
  },
]
