import type { Directory } from '../access/directory.ts'
import type { Bulk } from '../bulk/order.ts'
import type { FilterField } from '../conditions/field.ts'
import type { Known } from '../conditions/known.ts'
import type { PerLocale } from '../i18n/locale.ts'
import type { Role } from '../module.ts'
import type { Scope } from '../scope.ts'

/**
 * A view that a company may begin with: its name, what its address asks for, the roles whose people
 * see it, and those whose list opens with it.
 */
export type PreparedView = {
  name: PerLocale
  params: string
  roles: readonly Role[]
  opensFor?: readonly Role[]
}

/** A list of a module's records, as everything that treats all lists alike sees it. */
export type Listed<Id extends string = string> = {
  /** As its views are kept: `contacts.accounts`. */
  key: `${Id}.${string}`
  title: PerLocale
  href: `/${Id}/${string}`
  /** Whoever has it may look at the list. */
  permission: `${Id}.${string}`
  /**
   * What an address says of the list's state, in a fixed order and without its page; what makes no
   * sense, or not any more, is left out.
   */
  stateOf: (scope: Scope, params: URLSearchParams) => [name: string, value: string][]
  /** The columns an address asks for; null when it asks for none. */
  columnsOf: (scope: Scope, params: URLSearchParams) => string[] | null
  /** The fields by which it is filtered in conditions (core/conditions). */
  fields: (scope: Scope) => readonly FilterField[]
  /** What there is to choose from for them. */
  known: (scope: Scope) => Promise<Known>
  /** What an address of it asks for, in words: its search and its filters. */
  say: (scope: Scope, params: URLSearchParams, directory: Directory) => string[]
  /** Views that a company may begin with. */
  prepared?: readonly PreparedView[] | undefined
  /** Work on many of its records at once. */
  bulk: Bulk
}
