import type { SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { PerLocale } from '../i18n/locale.ts'
import type { Scope } from '../scope.ts'

/**
 * What good data are for one kind of record (core/quality): rules that the database asks of every
 * live row in one walk. `table` has company_id, id, name, owner_id, department_id, archived_at.
 */
export type Quality<Id extends string = string> = {
  object: `${Id}.${string}`
  title: PerLocale
  /** How much this kind counts in the index of everything. */
  weight: number
  table: PgTable
  /** Whoever may see the records that a number is made of. */
  permission: `${Id}.${string}`
  href: `/${Id}/${string}`
  fields: readonly {
    field: string
    label: PerLocale
    /** How much it matters that it is filled; whole numbers. */
    weight: number
    filled: SQL
    /** The value as a text, for fields whose truth somebody can ask for on the phone. */
    shown?: SQL
    /** Rows that can have it at all; every row when left out. */
    applies?: SQL
    /** Whether a filled value keeps its rule. */
    valid?: SQL
  }[]
  /** What has to agree within a record, or with others. */
  rules: readonly { rule: string; label: PerLocale; applies: SQL; holds: SQL }[]
  /**
   * What has to be on record about somebody's personal data: basis, notice, source, retention. It is
   * measured apart and never blended into the index.
   */
  privacy?: readonly { field: string; label: PerLocale; filled: SQL }[]
  /** Confirmed or really changed lately enough, within so many days. */
  timely: SQL
  days: number
  /** How many records are likely one too many; null while nobody has looked for duplicates. */
  duplicates: (scope: Scope) => Promise<number | null>
  /** Where duplicates are looked at. */
  duplicatesHref: `/${Id}/${string}`
}
