import type { SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { IconName } from '../../views/icon.tsx'
import type { AnyField } from '../fields/field.ts'
import type { Locale } from '../i18n/locale.ts'
import type { ListFilter } from '../lists/list-filter.ts'
import type { RowDeed } from '../lists/row-deed.ts'
import type { Scope } from '../scope.ts'
import type { Sort } from './paging.ts'

/** What each record has by which it is found, sorted, owned, put away and kept in versions. */
type RecordColumn =
  | 'companyId'
  | 'id'
  | 'name'
  | 'sortName'
  | 'nameKey'
  | 'search'
  | 'searchHead'
  | 'grams'
  | 'own'
  | 'ownerId'
  | 'departmentId'
  | 'archivedAt'
  | 'createdBy'
  | 'createdAt'
  | 'updatedAt'
  | 'version'

/** A table of records; core/records/table.ts has its columns and indexes. */
export type RecordTable = PgTable & Record<RecordColumn, PgColumn>

/** What the pages of a kind of record say of it. */
export type KindWords = {
  title: string
  add: string
  all: string
  mine: string
  unowned: string
  /** What the table of its list is called for who cannot see it. */
  caption: string
  searchHint: string
  emptyTitle: string
  emptyText: string
  archiveTitle: (name: string) => string
  archiveText: string
}

/**
 * A kind of record that people own: all that list, search, filters, work on many, pages, files and
 * programs need to know of it, said once (see README.md beside this file).
 */
export type RecordKind<Id extends string = string> = {
  /** Whose records they are; when that module is open for reading only, nothing offers to write. */
  module: Id
  /** As audit, timeline, tags and events call it: `contacts.account`. */
  object: `${Id}.${string}`
  /** Its list as `/module/list`, its table in the schema, its place in cookies: one word. */
  list: string
  table: RecordTable
  href: `/${Id}/${string}`
  icon: IconName
  /** Many of them, where the list is empty. */
  listIcon: IconName
  view: `${Id}.${string}`
  edit: `${Id}.${string}`
  assign: `${Id}.${string}`
  /** How files of them are called, and who may bring them in and take them out. */
  files?: { kind: string; import: `${Id}.${string}`; export: `${Id}.${string}` }
  /** The fields a record has, in the order of its form; the company's own come behind them. */
  fields: readonly AnyField[]
  /** What its list is sorted by, each with an index; `name` is the first. */
  sorts: Readonly<Record<string, Sort>>
  /** Its fields that are filtered by a word, beside owner, department, tag and archive. */
  wordFilters: readonly string[]
  /** Filters of its own. */
  filters: readonly ListFilter[]
  /** The function that looks candidates up by what was typed: see core/lists/search.ts. */
  finder: SQL
  /** Sums that triggers keep, and what records of this kind are called there. */
  tallies: { table: TallyTable; object: string }
  /** What the timeline keeps with a change, so that its fields are named; see core/records/deeds.ts. */
  story?: Readonly<Record<string, unknown>>
  /** What one does with one record, from its row and its page. */
  rowDeed?: RowDeed
  text: (locale: Locale) => KindWords
}

export type TallyTable = PgTable &
  Record<
    'companyId' | 'object' | 'ownerId' | 'departmentId' | 'archived' | 'records' | 'id',
    PgColumn
  >

/** The fields of a kind: its own, and those the company gave it. */
export const fieldsOf = (scope: Scope, { fields, object }: RecordKind): readonly AnyField[] => [
  ...fields,
  ...scope.own.live(object),
]

/** The column of a field that is kept in one. */
export const columnOf = (table: RecordTable, field: string): PgColumn =>
  table[field as RecordColumn]
