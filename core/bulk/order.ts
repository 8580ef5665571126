import type { SQL } from 'drizzle-orm'
import type { AnyField } from '../fields/field.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'

export const bulkDeeds = ['edit', 'tag', 'assign', 'archive', 'restore'] as const
export type BulkDeed = (typeof bulkDeeds)[number]

/** What is to be done to each record. `typed` is the new value as somebody typed it; empty empties. */
export type BulkOrder =
  | { deed: 'edit'; field: string; typed: string }
  | { deed: 'tag'; name: string }
  | { deed: 'assign'; ownerId: string | null; departmentId: string | null }
  | { deed: 'archive' | 'restore' }

/** What a list's own module does for work on many of its records. */
export type Bulk = {
  /** The kind of record: `contacts.account`. */
  object: string
  permissions: Record<BulkDeed, string>
  /** The fields that can be given the same value in many records. */
  fields: (scope: Scope) => readonly AnyField[]
  /**
   * A query for the ids (`id`) of all records that an address of the list shows to this person.
   * @returns undefined when part of the address cannot be read: nothing may be done by it
   */
  ids: (scope: Scope, params: URLSearchParams) => Promise<SQL | undefined>
  /** Whether each of these records, a page's at most, is within reach for a deed. */
  areReached: (scope: Scope, ids: readonly string[], permission: string) => Promise<boolean>
  /**
   * Does it to a batch of records, each with its traces, as single deeds leave them.
   * @returns those in reach: whether each changed; the others are left alone
   */
  run: (
    scope: Scope,
    registry: Registry,
    ids: readonly string[],
    order: BulkOrder,
  ) => Promise<ReadonlyMap<string, 'changed' | 'unchanged'>>
}
