import type { SQL } from 'drizzle-orm'
import type { PerLocale } from '../i18n/locale.ts'
import type { Role } from '../module.ts'
import type { Scope } from '../scope.ts'

/** From a moment up to another one that no longer belongs to it. */
export type Period = { from: Date; to: Date }

/**
 * What real work in a module is, by the traces it leaves: signing in and looking at pages never
 * count. What the traces amount to for a person is worked out in one place for all modules alike
 * (flags/adoption).
 */
export type Adoption<Id extends string = string> = {
  /** What people do here, as the audit trail names it; each is a part of the module in use. */
  deeds: readonly {
    deed: string
    label: PerLocale
    object: `${Id}.${string}`
    actions: readonly string[]
  }[]
  /**
   * The deed that should be written down every time it happens, and how often a week at least a
   * person of each role has occasion to, until the company agrees on another number.
   */
  process: { deed: string; weekly: Partial<Record<Role, number>> }
  /**
   * Of what each person wrote down by hand in the period, how much within 24 hours of its happening.
   * @returns a query of rows like PersonShare
   */
  prompt?: (scope: Scope, period: Period) => SQL
  /**
   * Of the open work that each person owns, how much has a next step that lies ahead.
   * @returns a query of rows like PersonShare
   */
  ahead?: (scope: Scope) => SQL
  /**
   * Whose work this is, where it is none with customers, such as teaching: only people of these roles
   * are measured by it, and by itself. It makes nobody's index over all modules better or worse.
   */
  aside?: readonly Role[]
}

/** Whether work in a module is measured by itself. */
export const isAside = ({ adoption }: { adoption?: Adoption | undefined }): boolean =>
  adoption?.aside !== undefined

/** So many of so many, for one person. */
export type PersonShare = { person: string; good: number; of: number }
