import type { Worded } from '../../../../core/i18n/catalogue.ts'
import type { en } from './en.ts'

export const zhCN: Worded<typeof en> = {
  title: '结业证书',
  given: '兹证明',
  completed: '已学完课程',
  version: (number) => `第 ${number} 版`,
  validUntil: (day) => `有效期至 ${day}`,
  validForGood: '长期有效',
  serial: (serial) => `证书编号 ${serial}`,
  check: '任何人都可以在这里查验本证书：',
  checking: {
    title: '证书查验',
    hint: '请输入证书上的查验码。',
    code: '查验码',
    submit: '查验',
    unknown: '没有查到这张证书，请逐位核对查验码。',
    wait: '查验次数过多，请稍后再试。',
    holder: '持有人',
    course: '课程',
    company: '颁发单位',
    day: '学完日期',
    serial: '证书编号',
    masked: '为保护个人信息，姓名只显示第一个字。',
    standings: {
      valid: '证书真实有效。',
      expired: '证书真实，但已过期。',
      revoked: '证书已被撤销，无效。',
    },
  },
}
