import type { PerLocale } from '../i18n/locale.ts'

/** The column that a file of rejected rows has more than its original. */
export const reasonHeader: PerLocale = {
  'zh-CN': '未导入的原因',
  en: 'Why it was not imported',
}

/** Such a column comes back with the mended file; nothing is read from it. */
export const isReasonHeader = (header: string): boolean =>
  Object.values(reasonHeader).includes(header.trim())
