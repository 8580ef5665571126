import { type SQL, sql } from 'drizzle-orm'
import { faultsOf, soundPart } from '../conditions/checking.ts'
import { sqlOf } from '../conditions/condition-sql.ts'
import type { Where } from '../conditions/tree.ts'
import { readWhere } from '../conditions/written.ts'
import type { RecordKind } from '../records/kind.ts'
import type { Scope } from '../scope.ts'
import { conditionFields } from './condition-fields.ts'
import type { Filters } from './state.ts'

/** The combined filter of a list, as far as it makes sense now. */
export function combinedOf(
  scope: Scope,
  kind: RecordKind,
  { where }: Filters,
): { sound: Where | undefined; isUnknown: boolean; faults: string[] } {
  const read = where ? readWhere(where) : undefined
  if (!read) return { sound: undefined, isUnknown: Boolean(where), faults: [] }
  const fields = conditionFields(scope, kind)
  const faults = faultsOf(scope, fields, read)
  return {
    ...{ isUnknown: false, faults },
    sound: faults.length === 0 ? read : soundPart(scope, fields, read),
  }
}

/** It as a condition of the list's queries; what cannot be read of it is left out. */
export function combinedSql(scope: Scope, kind: RecordKind, filters: Filters): SQL[] {
  if (!filters.where) return []
  const { sound } = combinedOf(scope, kind, filters)
  return sound ? [sqlOf(scope, conditionFields(scope, kind), sound)] : []
}

/** Whether all of it can be read: else a deed on all that it shows would reach too far. */
export function isSound(scope: Scope, kind: RecordKind, filters: Filters): boolean {
  if (!filters.where) return true
  const { isUnknown, faults } = combinedOf(scope, kind, filters)
  return !isUnknown && faults.length === 0
}

/** A filter that cannot be read whole lets nothing out. */
export const onlySound = (scope: Scope, kind: RecordKind, filters: Filters): SQL =>
  isSound(scope, kind, filters) ? sql`true` : sql`false`
