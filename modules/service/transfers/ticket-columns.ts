import { email, text } from '../../../core/fields/field.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { type OriginCells, originColumns } from '../../../core/transfer/book/origin.ts'
import { departmentColumn, namedColumn, ownerColumn } from '../../../core/transfer/book/place.ts'
import type { Reading } from '../../../core/transfer/columns.ts'
import { parseMoment, printMoment } from '../../../core/values/moment.ts'
import { accountColumn } from '../../contacts/public.ts'
import { en } from '../tickets/messages/en.ts'
import { zhCN } from '../tickets/messages/zh-CN.ts'
import { type TicketValues, ticketFields } from '../tickets/ticket-fields.ts'

/** A row of a file: the values of the cells that were filled in, and what they name. */
export type TicketRow = Partial<TicketValues> &
  OwnValues &
  OriginCells & {
    number?: string
    state?: string
    category?: string
    requester?: string
    requesterEmail?: string
    account?: string
    text?: string
    firstResponseAt?: string
    solvedAt?: string
    owner?: string
    department?: string
  }

const moment = {
  parse: (typed: string, { order, timeZone }: Reading) => parseMoment(typed, { order, timeZone }),
  print: printMoment,
  example: '2026-03-02 14:05',
}

type Said =
  | ('state' | 'category' | 'person' | 'fromAddress')
  | ('firstResponse' | 'solved' | 'number')

const said = (key: Said) => ({
  en: en[key],
  'zh-CN': zhCN[key],
})

/** What a file may say of a ticket. */
export const ticketColumns = [
  { ...text(60), field: 'number', label: said('number'), aliases: [], example: 'T2026-00001' },
  ...ticketFields,
  namedColumn('state', said('state'), ['工单状态', 'status', 'ticket status'], '已解决'),
  namedColumn(
    'category',
    said('category'),
    ['工单分类', '问题分类', '问题类型', '类别', 'ticket type', 'ticket category', 'topic'],
    '故障报修',
  ),
  namedColumn(
    'requester',
    said('person'),
    [
      ...['客户姓名', '联系人', '联系人姓名', '姓名', '来访人', '报修人'],
      ...['customer name', 'contact', 'contact name', 'requester name', 'from'],
    ],
    '周敏',
  ),
  {
    ...email,
    field: 'requesterEmail',
    label: said('fromAddress'),
    aliases: [
      ...['邮箱', '客户邮箱', '联系人邮箱', '电子邮箱'],
      ...['customer email', 'email', 'e-mail', 'contact email', 'from address', 'requester email'],
    ],
    example: 'zhou@example.com',
  },
  accountColumn,
  {
    ...text(50_000),
    field: 'text',
    label: { en: 'What they ask', 'zh-CN': '客户的问题' },
    aliases: [
      ...['描述', '问题描述', '工单描述', '内容', '详情'],
      ...['description', 'ticket description', 'message', 'body', 'details'],
    ],
    example: '设备开机后黑屏，按电源键没有反应。',
  },
  {
    ...moment,
    field: 'firstResponseAt',
    label: said('firstResponse'),
    aliases: [
      '首次响应时间',
      '首次回复时间',
      'first response time',
      'first response',
      'responded at',
    ],
  },
  {
    ...moment,
    field: 'solvedAt',
    label: said('solved'),
    aliases: ['完成时间', '关闭时间', 'time to resolution', 'resolved at', 'resolved', 'solved at'],
  },
  ownerColumn(['处理人', '客服', 'agent', 'assignee', 'assigned to']),
  departmentColumn,
  ...originColumns,
]
