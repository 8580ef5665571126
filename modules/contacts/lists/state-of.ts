import type { Scope } from '../../../core/scope.ts'
import type { RecordKind } from '../kinds.ts'
import { sorts } from './query.ts'
import { type ListState, readListState } from './state.ts'

/** The state of a list that an address asks for. */
export const stateOf = (scope: Scope, kind: RecordKind, params: URLSearchParams): ListState =>
  readListState(params, Object.keys(sorts[kind.list]), scope.own.live(kind.object))
