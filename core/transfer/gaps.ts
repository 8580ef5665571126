import type { Locale } from '../i18n/locale.ts'
import { missingColumns } from './columns.ts'
import type { Import } from './imports.ts'
import type { Transfer, Values } from './transfer.ts'

/** Required fields that no column fills, and fields that two columns fill, by their labels. */
export type Gaps = { missing: string[]; twice: string[] }

/** What keeps a mapping from being used. */
export const gapsIn = (
  mapping: Import['mapping'],
  columns: Transfer['columns'],
  locale: Locale,
): Gaps => ({
  missing: missingColumns<Values>(mapping, columns).map((column) => column.label[locale]),
  twice: columns
    .filter(({ field }) => mapping.indexOf(field) !== mapping.lastIndexOf(field))
    .map((column) => column.label[locale]),
})
