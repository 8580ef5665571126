import { day, text } from '../../../core/fields/field.ts'
import type { PerLocale } from '../../../core/i18n/locale.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { type OriginCells, originColumns } from '../../../core/transfer/book/origin.ts'
import { departmentColumn } from '../../../core/transfer/book/place.ts'
import { accountColumn, ownerColumn } from '../../contacts/public.ts'
import { type DealValues, dealFields } from '../deals/deal-fields.ts'

/** A row of a file: the values of the cells that were filled in, and what they name. */
export type DealRow = Partial<DealValues> &
  OwnValues &
  OriginCells & {
    account?: string
    product?: string
    pipeline?: string
    stage?: string
    engagedOn?: string
    closedOn?: string
    lossReason?: string
    owner?: string
    department?: string
  }

const named = (field: string, label: PerLocale, aliases: string[], example: string) => ({
  ...{ field, label, aliases, example },
  ...{ parse: text(200).parse, print: text(200).print },
})

/**
 * What a file may say of a deal. It need not name one: deals of other programs are often known by
 * their account and product alone.
 */
export const dealColumns = [
  ...dealFields.map(({ required: _, ...column }) => column),
  {
    ...accountColumn,
    aliases: [...accountColumn.aliases, '客户', '客户公司'].filter(
      (one, at, all) => all.indexOf(one) === at,
    ),
  },
  named(
    'product',
    { en: 'Product', 'zh-CN': '产品' },
    ['产品名称', '商品', 'product name'],
    '标准版 × 2；安装服务',
  ),
  named('pipeline', { en: 'Pipeline', 'zh-CN': '销售流程' }, ['流程'], '标准销售流程'),
  named(
    'stage',
    { en: 'Stage', 'zh-CN': '阶段' },
    [
      '商机阶段',
      '销售阶段',
      '商机状态',
      '状态',
      'deal stage',
      'sales stage',
      'status',
      'stage name',
    ],
    '方案报价',
  ),
  {
    ...day,
    field: 'engagedOn',
    label: { en: 'Engaged on', 'zh-CN': '接洽日期' },
    aliases: ['engage date', 'engaged', '接洽时间'],
    example: '2026-10-20',
  },
  {
    ...day,
    field: 'closedOn',
    label: { en: 'Closed on', 'zh-CN': '结单日期' },
    aliases: [
      'close date',
      'closed',
      'closed date',
      'won time',
      '成交日期',
      '成交时间',
      '结束日期',
    ],
    example: '2026-11-30',
  },
  named(
    'lossReason',
    { en: 'Loss reason', 'zh-CN': '输单原因' },
    ['丢单原因', '失败原因', 'lost reason', 'reason lost', 'closed lost reason'],
    '价格太高',
  ),
  {
    ...ownerColumn,
    aliases: [
      ...ownerColumn.aliases.filter((one) => one !== '业务员'),
      'deal owner',
      'opportunity owner',
      '商机负责人',
    ],
  },
  departmentColumn,
  ...originColumns,
]
