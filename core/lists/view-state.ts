import type { Scope } from '../scope.ts'
import { viewParam, wholeList } from './choosing.ts'
import type { Listed } from './listed.ts'
import type { SavedView } from './saved-views.ts'

type Stated = Pick<Listed, 'stateOf' | 'columnsOf'>

/** A list as its address says it, ready to be kept: without page and view. */
export type ViewState = { params: string; columns: string[] | null }

/** The longest state that is kept, in characters of an address. */
export const longestState = 4_000

/** The state that an address says. */
export function stateIn(scope: Scope, list: Stated, params: URLSearchParams): ViewState {
  const state = list.stateOf(scope, params)
  return { params: new URLSearchParams(state).toString(), columns: list.columnsOf(scope, params) }
}

/** The address of a list in a state, which stays a changed one of the view it began with. */
export function hrefOf(list: Listed, { params, columns }: ViewState, view?: string): string {
  const all = new URLSearchParams(params)
  if (columns) all.set('columns', columns.join(','))
  if (view && view !== wholeList) all.set(viewParam, view)
  const query = all.toString()
  return query ? `${list.href}?${query}` : list.href
}

/** Whether a list has been changed since it was opened by a view. */
export function isChanged(scope: Scope, list: Stated, view: SavedView, now: ViewState): boolean {
  const kept = stateIn(scope, list, new URLSearchParams(view.params))
  return (
    kept.params !== now.params ||
    (now.columns !== null && now.columns.join() !== (view.columns ?? []).join())
  )
}

/** Whether a view asks for something that is not there any more, such as a field put away. */
export function isPartlyGone(scope: Scope, list: Stated, view: SavedView): boolean {
  const asked = new URLSearchParams(view.params)
  const kept = new URLSearchParams(list.stateOf(scope, asked))
  return [...asked].some(([name, value]) => kept.get(name) !== value)
}
