import { chosen } from '../../../core/fields/chosen.ts'
import type { Locale, PerLocale } from '../../../core/i18n/locale.ts'
import type { Choice } from '../../../core/values/choice.ts'

/** Who an article is for. Keys are stored. */
export const audiences = [
  {
    key: 'internal',
    label: { en: 'Colleagues only', 'zh-CN': '仅内部可见' },
    aliases: ['internal', '内部', '对内'],
  },
  {
    key: 'public',
    label: { en: 'Customers too', 'zh-CN': '对客户公开' },
    aliases: ['public', '公开', '对外', 'external'],
  },
] as const satisfies readonly Choice[]

export type Audience = (typeof audiences)[number]['key']

/** The language that an article is first written in. */
export const languages = [
  { key: 'zh-CN', label: { en: 'Chinese', 'zh-CN': '中文' }, aliases: ['zh', '简体中文'] },
  { key: 'en', label: { en: 'English', 'zh-CN': '英文' }, aliases: ['英语'] },
] as const satisfies readonly Choice<Locale>[]

export const audience = chosen<Audience>(audiences)
export const language = chosen<Locale>(languages)

export const audienceLabel: PerLocale = { en: 'For whom', 'zh-CN': '可见范围' }
