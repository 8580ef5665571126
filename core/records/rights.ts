import { type SQL, sql } from 'drizzle-orm'
import { within } from '../access/within.ts'
import type { Scope } from '../scope.ts'
import type { RecordKind } from './kind.ts'

/**
 * What a reader may do with each record of a query, as `mayEdit` and `mayAssign`: by the same rule
 * as the verbs, so that no button leads to a refusal.
 */
export function mayChange(scope: Scope, { module, table, edit, assign }: RecordKind): SQL {
  if (scope.modules.state(module) !== 'write') return sql`false as "mayEdit", false as "mayAssign"`
  return sql`${within(scope, edit, table)} as "mayEdit", ${within(scope, assign, table)} as "mayAssign"`
}
