import { formatNumber } from '../i18n/format.ts'
import type { Locale } from '../i18n/locale.ts'

/** A file's size as people say it: 12 KB, 3.4 MB. */
export function printSize(locale: Locale, bytes: number): string {
  if (bytes < 1024) return `${formatNumber(locale, bytes)} B`
  if (bytes < 1024 ** 2) return `${formatNumber(locale, Math.round(bytes / 1024))} KB`
  return `${formatNumber(locale, Math.round((bytes / 1024 ** 2) * 10) / 10)} MB`
}
