import { text } from '../../../core/fields/field.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { momentCells } from '../../../core/transfer/book/origin.ts'
import { namedColumn } from '../../../core/transfer/book/place.ts'
import { printChoice } from '../../../core/values/choice.ts'
import {
  type ActivityKind,
  accountColumn,
  activityKinds,
  parseActivityKind,
} from '../../contacts/public.ts'

/** What a row names of what was followed up; the narrowest of them is meant. */
export type FollowedCells = { account?: string; contact?: string; lead?: string; deal?: string }

/** A row of a file of follow-ups; `happenedAt` by the clock on the company's wall. */
export type FollowUpCells = FollowedCells & {
  happenedAt: string
  kind?: ActivityKind
  text: string
  owner?: string
  place?: string
}

/** What a file says of a follow-up. */
export const followUpColumns = [
  accountColumn,
  namedColumn(
    'contact',
    { en: 'Contact', 'zh-CN': '联系人' },
    ['联系人姓名', '对接人', 'contact name', 'person', 'contact e-mail', 'contact email'],
    '李雷',
  ),
  namedColumn(
    'lead',
    { en: 'Lead', 'zh-CN': '线索' },
    ['线索名称', 'lead name'],
    '杭州云桥商贸有限公司',
  ),
  namedColumn(
    'deal',
    { en: 'Deal', 'zh-CN': '商机' },
    ['商机名称', '商机编号', 'opportunity', 'opportunity name', 'deal name', 'reference'],
    '二期扩容',
  ),
  {
    ...momentCells,
    field: 'happenedAt',
    label: { en: 'When', 'zh-CN': '跟进时间' },
    aliases: [
      ...['跟进日期', '时间', '日期', '拜访时间', '沟通时间', '联系时间', '实际跟进时间'],
      ...['date', 'time', 'activity date', 'completed at', 'due date', 'happened at'],
    ],
    required: true as const,
  },
  {
    field: 'kind',
    label: { en: 'How', 'zh-CN': '跟进方式' },
    aliases: ['跟进类型', '方式', '类型', '联系方式', 'type', 'activity type', 'kind'],
    parse: parseActivityKind,
    print: (kind: string, locale: Locale) => printChoice(kind, activityKinds, locale),
    example: '拜访',
  },
  {
    ...text(10_000),
    field: 'text',
    label: { en: 'What happened', 'zh-CN': '跟进内容' },
    aliases: [
      ...['内容', '跟进记录', '沟通内容', '拜访内容', '备注', '描述'],
      ...['note', 'notes', 'subject', 'description', 'comments', 'body'],
    ],
    required: true as const,
    example: '对方在比价，关注交期。',
  },
  namedColumn(
    'owner',
    { en: 'Who', 'zh-CN': '跟进人' },
    ['负责人', '销售', '业务员', '创建人', 'assigned to', 'owner', 'created by', 'sales agent'],
    'lin@example.com',
  ),
  namedColumn(
    'place',
    { en: 'Where', 'zh-CN': '地点' },
    ['拜访地点', '地址', 'location', 'place', 'address'],
    '客户苏州工厂',
  ),
]
