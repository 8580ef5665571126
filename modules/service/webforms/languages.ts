import type { PerLocale } from '../../../core/i18n/locale.ts'

/** Each language by its own name, which its readers know whatever else they read. */
export const languageNames: PerLocale = { 'zh-CN': '中文', en: 'English' }
