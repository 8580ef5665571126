import { type Choice, parseChoice, printChoice } from '../../../core/values/choice.ts'

/**
 * What allows a firm to hold somebody's data: Art. 13 of China's Personal Information Protection
 * Law (PIPL, 个人信息保护法) and Art. 6(1) GDPR. Two of them exist in one of the two laws alone, and
 * say so. Keys are stored and never change.
 */
export const lawfulBases = [
  {
    key: 'consent',
    label: { en: 'Consent', 'zh-CN': '个人同意' },
    aliases: ['同意', '取得个人同意', '已同意', '授权同意'],
  },
  {
    key: 'contract',
    label: { en: 'Contract', 'zh-CN': '订立、履行合同所必需' },
    aliases: ['合同', '履行合同', '合同必需', 'performance of a contract'],
  },
  {
    key: 'legal_duty',
    label: { en: 'Legal obligation', 'zh-CN': '履行法定职责或义务' },
    aliases: ['法定义务', '法定职责', 'legal duty'],
  },
  {
    key: 'vital_interests',
    label: { en: 'Vital interests', 'zh-CN': '保护生命健康和财产安全' },
    aliases: ['紧急情况', '突发公共卫生事件'],
  },
  {
    key: 'public_interest',
    label: { en: 'Public interest', 'zh-CN': '公共利益' },
    aliases: ['新闻报道', '舆论监督', 'public task'],
  },
  {
    key: 'made_public',
    label: { en: 'Already public (PIPL)', 'zh-CN': '已合法公开的个人信息' },
    aliases: ['已公开', '公开信息', 'already public', 'made public'],
  },
  {
    key: 'legitimate_interest',
    label: { en: 'Legitimate interests', 'zh-CN': '正当利益（仅 GDPR）' },
    aliases: ['正当利益', '合法利益', 'legitimate interest'],
  },
  {
    key: 'other_law',
    label: { en: 'Other provision of law', 'zh-CN': '法律法规规定的其他情形' },
    aliases: ['其他', '其他情形', 'other'],
  },
] as const satisfies readonly Choice[]

export type LawfulBasis = (typeof lawfulBases)[number]['key']

const choices: readonly Choice<LawfulBasis>[] = lawfulBases

/** How a basis is read, printed and chosen. */
export const lawfulBasis = {
  kind: 'select' as const,
  parse: (typed: string) => parseChoice(typed, choices),
  print: (key: LawfulBasis, locale: 'en' | 'zh-CN') => printChoice(key, choices, locale),
  raw: (key: LawfulBasis) => key,
  options: (locale: 'en' | 'zh-CN') =>
    choices.map(({ key, label }) => ({ value: key, label: label[locale] })),
}
