import type { SQL } from 'drizzle-orm'
import type { Option } from '../../views/field.tsx'
import type { AnyField } from '../fields/field.ts'
import type { Locale, PerLocale } from '../i18n/locale.ts'
import type { Scope } from '../scope.ts'
import type { Operator } from './tree.ts'

export type FilterKind =
  | 'text'
  | 'number'
  | 'money'
  | 'date'
  | 'choice'
  | 'person'
  | 'department'
  | 'tags'
  | 'file'

/** What a field can be asked in the database; parameters alone carry what somebody typed. */
export type Asks = {
  empty: (scope: Scope) => SQL
  contains?: (text: string) => SQL
  equals?: (text: string) => SQL
  /** From one value up to another, both included; either may be open. */
  between?: (scope: Scope, from: unknown, to: unknown) => SQL
  /** One of these keys or ids. */
  among?: (scope: Scope, keys: readonly string[]) => SQL
  /** Every one of these. */
  every?: (scope: Scope, keys: readonly string[]) => SQL
  /** Somebody whose home is one of these departments. */
  of?: (scope: Scope, departments: readonly string[]) => SQL
}

/** A field that lists are filtered by, said once by its module. */
export type FilterField = {
  field: string
  label: PerLocale
  kind: FilterKind
  asks: Asks
  /** How what was typed is read and said, for numbers, money and days. */
  reads?: Pick<AnyField, 'parse' | 'print'>
  options?: (locale: Locale) => readonly Option[]
  /** The words others used are offered while one types. */
  suggests?: true
}

/** The operators that each kind of field knows; the first is the usual one. */
export const operatorsOf: Record<FilterKind, readonly Operator[]> = {
  text: ['contains', 'lacks', 'is', 'isnt', 'empty', 'filled'],
  number: ['range', 'empty', 'filled'],
  money: ['range', 'empty', 'filled'],
  date: ['in', 'past', 'coming', 'range', 'empty', 'filled'],
  choice: ['any', 'none', 'empty', 'filled'],
  person: ['any', 'none', 'of', 'empty', 'filled'],
  department: ['any', 'none', 'empty', 'filled'],
  tags: ['any', 'every', 'none', 'empty', 'filled'],
  file: ['empty', 'filled'],
}
