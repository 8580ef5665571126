import type { PerLocale } from '../../core/i18n/locale.ts'
import type { Choice } from '../../core/values/choice.ts'
import { planText } from '../plan/messages.ts'
import { type StageCode, stageCodes } from '../plan/stages.ts'
import { option } from '../register/option.ts'
import type { Category, LineKind, Nature } from './formula.ts'
import type { Offer } from './reading.ts'

/** The document's four categories of cost (origin 3.1), as pages call them. */
export const categoryChoices: readonly Choice<Category>[] = [
  option('acquisition', 'Acquisition and licences', '购置与许可（开发）'),
  { key: 'staff', label: { en: 'Staff and training', 'zh-CN': '人员与培训' } },
  { key: 'coordination', label: { en: 'Running and coordination', 'zh-CN': '运行与协调' } },
  { key: 'maintenance', label: { en: 'Maintenance', 'zh-CN': '维护' } },
]

export const kindChoices: readonly Choice<LineKind>[] = [
  { key: 'one_off', label: { en: 'Once', 'zh-CN': '一次性' } },
  { key: 'recurring', label: { en: 'Every month', 'zh-CN': '每月' } },
  { key: 'usage', label: { en: 'Per user and month', 'zh-CN': '每用户每月' } },
]

export const natureChoices: readonly Choice<Nature>[] = [
  { key: 'work', label: { en: 'Work, goods, services', 'zh-CN': '人力、物料与服务' } },
  { key: 'licence', label: { en: 'Licence or subscription fee', 'zh-CN': '许可费或订阅费' } },
  option('exit', 'Reserve for leaving: export, migration', '退出预备金（导出、迁移）'),
]

/** Words that most plans need; a company writes its own besides. */
export const subcategories: PerLocale<string[]> = {
  en: [
    ...['Licences', 'Set-up', 'Data preparation', 'Integrations', 'Training hours', 'Trainer'],
    ...['Materials', 'Refreshers', 'Rollout lead', 'Champions', 'Meetings', 'Vendor talks'],
    ...['Administration', 'Backup and security', 'Support', 'Change requests', 'Leaving'],
  ],
  'zh-CN': [
    ...['许可费', '实施配置', '数据整理', '系统集成', '培训工时', '讲师', '教材', '复训'],
    ...['推行负责人', '推广骨干', '会议', '供应商沟通', '系统管理', '备份与安全', '技术支持'],
    ...['需求变更', '退出'],
  ],
}

export const offerChoices: readonly Choice<Offer['kind']>[] = [
  { key: 'rent', label: { en: 'Rent it from a provider', 'zh-CN': '向服务商租用' } },
  { key: 'own', label: { en: 'Run it ourselves', 'zh-CN': '自建自管' } },
  { key: 'other', label: { en: 'Something else', 'zh-CN': '其他方案' } },
]

/** The rollout stages, by their codes and what the plan calls them. */
export const stageChoices: readonly Choice<StageCode>[] = stageCodes.map((key) => ({
  key,
  label: {
    en: `${key} ${planText('en').stages[key]}`,
    'zh-CN': `${key} ${planText('zh-CN').stages[key]}`,
  },
}))
