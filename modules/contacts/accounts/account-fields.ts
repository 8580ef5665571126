import {
  type AnyField,
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
import type { Scope } from '../../../core/scope.ts'
import { parseCreditCode, printCreditCode } from '../../../core/values/credit-code.ts'
import type { Money } from '../../../core/values/money.ts'
import type { Phone } from '../../../core/values/phone.ts'
import { accountKind } from '../kinds.ts'

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
    aliases: [
      ...[
        '客户全称',
        '公司名',
        '企业全称',
        '单位',
        '商户名称',
        '公司名稱',
        '客戶名稱',
        'organization name',
        'organization - name',
        'client',
        'client name',
      ],
      ...['公司名称', '公司', '企业名称', '企业', '单位名称', '客户', '名称', '全称', '公司全称'],
      ...['account', 'company', 'company name', 'customer', 'organisation', 'organization'],
    ],
    required: true,
    example: '上海星河科技有限公司',
  },
  {
    kind: 'text',
    parse: parseCreditCode,
    print: printCreditCode,
    field: 'creditCode',
    label: { en: 'Unified social credit code', 'zh-CN': '统一社会信用代码' },
    aliases: [
      ...[
        '信用代码/税号',
        '统一信用代码',
        '社会统一信用代码',
        '统一社会信用代码/注册号',
        '統一編號',
        'tax number',
        'vat number',
      ],
      '信用代码',
      '社会信用代码',
      '税号',
      '纳税人识别号',
      'credit code',
      'uscc',
      'tax id',
    ],
    example: '91310000MA1FL0A12X',
  },
  {
    ...text(100),
    field: 'industry',
    suggests: true,
    label: { en: 'Industry', 'zh-CN': '行业' },
    aliases: [
      ...['客户行业', '行业类型', '1级行业', '一级行业', '產業'],
      '所属行业',
      '行业类别',
      'sector',
    ],
    example: '软件',
  },
  {
    ...text(100),
    field: 'region',
    suggests: true,
    label: { en: 'Region', 'zh-CN': '地区' },
    aliases: [
      ...['省市', '省市区', '地區', 'billing city'],
      '区域',
      '城市',
      '所在地',
      '所在地区',
      '所在城市',
      'area',
      'city',
      'office location',
      'country',
    ],
    example: '上海',
  },
  {
    ...text(40),
    field: 'level',
    suggests: true,
    label: { en: 'Level', 'zh-CN': '客户级别' },
    aliases: [...['客户等级分类', '客户星级'], '级别', '等级', '客户等级', 'tier', 'rating'],
    example: 'A',
  },
  {
    ...text(100),
    field: 'source',
    suggests: true,
    label: { en: 'Source', 'zh-CN': '来源' },
    aliases: [...['线索来源', '获客渠道', '客戶來源'], '客户来源', '来源渠道', 'lead source'],
    example: '展会',
  },
  {
    ...phone,
    field: 'phone',
    label: { en: 'Phone', 'zh-CN': '电话' },
    aliases: [
      ...['座机', '固话', '總機', '電話', '电话号', 'main phone', 'company phone'],
      '联系电话',
      '公司电话',
      '电话号码',
      '手机',
      '手机号',
      'telephone',
      'tel',
      'phone number',
    ],
    example: '021-6100 8888',
  },
  {
    ...email,
    field: 'email',
    label: { en: 'E-mail', 'zh-CN': '邮箱' },
    aliases: [
      ...['邮箱地址', '企业邮箱', '電子郵件', 'email address'],
      '电子邮箱',
      '电子邮件',
      '公司邮箱',
      '邮件',
      'mail',
      'e-mail address',
    ],
    example: 'info@example.com',
  },
  {
    ...website,
    field: 'website',
    label: { en: 'Website', 'zh-CN': '网址' },
    aliases: [
      ...[
        '企业网址',
        '公司网站',
        '公司主页',
        'website url',
        'company domain name',
        'domain',
        'web page',
      ],
      '网站',
      '官网',
      '公司网址',
      '主页',
      'url',
      'homepage',
      'web',
    ],
    example: 'www.example.com',
  },
  {
    ...text(400),
    field: 'address',
    label: { en: 'Address', 'zh-CN': '地址' },
    aliases: [
      ...[
        '通讯地址',
        '经营地址',
        '地址详情',
        'organization - address',
        'billing street',
        'billing address',
      ],
      '公司地址',
      '注册地址',
      '联系地址',
      '办公地址',
      '详细地址',
      'street',
    ],
    example: '上海市浦东新区世纪大道 100 号',
  },
  {
    ...text(40),
    field: 'stockCode',
    label: { en: 'Stock code', 'zh-CN': '股票代码' },
    aliases: [...['ticker symbol', '股票代号'], '证券代码', 'ts code', 'ticker'],
    example: '600000.SH',
  },
  {
    ...day,
    field: 'listedOn',
    label: { en: 'Listed on', 'zh-CN': '上市日期' },
    aliases: ['上市时间', 'list date', 'listing date', 'ipo date'],
    example: '2010-05-12',
  },
  {
    ...year,
    field: 'foundedYear',
    label: { en: 'Founded in', 'zh-CN': '成立年份' },
    aliases: ['成立年', '创立年份', 'year established', 'founded', 'founded year'],
    example: '2008',
  },
  {
    ...whole(0, 100_000_000),
    field: 'employees',
    label: { en: 'Employees', 'zh-CN': '员工人数' },
    aliases: [
      ...['总人数', '员工总数', 'no. of employees'],
      '人数',
      '员工数',
      '公司规模',
      '人员规模',
      'headcount',
      'number of employees',
    ],
    example: '120',
  },
  {
    ...money,
    field: 'revenue',
    label: { en: 'Annual revenue', 'zh-CN': '年营业额' },
    aliases: [
      ...['销售额', '年销售额', 'annual turnover'],
      '营业额',
      '年营收',
      '营收',
      '年收入',
      '营业收入',
      'revenue',
      'turnover',
    ],
    example: '1200万',
  },
  {
    ...prose,
    field: 'about',
    label: { en: 'About', 'zh-CN': '简介' },
    aliases: ['备注', '描述', '说明', '公司简介', 'description', 'notes', 'remark', 'remarks'],
    example: '做精密器械，去年在展会上认识。',
  },
]

/** Those and the company's own. */
export const accountFieldsOf = (scope: Scope): readonly AnyField[] => [
  ...accountFields,
  ...scope.own.live(accountKind.object),
]
