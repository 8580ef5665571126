import { day, type FieldsOf, text } from '../../../core/fields/field.ts'
import { type LawfulBasis, lawfulBasis } from './lawful-bases.ts'

/** What the law asks a firm to know about the data it holds of a person; null is not recorded. */
export type PrivacyValues = {
  source: string | null
  lawfulBasis: LawfulBasis | null
  /** Days of the calendar. */
  noticedOn: string | null
  retainUntil: string | null
}

/** Where the data come from, what allows holding them, when the person was told, and how long. */
export const privacyFields: readonly FieldsOf<PrivacyValues>[] = [
  {
    ...text(100),
    field: 'source',
    suggests: true,
    label: { en: 'Source', 'zh-CN': '来源' },
    aliases: [...['线索来源', '客户来源'], '来源渠道', 'lead source'],
    hint: {
      en: 'Where these data come from: a fair, the website, an introduction.',
      'zh-CN': '个人信息从哪里来，如展会、官网、他人介绍。',
    },
    example: '展会',
  },
  {
    ...lawfulBasis,
    field: 'lawfulBasis',
    label: { en: 'Lawful basis', 'zh-CN': '合法性基础' },
    aliases: ['legal basis', 'gdpr basis', '处理依据', '合法基础', '法律依据', '个人信息处理依据'],
    hint: {
      en: 'What allows you to hold these data: Art. 6(1) GDPR, Art. 13 PIPL.',
      'zh-CN': '处理个人信息的依据，见《个人信息保护法》第十三条。',
    },
    example: '个人同意',
  },
  {
    ...day,
    field: 'noticedOn',
    label: { en: 'Privacy notice given on', 'zh-CN': '告知日期' },
    aliases: ['privacy notice', 'notice date', 'informed on', '告知时间', '告知日', '隐私告知日期'],
    hint: {
      en: 'When this person was told what you hold, and why.',
      'zh-CN': '何时告知本人处理的目的、方式和种类。',
    },
    example: '2026-03-05',
  },
  {
    ...day,
    field: 'retainUntil',
    label: { en: 'Keep until', 'zh-CN': '保存期限至' },
    aliases: [
      ...['retention until', 'retention date', 'retain until', 'delete after'],
      ...['保存期限', '保留期限', '留存期限', '保存至'],
    ],
    hint: {
      en: 'After this day, check whether you may still hold these data.',
      'zh-CN': '到期后应核对是否还可以继续保存。',
    },
    example: '2029-03-05',
  },
]
