import {
  type AnyField,
  day,
  type FieldsOf,
  price,
  prose,
  text,
} from '../../../core/fields/field.ts'
import type { PerLocale } from '../../../core/i18n/locale.ts'
import { type Choice, parseChoice, printChoice } from '../../../core/values/choice.ts'
import type { Money } from '../../../core/values/money.ts'
import { en as pipelinesEn } from '../pipelines/messages/en.ts'
import { zhCN as pipelinesZh } from '../pipelines/messages/zh-CN.ts'
import { type Category, categories } from '../pipelines/stages.ts'
import { dealHeaders } from './deal-headers.ts'

/** What people know about a deal; null is not filled in. Its stage changes by moves alone. */
export type DealValues = {
  name: string
  amount: Money | null
  closesOn: string | null
  startedOn: string | null
  category: Category | null
  source: string | null
  reference: string | null
  seller: string | null
  about: string | null
}

export const categoryChoices: readonly Choice<Category>[] = categories.map((key) => ({
  key,
  label: {
    en: pipelinesEn.stage.categories[key],
    'zh-CN': pipelinesZh.stage.categories[key],
  },
}))

const hint = (en: string, zh: string): PerLocale => ({ en, 'zh-CN': zh })

/** The fields of a deal in the order in which a form asks for them. */
export const dealFields: readonly FieldsOf<DealValues>[] = [
  {
    ...text(200),
    field: 'name',
    label: { en: 'Deal name', 'zh-CN': '商机名称' },
    aliases: dealHeaders.name,
    required: true,
    example: '二期设备采购',
  },
  {
    ...price,
    field: 'amount',
    label: { en: 'Amount', 'zh-CN': '金额' },
    aliases: dealHeaders.amount,
    example: '12.8万',
  },
  {
    ...day,
    field: 'closesOn',
    label: { en: 'Expected to close on', 'zh-CN': '预计成交日期' },
    aliases: dealHeaders.closesOn,
    example: '2026-12-15',
  },
  {
    ...day,
    field: 'startedOn',
    label: { en: 'Begun on', 'zh-CN': '开始日期' },
    aliases: dealHeaders.startedOn,
    example: '2026-10-08',
  },
  {
    kind: 'select',
    parse: (typed) => parseChoice(typed, categoryChoices),
    print: (value, locale) => printChoice(value, categoryChoices, locale),
    raw: (value) => value,
    options: (locale) =>
      categoryChoices.map(({ key, label }) => ({ value: key, label: label[locale] })),
    field: 'category',
    label: { en: 'In the forecast', 'zh-CN': '预测类别' },
    aliases: dealHeaders.category,
    hint: hint('Left empty, it counts as its stage says.', '不选则按所在阶段计入预测。'),
    example: '乐观',
  },
  {
    ...text(100),
    field: 'source',
    suggests: true,
    label: { en: 'Source', 'zh-CN': '来源' },
    aliases: dealHeaders.source,
    example: '转介绍',
  },
  {
    ...text(60),
    field: 'reference',
    label: { en: 'Reference', 'zh-CN': '商机编号' },
    aliases: dealHeaders.reference,
    example: 'SJ-1024',
  },
  {
    ...text(100),
    field: 'seller',
    label: { en: 'Sold by (not a user)', 'zh-CN': '销售人员（非用户）' },
    aliases: dealHeaders.seller,
    hint: hint(
      'Who sold it, where that person is no user here; files often name such people.',
      '由谁销售，仅用于不是本系统用户的人，多来自导入的文件。',
    ),
    example: '王敏',
  },
  {
    ...prose,
    field: 'about',
    label: { en: 'About', 'zh-CN': '说明' },
    aliases: dealHeaders.about,
    example: '客户要扩建二号车间，年底前定供应商。',
  },
]

/** Those a form asks for; who sold it elsewhere is a file's to say. */
export const formFields: readonly AnyField[] = dealFields.filter(({ field }) => field !== 'seller')
