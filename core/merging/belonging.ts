import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { PerLocale } from '../i18n/locale.ts'

/**
 * Rows that belong to records of a kind, this module's own or one of its needs': they go along when
 * two of those become one, and come back when that is undone (core/merging).
 */
export type Belonging = {
  /** The kind of record they belong to, as audit and timeline call it; `*` for every kind. */
  of: string
  title: PerLocale
  /** Its rows have a `company_id`, and an `id` unless `other` is given. */
  table: PgTable
  /** Which record a row belongs to. */
  column: PgColumn
  /** Names the kind, where rows of several kinds stand in one table. */
  object?: PgColumn
  /** Where a record can have each of these but once: the column that, with the record, is the key. */
  other?: PgColumn
}
