import type { IconName } from '../../views/icon.tsx'
import type { Locale } from '../i18n/locale.ts'
import type { Reference } from '../records/subjects.ts'

/** What one does with one record of a list, on a page of its own that leads back to the list. */
export type RowDeed = {
  /** Its column, its button, and the last part of its address below the record. */
  key: string
  icon: IconName
  permission: string
  label: (locale: Locale) => string
  /** Said when several rows are chosen. */
  oneOnly: (locale: Locale) => string
  href: (about: Reference, back: string) => string
}
