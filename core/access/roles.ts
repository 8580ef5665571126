import type { PerLocale } from '../i18n/locale.ts'
import { type Role, roles } from '../module.ts'

/** What each role is called, and whom it is for (rollout-and-training 3.3). */
export const roleWords: Record<Role, { title: PerLocale; about: PerLocale }> = {
  admin: {
    title: { en: 'Administrator', 'zh-CN': '管理员' },
    about: {
      en: 'Runs the product: people, departments, modules, import, settings.',
      'zh-CN': '管理系统：人员、部门、模块、导入与设置。',
    },
  },
  sponsor: {
    title: { en: 'Sponsor', 'zh-CN': '发起人' },
    about: {
      en: 'The boss who follows the rollout and decides at its gates.',
      'zh-CN': '关注推行进展并在关口做决定的公司负责人。',
    },
  },
  trainer: {
    title: { en: 'Trainer', 'zh-CN': '培训师' },
    about: {
      en: 'Writes lessons, assigns them and follows progress; sees no customer data.',
      'zh-CN': '编写课程、布置学习并跟进进度，看不到客户数据。',
    },
  },
  lead: {
    title: { en: 'Department lead', 'zh-CN': '部门主管' },
    about: {
      en: 'Sees and steers the records of their department and those below it.',
      'zh-CN': '查看并管理本部门及下级部门的数据。',
    },
  },
  member: {
    title: { en: 'Member', 'zh-CN': '成员' },
    about: {
      en: 'Works with their own customers and what belongs to nobody yet.',
      'zh-CN': '处理自己的客户，以及尚无负责人的数据。',
    },
  },
  privacy: {
    title: { en: 'Privacy contact', 'zh-CN': '隐私联系人' },
    about: {
      en: 'Keeps the registers and answers requests of the people behind the data.',
      'zh-CN': '维护个人信息登记，答复当事人的请求。',
    },
  },
  auditor: {
    title: { en: 'Auditor', 'zh-CN': '审计员' },
    about: { en: 'Reads the audit trail and changes nothing.', 'zh-CN': '只读查看操作日志。' },
  },
}

export const isRole = (text: string): text is Role => roles.includes(text as Role)
