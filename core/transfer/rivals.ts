import type { Locale } from '../i18n/locale.ts'
import { type Column, guessColumns, type Mapping } from './columns.ts'

/** Headers that mean one field alike, of which none is read: a person has to choose. */
export type Rivals = {
  /** The field's label. */
  field: string
  /** Where they stand, the first column being 1. */
  headers: { header: string; at: number }[]
}

/** The fields that are not filled because several headers of the file would fill them. */
export const rivalsIn = <Row>(
  headers: readonly string[],
  mapping: Mapping<Row>,
  columns: readonly Column<Row>[],
  locale: Locale,
): Rivals[] =>
  guessColumns(headers, columns)
    .rivals.filter(
      ({ column, at }) =>
        !mapping.includes(column.field) && at.every((one) => (mapping[one] ?? null) === null),
    )
    .map(({ column, at }) => ({
      field: column.label[locale],
      headers: at.map((one) => ({ header: headers[one] ?? '', at: one + 1 })),
    }))
