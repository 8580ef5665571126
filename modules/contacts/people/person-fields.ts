import { email, type FieldsOf, phone, prose, text } from '../../../core/fields/field.ts'
import type { Phone } from '../../../core/values/phone.ts'
import { type PrivacyValues, privacyFields } from './privacy-fields.ts'

/** What people know about a contact; null is not filled in. */
export type PersonValues = PrivacyValues & {
  name: string
  title: string | null
  mobile: Phone | null
  phone: Phone | null
  email: string | null
  wechat: string | null
  region: string | null
  about: string | null
}

/** The fields of a contact in the order in which a form asks for them. */
export const personFields: readonly FieldsOf<PersonValues>[] = [
  {
    ...text(100),
    field: 'name',
    label: { en: 'Name', 'zh-CN': '姓名' },
    aliases: [
      ...['客户姓名', '称呼', '联系人名称', 'person - name', 'display name'],
      '联系人',
      '联系人姓名',
      '名字',
      'full name',
      'contact',
      'contact name',
      'customer name',
    ],
    required: true,
    example: '张三',
  },
  {
    ...text(100),
    field: 'title',
    suggests: true,
    label: { en: 'Job title', 'zh-CN': '职位' },
    aliases: [
      ...['职称', 'organization title', 'organization 1 - title', 'person - job title', '職稱'],
      '职务',
      '岗位',
      '头衔',
      'title',
      'position',
      'role',
    ],
    example: '采购经理',
  },
  {
    ...phone,
    field: 'mobile',
    label: { en: 'Mobile', 'zh-CN': '手机' },
    aliases: [
      ...[
        '联系手机',
        '手机电话',
        '移动手机',
        '行動電話',
        '手機',
        'mobile number',
        'mobile phone number',
        'person - phone - mobile',
      ],
      '手机号',
      '手机号码',
      '移动电话',
      'mobile phone',
      'cell',
      'cell phone',
      'cellphone',
    ],
    example: '138 1234 5678',
  },
  {
    ...phone,
    field: 'phone',
    label: { en: 'Phone', 'zh-CN': '电话' },
    aliases: [
      ...[
        '商务电话',
        '工作电话',
        '公司电话',
        'business phone',
        'work phone',
        'person - phone - work',
        '電話',
      ],
      '座机',
      '固定电话',
      '办公电话',
      '联系电话',
      '电话号码',
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
      ...[
        '邮箱地址',
        '电子邮件地址',
        '电邮',
        '電子郵件',
        '電子信箱',
        '電郵',
        'email address',
        'work email',
        'person - email - work',
      ],
      '电子邮箱',
      '电子邮件',
      '邮件',
      'mail',
      'e-mail address',
      'customer email',
    ],
    example: 'zhangsan@example.com',
  },
  {
    ...text(60),
    field: 'wechat',
    label: { en: 'WeChat', 'zh-CN': '微信' },
    aliases: [...['微信账号', 'wechat id'], '微信号', 'weixin'],
    example: 'zhangsan_88',
  },
  {
    ...text(100),
    field: 'region',
    suggests: true,
    label: { en: 'Region', 'zh-CN': '地区' },
    aliases: [
      ...['省份', '省市', 'mailing city', 'business city'],
      '区域',
      '城市',
      '所在地',
      'area',
      'city',
      'country',
    ],
    example: '上海',
  },
  ...privacyFields,
  {
    ...prose,
    field: 'about',
    label: { en: 'About', 'zh-CN': '简介' },
    aliases: [
      ...['個人簡介', '備註', '其他信息'],
      '备注',
      '描述',
      '说明',
      'description',
      'notes',
      'remark',
      'remarks',
    ],
    example: '喜欢下午联系。',
  },
]
