import {
  day,
  email,
  type FieldsOf,
  money,
  phone,
  prose,
  text,
  website,
  whole,
  year,
} from '../../../core/fields/field.ts'
import { parseCreditCode, printCreditCode } from '../../../core/values/credit-code.ts'
import type { Money } from '../../../core/values/money.ts'
import type { Phone } from '../../../core/values/phone.ts'
import { accountHeaders } from './account-headers.ts'

/** What people know about an account; null is not filled in. */
export type AccountValues = {
  name: string
  creditCode: string | null
  industry: string | null
  region: string | null
  level: string | null
  source: string | null
  phone: Phone | null
  email: string | null
  website: string | null
  address: string | null
  stockCode: string | null
  listedOn: string | null
  foundedYear: number | null
  employees: number | null
  revenue: Money | null
  about: string | null
}

/** The fields of an account in the order in which a form asks for them. */
export const accountFields: readonly FieldsOf<AccountValues>[] = [
  {
    ...text(200),
    field: 'name',
    label: { en: 'Account name', 'zh-CN': '客户名称' },
    aliases: accountHeaders.name,
    required: true,
    example: '上海星河科技有限公司',
  },
  {
    kind: 'text',
    parse: parseCreditCode,
    print: printCreditCode,
    field: 'creditCode',
    label: { en: 'Unified social credit code', 'zh-CN': '统一社会信用代码' },
    aliases: accountHeaders.creditCode,
    example: '91310000MA1FL0A12X',
  },
  {
    ...text(100),
    field: 'industry',
    suggests: true,
    label: { en: 'Industry', 'zh-CN': '行业' },
    aliases: accountHeaders.industry,
    example: '软件',
  },
  {
    ...text(100),
    field: 'region',
    suggests: true,
    label: { en: 'Region', 'zh-CN': '地区' },
    aliases: accountHeaders.region,
    example: '上海',
  },
  {
    ...text(40),
    field: 'level',
    suggests: true,
    label: { en: 'Level', 'zh-CN': '客户级别' },
    aliases: accountHeaders.level,
    example: 'A',
  },
  {
    ...text(100),
    field: 'source',
    suggests: true,
    label: { en: 'Source', 'zh-CN': '来源' },
    aliases: accountHeaders.source,
    example: '展会',
  },
  {
    ...phone,
    field: 'phone',
    label: { en: 'Phone', 'zh-CN': '电话' },
    aliases: accountHeaders.phone,
    example: '021-6100 8888',
  },
  {
    ...email,
    field: 'email',
    label: { en: 'E-mail', 'zh-CN': '邮箱' },
    aliases: accountHeaders.email,
    example: 'info@example.com',
  },
  {
    ...website,
    field: 'website',
    label: { en: 'Website', 'zh-CN': '网址' },
    aliases: accountHeaders.website,
    example: 'www.example.com',
  },
  {
    ...text(400),
    field: 'address',
    label: { en: 'Address', 'zh-CN': '地址' },
    aliases: accountHeaders.address,
    example: '上海市浦东新区世纪大道 100 号',
  },
  {
    ...text(40),
    field: 'stockCode',
    label: { en: 'Stock code', 'zh-CN': '股票代码' },
    aliases: accountHeaders.stockCode,
    example: '600000.SH',
  },
  {
    ...day,
    field: 'listedOn',
    label: { en: 'Listed on', 'zh-CN': '上市日期' },
    aliases: accountHeaders.listedOn,
    example: '2010-05-12',
  },
  {
    ...year,
    field: 'foundedYear',
    label: { en: 'Founded in', 'zh-CN': '成立年份' },
    aliases: accountHeaders.foundedYear,
    example: '2008',
  },
  {
    ...whole(0, 100_000_000),
    field: 'employees',
    label: { en: 'Employees', 'zh-CN': '员工人数' },
    aliases: accountHeaders.employees,
    example: '120',
  },
  {
    ...money,
    field: 'revenue',
    label: { en: 'Annual revenue', 'zh-CN': '年营业额' },
    aliases: accountHeaders.revenue,
    example: '1200万',
  },
  {
    ...prose,
    field: 'about',
    label: { en: 'About', 'zh-CN': '简介' },
    aliases: accountHeaders.about,
    example: '做精密器械，去年在展会上认识。',
  },
]
