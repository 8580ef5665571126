import { type FieldsOf, price, prose, text } from '../../../core/fields/field.ts'
import type { Money } from '../../../core/values/money.ts'
import { parsePercent, printPercent } from '../lines/percent.ts'

/** What is said of a product; null is not filled in. A tax rate is decimal text in per cent. */
export type ProductValues = {
  name: string
  code: string | null
  category: string | null
  unit: string | null
  price: Money | null
  taxRate: string | null
  about: string | null
}

/** The fields of a product in the order in which a form asks for them. */
export const productFields: readonly FieldsOf<ProductValues>[] = [
  {
    ...text(200),
    field: 'name',
    label: { en: 'Name', 'zh-CN': '产品名称' },
    aliases: ['product', 'product name', 'item', '产品', '品名', '商品名称', '名称'],
    required: true,
    example: '齿轮箱 GX-20',
  },
  {
    ...text(60),
    field: 'code',
    label: { en: 'Code', 'zh-CN': '产品编码' },
    aliases: ['sku', 'product code', 'item no', '编码', '货号', '料号', '型号'],
    example: 'GX-20',
  },
  {
    ...text(100),
    field: 'category',
    label: { en: 'Category', 'zh-CN': '产品分类' },
    aliases: ['series', 'product line', 'type', '分类', '系列', '类别'],
    suggests: true,
    example: '传动件',
  },
  {
    ...text(20),
    field: 'unit',
    label: { en: 'Unit', 'zh-CN': '单位' },
    aliases: ['uom', '计量单位'],
    suggests: true,
    example: '台',
  },
  {
    ...price,
    field: 'price',
    label: { en: 'Price', 'zh-CN': '标准单价' },
    aliases: ['list price', 'sales price', 'unit price', '单价', '价格', '售价'],
    example: '1200',
  },
  {
    kind: 'number',
    typed: true,
    parse: parsePercent,
    print: printPercent,
    cell: (value) => value,
    field: 'taxRate',
    label: { en: 'Tax rate', 'zh-CN': '税率' },
    aliases: ['vat', 'tax', '增值税率'],
    hint: {
      en: 'In per cent; empty takes what the quote says.',
      'zh-CN': '百分比，例如 13；留空则在报价时填写。',
    },
    example: '13',
  },
  {
    ...prose,
    field: 'about',
    label: { en: 'Description', 'zh-CN': '说明' },
    aliases: ['notes', 'remark', '备注', '描述', '规格'],
    example: '减速比 1:20',
  },
]
