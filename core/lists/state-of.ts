import type { RecordKind } from '../records/kind.ts'
import type { Scope } from '../scope.ts'
import type { Listed } from './listed.ts'
import { type ListState, paramsOf, readListState } from './state.ts'

/** The state of a list that an address asks for. */
export const stateOf = (scope: Scope, kind: RecordKind, params: URLSearchParams): ListState =>
  readListState(params, kind, scope.own.live(kind.object))

/** A list by its kind alone: as its views are kept, and what its address says. */
export const stated = <Id extends string>(
  kind: RecordKind<Id>,
): Pick<Listed<Id>, 'key' | 'stateOf' | 'columnsOf'> => ({
  key: `${kind.module}.${kind.list}`,
  stateOf: (scope, params) => paramsOf(stateOf(scope, kind, params), { view: '', columns: null }),
  columnsOf: (scope, params) => stateOf(scope, kind, params).columns,
})
