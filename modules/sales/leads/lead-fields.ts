import { email, type FieldsOf, phone, prose, text, website } from '../../../core/fields/field.ts'
import type { Phone } from '../../../core/values/phone.ts'
import { leadHeaders } from './lead-headers.ts'
import { type Status, status } from './statuses.ts'

/** What people know about a lead; null is not filled in. */
export type LeadValues = {
  name: string
  person: string | null
  title: string | null
  mobile: Phone | null
  phone: Phone | null
  email: string | null
  wechat: string | null
  website: string | null
  industry: string | null
  region: string | null
  source: string | null
  status: Status | null
  about: string | null
}

/** The fields of a lead in the order in which a form asks for them. */
export const leadFields: readonly FieldsOf<LeadValues>[] = [
  {
    ...text(200),
    field: 'name',
    label: { en: 'Firm or name', 'zh-CN': '线索名称' },
    aliases: leadHeaders.name,
    hint: {
      en: 'The firm that asks, or the person when there is none.',
      'zh-CN': '一般填公司名称；个人则填姓名。',
    },
    required: true,
    example: '杭州青禾包装有限公司',
  },
  {
    ...text(100),
    field: 'person',
    label: { en: 'Person', 'zh-CN': '对接人' },
    aliases: leadHeaders.person,
    example: '周敏',
  },
  {
    ...text(100),
    field: 'title',
    label: { en: 'Position', 'zh-CN': '职位' },
    aliases: leadHeaders.title,
    example: '采购经理',
  },
  {
    ...phone,
    field: 'mobile',
    label: { en: 'Mobile', 'zh-CN': '手机' },
    aliases: leadHeaders.mobile,
    example: '138 0013 8000',
  },
  {
    ...phone,
    field: 'phone',
    label: { en: 'Phone', 'zh-CN': '电话' },
    aliases: leadHeaders.phone,
    example: '0571-8888 1234',
  },
  {
    ...email,
    field: 'email',
    label: { en: 'E-mail', 'zh-CN': '邮箱' },
    aliases: leadHeaders.email,
    example: 'zhou@example.com',
  },
  {
    ...text(60),
    field: 'wechat',
    label: { en: 'WeChat', 'zh-CN': '微信' },
    aliases: leadHeaders.wechat,
    example: 'zhoumin88',
  },
  {
    ...website,
    field: 'website',
    label: { en: 'Website', 'zh-CN': '网址' },
    aliases: leadHeaders.website,
    example: 'www.example.com',
  },
  {
    ...text(100),
    field: 'industry',
    suggests: true,
    label: { en: 'Industry', 'zh-CN': '行业' },
    aliases: leadHeaders.industry,
    example: '包装',
  },
  {
    ...text(100),
    field: 'region',
    suggests: true,
    label: { en: 'Region', 'zh-CN': '地区' },
    aliases: leadHeaders.region,
    example: '浙江',
  },
  {
    ...text(100),
    field: 'source',
    suggests: true,
    label: { en: 'Source', 'zh-CN': '来源' },
    aliases: leadHeaders.source,
    example: '展会',
  },
  {
    ...status,
    field: 'status',
    label: { en: 'Status', 'zh-CN': '状态' },
    aliases: leadHeaders.status,
    example: '待跟进',
  },
  {
    ...prose,
    field: 'about',
    label: { en: 'What they want', 'zh-CN': '需求说明' },
    aliases: leadHeaders.about,
    example: '想看样机，预算二十万左右。',
  },
]
